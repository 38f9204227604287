import { type CheckReporter, total } from "./check-report";
import { type CountyDataset, type School, type Stage, stagesOfType } from "./contract";
import { classesOfStage, pupilsOfStage } from "./further-checks";
import type { ReportedFigures } from "./reported-contract";
import { headingOfCountyPath } from "./workbook/layout";

/**
 * 自报数 checked against itself and against the rows of the schools. All are soft: the figures judge
 * nothing, and which side is wrong only the county knows.
 */

type Count = Exclude<keyof ReportedFigures, "standards" | "classesPrimaryOver45Share" | "classesJuniorOver50Share">;
const pathOf = (key: string): string => `reported.${key}`;

const wholes: readonly (readonly [whole: Count, parts: readonly Count[]])[] = [
  [
    "schoolsTotal",
    ["schoolsPrimary", "schoolsNineYear", "schoolsJunior", "schoolsCompleteSecondary", "schoolsTwelveYear", "teachingPoints"],
  ],
  ["pupilsTotal", ["pupilsPrimary", "pupilsJunior"]],
  ["staffTotal", ["staffPrimary", "staffJunior"]],
];

const subsets: readonly (readonly [part: Count, whole: Count])[] = [
  ["teachingPointsFrom50", "teachingPoints"],
  ["classesPrimaryOver45", "classesPrimary"],
  ["classesJuniorOver50", "classesJunior"],
  ["teachersPrimary", "staffPrimary"],
  ["teachersJunior", "staffJunior"],
];

const checkSums = (reported: ReportedFigures, report: CheckReporter): void => {
  for (const [whole, parts] of wholes) {
    const stated = reported[whole];
    const known = parts.flatMap((key) => reported[key] ?? []);
    // A report that leaves a type out has none of it; one that states no type says nothing.
    if (stated === null || known.length === 0) continue;
    const sum = known.reduce((all, value) => all + value, 0);
    if (sum !== stated && (known.length > 1 || sum > stated))
      report.county("warning", "reportedSum", pathOf(whole), { heading: headingOfCountyPath(pathOf(whole)), stated, sum });
  }
  for (const [part, whole] of subsets) {
    const [value, of] = [reported[part], reported[whole]];
    if (value !== null && of !== null && value > of)
      report.county("warning", "reportedPart", pathOf(part), {
        heading: headingOfCountyPath(pathOf(part)),
        part: value,
        wholeHeading: headingOfCountyPath(pathOf(whole)),
        whole: of,
      });
  }
};

const percent = (share: number): number => Number((share * 100).toFixed(1));

const checkShares = (reported: ReportedFigures, report: CheckReporter): void => {
  for (const [share, part, whole] of [
    ["classesPrimaryOver45Share", "classesPrimaryOver45", "classesPrimary"],
    ["classesJuniorOver50Share", "classesJuniorOver50", "classesJunior"],
  ] as const) {
    const [stated, some, all] = [reported[share], reported[part], reported[whole]];
    if (stated === null || some === null || all === null || all === 0) continue;
    // A share is stated to one decimal of a per cent, rounded or cut off.
    if (Math.abs(stated - some / all) > 0.001 + 1e-12)
      report.county("warning", "reportedShare", pathOf(share), {
        heading: headingOfCountyPath(pathOf(share)),
        stated: percent(stated),
        part: some,
        whole: all,
        exact: percent(some / all),
      });
  }
};

/** Two rows of a table of targets never share both values: one was copied from the other. */
const checkStandards = ({ standards }: ReportedFigures, report: CheckReporter): void => {
  const rows = Object.entries(standards).filter(([, { primary, junior }]) => primary !== null && junior !== null);
  for (const [index, [id, standard]] of rows.entries()) {
    const copied = rows.slice(0, index).find(([, other]) => other.primary === standard.primary && other.junior === standard.junior);
    if (copied === undefined) continue;
    const path = pathOf(`standards.${id}.primary`);
    report.county("warning", "reportedStandardRepeats", path, {
      heading: headingOfCountyPath(path),
      id,
      other: copied[0],
      primary: standard.primary ?? 0,
      junior: standard.junior ?? 0,
    });
  }
};

const bandsOver = (schools: readonly School[], stage: Stage, firstBand: number): number | null =>
  total(
    schools
      .filter(({ type }) => stagesOfType[type].includes(stage))
      .map(({ classSizes }) => {
        const bands = classSizes[stage];
        return bands === null ? null : total(bands.slice(firstBand));
      }),
  );

const checkRows = ({ county: { reported }, schools }: CountyDataset, report: CheckReporter): void => {
  const counted = schools.filter(({ countsAsSchool }) => countsAsSchool);
  const ofType = (type: School["type"]): number => counted.filter((school) => school.type === type).length;
  const points = schools.filter(({ type }) => type === "teaching_point");
  const sum = (stage: Stage, figure: (school: School, stage: Stage) => number | null): number | null =>
    total(schools.filter(({ type }) => stagesOfType[type].includes(stage)).map((school) => figure(school, stage)));
  const teachers = (school: School, stage: Stage): number | null => school.teachers[stage]?.fullTime ?? null;
  const pupilsOfPoints = points.map((school) => pupilsOfStage(school, "primary"));
  const rows: Readonly<Partial<Record<Count, number | null>>> = {
    schoolsPrimary: ofType("primary"),
    schoolsNineYear: ofType("nine_year"),
    schoolsJunior: ofType("junior"),
    schoolsCompleteSecondary: ofType("complete_secondary"),
    schoolsTwelveYear: ofType("twelve_year"),
    schoolsSpecial: ofType("special"),
    teachingPoints: points.length,
    teachingPointsFrom50: pupilsOfPoints.includes(null) ? null : pupilsOfPoints.filter((pupils) => Number(pupils) >= 50).length,
    classesPrimary: sum("primary", classesOfStage),
    classesPrimaryOver45: bandsOver(schools, "primary", 5),
    classesJunior: sum("junior", classesOfStage),
    classesJuniorOver50: bandsOver(schools, "junior", 6),
    pupilsPrimary: sum("primary", pupilsOfStage),
    pupilsJunior: sum("junior", pupilsOfStage),
    teachersPrimary: sum("primary", teachers),
    teachersJunior: sum("junior", teachers),
  };
  for (const [key, value] of Object.entries(rows)) {
    const stated = reported[key as Count];
    if (stated !== null && value !== null && stated !== value)
      report.county("warning", "reportedRows", pathOf(key), { heading: headingOfCountyPath(pathOf(key)), stated, rows: value });
  }
};

/** All checks of the figures that the county states of itself. */
export const checkReported = (dataset: CountyDataset, report: CheckReporter): void => {
  const { reported } = dataset.county;
  checkSums(reported, report);
  checkShares(reported, report);
  checkStandards(reported, report);
  checkRows(dataset, report);
};
