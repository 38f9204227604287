import type { ItemExplanation, ItemId, ItemResult } from "@server/compliance/items-contract";
import { type Stage, stages } from "@server/statistics/contract";
import { type CountyFacts, classSizeBands, type DeclarationItem, monitoredSubjects } from "@server/statistics/facts-contract";
import { cellAt, orNull } from "../cells";
import { type FacilityField, schoolAt, type TeacherField } from "../columns";
import { type FurtherPath, furtherPaths } from "../further-columns";
import { fact, type ItemContext } from "./context";
import { retentionPaths } from "./retention";

/** The imported figures that each item rests on, by dotted dataset path. */

type Input = ItemExplanation["inputs"][number];
type SchoolPath =
  | FurtherPath
  | `pupils.${Stage}ByGrade`
  | `classes.${Stage}ByGrade`
  | `teachers.${Stage}.${TeacherField}`
  | `facilities.${FacilityField}`
  | `classSizes.${Stage | "unsplit"}.${number}`;

interface InputPaths {
  readonly facts?: readonly (keyof CountyFacts)[];
  readonly statements?: readonly DeclarationItem[];
  readonly school?: readonly SchoolPath[];
  /** Σ items show every ordinary return, the others only the schools that fail or are open. */
  readonly allSchools?: true;
}

const rooms = furtherPaths.filter((path) => path.startsWith("specialRooms."));
const pupils = ["pupils.primaryByGrade", "pupils.juniorByGrade"] as const;
const classes = ["classes.primaryByGrade", "classes.juniorByGrade"] as const;
const teachers = ["teachers.primary.fullTime", "teachers.junior.fullTime", "unsplitTeachers.fullTime"] as const;
const bandPaths = ([...stages, "unsplit"] as const).flatMap((key) => classSizeBands.map((_, band) => `classSizes.${key}.${band}` as const));

const inputPaths: Readonly<Record<ItemId, InputPaths>> = {
  G1: { statements: ["G1.layout"] },
  G2: {
    facts: ["publicFundsPrimaryYuan", "publicFundsJuniorYuan"],
    statements: ["G2.construction", "G2.staffing", "G2.publicFunds", "G2.equipment"],
  },
  G3: {
    school: [
      ...classes,
      ...rooms,
      "facilities.musicRooms",
      "facilities.artRooms",
      "conditions.builtBy2016",
      "conditions.everyClassUnder30",
    ],
  },
  G4: { school: [...pupils, "conditions.builtBy2010", "enrolment.migrantWorkerChildren"] },
  G5: { school: [...pupils, ...classes, ...bandPaths] },
  G6: { facts: ["publicFundsPrimaryYuan", "publicFundsJuniorYuan"], school: [...pupils, "money.publicFundsBudgetWan"] },
  G7: { facts: ["specialFundsYuan", "specialPupils"] },
  G8: { facts: ["teacherPayWan", "civilServantPayWan"], statements: ["G8.performancePay"] },
  G9: { school: [...teachers, "staff.trained360", "staff.underFiveYears"], allSchools: true },
  G10: { statements: ["G10.posts"] },
  G11: { facts: ["rotationEligible", "rotated", "rotatedBackbone"] },
  G12: { school: [...teachers, "staff.certified"], allSchools: true },
  G13: {
    school: [...pupils, ...furtherPaths.filter((path) => path.startsWith("enrolment.")), "conditions.boarding"],
    allSchools: true,
  },
  G14: { facts: ["seniorPlaces", "quotaPlaces", "quotaRural"], statements: ["G14.ruralTilt"] },
  G15: { facts: ["migrantEligible", "migrantPublic", "migrantPurchased"], statements: ["G15.leftBehindCare"] },
  Q1: { school: retentionPaths, allSchools: true },
  Q2: { facts: ["disabledChildren", "disabledEnrolled", "disabledInSpecialSchools"] },
  Q3: { school: ["quality.charter", "quality.informatised"] },
  Q4: { school: ["money.publicFundsBudgetWan", "money.publicFundsActualWan", "money.trainingBudgetWan", "money.trainingActualWan"] },
  Q5: { statements: ["Q5.informationTechnology"] },
  Q6: { school: ["quality.moralEducation"] },
  Q7: { statements: ["Q7.curriculum"] },
  Q8: { statements: ["Q8.homework"] },
  Q9: {},
  X1: {},
};

const isFurther = (path: string): path is FurtherPath => (furtherPaths as readonly string[]).includes(path);

const schoolValue = ({ columns }: ItemContext, path: SchoolPath, row: number): number => {
  if (isFurther(path)) return cellAt(columns.further[path], row);
  for (const stage of stages) {
    if (path === `pupils.${stage}ByGrade`) return cellAt(columns.pupils[stage], row);
    if (path === `classes.${stage}ByGrade`) return cellAt(columns.classes[stage], row);
    if (path === `teachers.${stage}.fullTime`) return cellAt(columns.teachers[stage].fullTime, row);
  }
  if (path === "facilities.musicRooms") return cellAt(columns.facilities.musicRooms, row);
  if (path === "facilities.artRooms") return cellAt(columns.facilities.artRooms, row);
  for (const key of [...stages, "unsplit"] as const) {
    for (const [band, column] of columns.classSizes[key].entries()) if (path === `classSizes.${key}.${band}`) return cellAt(column, row);
  }
  return Number.NaN;
};

const countyInputs = (context: ItemContext, id: ItemId): readonly Input[] => {
  const { declarations, monitoring, survey } = context.columns.countyFacts;
  const input = (path: string, value: Input["value"]): Input => ({ schoolCode: null, schoolName: null, path, value });
  const { facts = [], statements = [] } = pathsOf(context, id);
  if (id === "Q9") {
    return monitoring
      .filter(({ subject }) => monitoredSubjects.includes(subject))
      .flatMap(({ subject, level, differenceRate }) => [
        input(`monitoring.${subject}.level`, level),
        input(`monitoring.${subject}.differenceRate`, differenceRate),
      ]);
  }
  if (id === "X1") {
    const keys = ["sent", "valid", "satisfied", "visited", "visitedSatisfied"] as const;
    return (["all", "parents"] as const).flatMap((who) => keys.map((key) => input(`survey.${who}.${key}`, survey[who][key])));
  }
  return [
    ...facts.map((key) => input(`facts.${key}`, orNull(fact(context, key)))),
    ...statements.map((item) => input(`declarations.${item}`, declarations[item] ?? null)),
  ];
};

/** 符合交流条件教师 counted from the returns rests on their teachers, not on the county's own number. */
const pathsOf = ({ rules }: ItemContext, id: ItemId): InputPaths =>
  id === "G11" && rules.values["G11.eligible"] === "public_teachers"
    ? { facts: ["rotated", "rotatedBackbone"], school: teachers, allSchools: true }
    : inputPaths[id];

/** Imported figures behind an item; of the schools those that matter to it. Size bands without classes are left out. */
export const inputsOfItem = (context: ItemContext, result: ItemResult): ItemExplanation["inputs"] => {
  const { school = [], allSchools } = pathsOf(context, result.id);
  const named = new Set([...result.failing, ...result.open].map(({ schoolCode }) => schoolCode));
  const rows = context.columns.schools.flatMap(({ code }, row) =>
    (allSchools ? context.ordinary.includes(row) : named.has(code)) ? [row] : [],
  );
  return [
    ...countyInputs(context, result.id),
    ...rows.flatMap((row) => {
      const { code, name } = schoolAt(context.columns, row);
      return school
        .map((path): Input => ({ schoolCode: code, schoolName: name, path, value: orNull(schoolValue(context, path, row)) }))
        .filter(({ path, value }) => !(path.startsWith("classSizes.") && (value === 0 || value === null)));
    }),
  ];
};
