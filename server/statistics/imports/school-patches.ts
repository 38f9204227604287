import { noTeachers } from "../canonical";
import { classesOfStage, pupilsOfStage, type School, type Stage, stages } from "../contract";
import { type Draft, type Figure, type ImportIssues, placeText } from "./drafts";
import { numberIn, type StageFigures, stagedKey, sumOf } from "./stage-figures";

/** How the figures of official returns change a school: what a form asks replaces what was stored, what it does not ask stays. */

export type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type Cell = number | null;

/** Collects the cells that each path of a school came from. */
export class Sources {
  readonly cells: Record<string, string> = {};

  note(path: string, figures: readonly (Figure | undefined)[]): void {
    const [first, ...rest] = figures.flatMap((figure) => (figure === undefined ? [] : [placeText(figure.place)]));
    if (first !== undefined) this.cells[`=${path}`] = [first, ...rest.map((text) => text.slice(text.lastIndexOf("!") + 1))].join("+");
  }
}

const degreesOf: Readonly<Record<Stage, readonly string[]>> = {
  primary: ["college", "bachelor", "master", "doctor"],
  junior: ["bachelor", "master", "doctor"],
};

/** 高于规定学历: primary from 专科 up, junior from 本科 up; 研究生 stands for 硕士 and 博士 where they are not told apart. */
const aboveRequired = (figures: StageFigures, stage: Stage): readonly Figure[] | null => {
  const stated = figures.of("aboveRequiredEducation", stage);
  if (stated !== undefined) return [stated];
  const graduate = figures.of("graduate", stage);
  const fields =
    graduate === undefined
      ? degreesOf[stage]
      : [...degreesOf[stage].filter((field) => field === "college" || field === "bachelor"), "graduate"];
  const parts = fields.flatMap((field) => figures.of(field, stage) ?? []);
  return parts.length === fields.length ? parts : null;
};

const teacherFields = ["fullTime", "backbone", "physicalEducation", "music", "art", "integratedArts"] as const;

/** Teachers by stage where the forms tell the stages apart, else as one number; a stored split stays while it adds up to it. */
export const patchTeachers = (school: Mutable<School>, figures: StageFigures, sources: Sources): void => {
  const groups = { primary: school.teachers.primary, junior: school.teachers.junior };
  const unsplit = { ...school.unsplitTeachers };
  for (const field of teacherFields) {
    const whole = figures.whole(field);
    for (const stage of figures.taught) {
      const figure = figures.of(field, stage);
      const group = groups[stage] ?? noTeachers();
      if (figure !== undefined) {
        groups[stage] = { ...group, [field]: numberIn(figure) };
        sources.note(`teachers.${stage}.${field}`, [figure]);
      }
    }
    if (whole === undefined) continue;
    const total = numberIn(whole);
    const split = figures.taught.map((stage) => groups[stage]?.[field] ?? null);
    const agrees =
      figures.taught.length > 1 &&
      total !== null &&
      split.every((part) => part !== null) &&
      split.reduce<number>((sum, part) => sum + (part ?? 0), 0) === total;
    const stated = figures.taught.some((stage) => figures.of(field, stage) !== undefined);
    if (!agrees && !stated) for (const stage of figures.taught) groups[stage] = { ...(groups[stage] ?? noTeachers()), [field]: null };
    unsplit[field] = total;
    sources.note(`unsplitTeachers.${field}`, [whole]);
  }
  for (const stage of figures.taught) {
    const parts = aboveRequired(figures, stage);
    if (parts === null) continue;
    groups[stage] = { ...(groups[stage] ?? noTeachers()), aboveRequiredEducation: sumOf(parts) };
    sources.note(`teachers.${stage}.aboveRequiredEducation`, parts);
  }
  school.teachers = groups;
  school.unsplitTeachers = unsplit;
};

const gradePositions: Readonly<Record<Stage, readonly number[]>> = { primary: [0, 1, 2, 3, 4, 5], junior: [6, 7, 8] };
const totalKeys = {
  pupils: { primary: "pupilsPrimary", junior: "pupilsJunior" },
  classes: { primary: "classesPrimary", junior: "classesJunior" },
} as const;

/** Grades where the forms give them; else the total, and stored grades only while they add up to it. */
export const patchGrades = (school: Mutable<School>, figures: StageFigures, draft: Draft, sources: Sources, issues: ImportIssues): void => {
  for (const what of ["pupils", "classes"] as const) {
    const gradeField = what === "pupils" ? "pupilGrade" : "classGrade";
    for (const stage of stages) {
      const list = `${stage}ByGrade` as const;
      const total = figures.of(what, stage);
      const cells = gradePositions[stage].map((position) => draft.get(`${gradeField}.${position}`));
      const totals: Mutable<School["totals"]> = { ...school.totals };
      const totalKey = totalKeys[what][stage];
      if (cells.some((figure) => figure !== undefined)) {
        const grades = cells.map(numberIn);
        Object.assign(school, { [what]: { ...school[what], [list]: grades } });
        totals[totalKey] = null;
        sources.note(`${what}.${list}`, cells);
        const sum = sumOf(cells);
        if (total !== undefined && sum !== null && numberIn(total) !== null && numberIn(total) !== sum) {
          issues.at("error", "gradesSum", total.place, total.label, { value: numberIn(total) ?? 0, sum, school: school.name });
        }
      } else if (total !== undefined) {
        const stated = numberIn(total);
        const stored = what === "pupils" ? pupilsOfStage(school, stage) : classesOfStage(school, stage);
        const taught = figures.taught.includes(stage);
        const hasGrades = school[what][list]?.some((cell: Cell) => cell !== null) ?? false;
        if (hasGrades && stored === stated) continue;
        if (hasGrades) {
          issues.at("warning", "gradesDropped", total.place, total.label, {
            value: stated ?? "",
            stored: stored ?? "",
            school: school.name,
            code: school.code,
          });
        }
        Object.assign(school, { [what]: { ...school[what], [list]: null } });
        // A zero for a stage that the school does not teach says nothing.
        totals[totalKey] = taught || stated !== 0 ? stated : null;
        sources.note(`totals.${totalKey}`, [total]);
        if (!taught && stated !== null && stated > 0) {
          issues.at("error", "returnStageNotTaught", total.place, total.label, { value: stated, school: school.name });
        }
      }
      school.totals = totals;
    }
  }
  const senior = draft.get(stagedKey("pupils", "senior"));
  if (senior !== undefined) {
    school.pupils = { ...school.pupils, senior: numberIn(senior) };
    sources.note("pupils.senior", [senior]);
  }
  const whole = figures.whole("classes");
  if (whole !== undefined) {
    school.totals = { ...school.totals, classesUnsplit: numberIn(whole) };
    sources.note("totals.classesUnsplit", [whole]);
  }
};

const bandPositions = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

export const patchBands = (school: Mutable<School>, figures: StageFigures, sources: Sources, issues: ImportIssues): void => {
  const sizes: Mutable<School["classSizes"]> = { ...school.classSizes };
  const put = (key: keyof School["classSizes"], cells: readonly (Figure | undefined)[], total: Figure | undefined): void => {
    if (cells.every((figure) => figure === undefined)) return;
    const [a, b, c, d, e, f, g, h, i, j] = cells.map(numberIn);
    sizes[key] = [a ?? null, b ?? null, c ?? null, d ?? null, e ?? null, f ?? null, g ?? null, h ?? null, i ?? null, j ?? null];
    sources.note(`classSizes.${key}`, cells);
    const sum = sumOf(cells);
    const stated = numberIn(total);
    if (total !== undefined && sum !== null && stated !== null && sum !== stated) {
      issues.at("error", "returnBandsSum", total.place, total.label, { value: stated, sum, school: school.name });
    }
  };
  for (const stage of figures.taught)
    put(
      stage,
      bandPositions.map((band) => figures.of(`band.${band}`, stage)),
      figures.of("classes", stage),
    );
  put(
    "unsplit",
    bandPositions.map((band) => figures.whole(`band.${band}`)),
    figures.whole("classes"),
  );
  school.classSizes = sizes;
};

/** The gym stands twice in the return: inside the teaching area and among the sports grounds. */
export const patchGym = (school: Mutable<School>, draft: Draft, sources: Sources, issues: ImportIssues): void => {
  const [indoor, hall] = [draft.get("gymIndoor"), draft.get("gymHall")];
  const figure = numberIn(indoor) === null ? (hall ?? indoor) : indoor;
  if (figure === undefined) return;
  school.facilities = { ...school.facilities, gymAreaM2: numberIn(figure) };
  sources.note("facilities.gymAreaM2", [figure]);
  const [inside, outside] = [numberIn(indoor), numberIn(hall)];
  if (hall !== undefined && inside !== null && outside !== null && inside !== outside) {
    issues.at("warning", "gymDiffers", hall.place, hall.label, { value: outside, other: inside, school: school.name, code: school.code });
  }
};

const groupNames = [
  "conditions",
  "enrolment",
  "staff",
  "facilities",
  "specialRooms",
  "reliefSports",
  "money",
  "retention",
  "basic",
] as const;

export const patchGroups = (school: Mutable<School>, draft: Draft, sources: Sources): void => {
  for (const name of groupNames) {
    const stated = [...draft].filter(([key]) => key.startsWith(`${name}.`));
    if (stated.length === 0) continue;
    const group = { ...school[name], ...Object.fromEntries(stated.map(([key, { value }]) => [key.slice(name.length + 1), value])) };
    Object.assign(school, { [name]: group });
    for (const [key, figure] of stated) sources.note(key, [figure]);
  }
};

/** Figures that the returns give per stage and the dataset holds under names of their own. */
export const patchStaged = (school: Mutable<School>, figures: StageFigures, sources: Sources): void => {
  const put = (group: "enrolment" | "staff" | "basic", key: string, parts: readonly (Figure | undefined)[]): void => {
    if (parts.every((figure) => figure === undefined)) return;
    Object.assign(school, { [group]: { ...school[group], [key]: sumOf(parts) } });
    sources.note(`${group}.${key}`, parts);
  };
  for (const stage of figures.taught) {
    const suffix = stage === "primary" ? "Primary" : "Junior";
    put("enrolment", `inZone${suffix}`, [figures.of("inZone", stage)]);
    put(
      "basic",
      `midTitle${suffix}`,
      ["fullSenior", "deputySenior", "middle"].map((field) => figures.of(field, stage)),
    );
    if (figures.taught.length > 1) put("staff", `${stage}Total`, [figures.of("staff", stage)]);
  }
  const whole = figures.whole("staff") ?? (figures.only === null ? undefined : figures.of("staff", figures.only));
  put("staff", "total", [whole]);
};
