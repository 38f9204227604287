import type { CountyDataset, HistoryYear, School } from "./contract";
import type { LineageEntry } from "./facts-contract";

/**
 * 学校沿革: what a school was before it had its code. Codes change with renaming, merging, splitting, a
 * change of type, and when a school becomes a campus; the pupils, the past and the year of building
 * go on. All functions are pure and take the lineage that the later dataset states.
 */

/** Origins of a school by the events after `year`, without its own code. */
export const originsSince = ({ code, lineage }: Pick<School, "code" | "lineage">, year: number): readonly LineageEntry[] =>
  lineage.filter((entry) => entry.year > year && entry.fromCode !== code);

/** A school of an earlier year, and how much of it went on in the later school. */
export interface Forerunner {
  readonly school: School;
  /** 1: whole; below 1 where several schools of the later year name the same origin. */
  readonly share: number;
}

const pupilsOf = ({ pupils }: School): number =>
  [...(pupils.primaryByGrade ?? []), ...(pupils.juniorByGrade ?? [])].reduce<number>((sum, cell) => sum + (cell ?? 0), pupils.senior ?? 0);

/**
 * For every school of a later dataset, the schools of an earlier one that it goes on from: that of its
 * own code, and its origins by lineage. A split origin is shared by the pupils that its successors
 * have now (equally when none is reported), for nobody knows where each of them came from.
 */
export const forerunners = (earlier: CountyDataset, later: CountyDataset): ReadonlyMap<string, readonly Forerunner[]> => {
  const before = new Map(earlier.schools.map((school) => [school.code, school]));
  const year = earlier.county.statisticsYear;
  const heirs = new Map<string, School[]>();
  const codesOf = new Map<string, readonly string[]>();
  for (const school of later.schools) {
    const codes = [...new Set([school.code, ...originsSince(school, year).map(({ fromCode }) => fromCode)])].filter((code) =>
      before.has(code),
    );
    codesOf.set(school.code, codes);
    for (const code of codes) heirs.set(code, [...(heirs.get(code) ?? []), school]);
  }
  const shareOf = (code: string, heir: School): number => {
    const all = heirs.get(code) ?? [];
    const pupils = all.reduce((sum, school) => sum + pupilsOf(school), 0);
    return pupils === 0 ? 1 / Math.max(all.length, 1) : pupilsOf(heir) / pupils;
  };
  return new Map(
    later.schools.map((school) => [
      school.code,
      (codesOf.get(school.code) ?? []).flatMap((code) => {
        const found = before.get(code);
        return found === undefined ? [] : [{ school: found, share: shareOf(code, school) }];
      }),
    ]),
  );
};

/**
 * The one school of the earlier year whose data the later school replaces: that of its own code, else
 * the origin of a renaming, a change of type or of a school that became a campus. Null where several
 * schools came together or one came apart: those are not the same school under another code.
 */
export const sameSchool = (school: School, earlier: ReadonlyMap<string, School>): School | null => {
  const own = earlier.get(school.code);
  if (own !== undefined) return own;
  const origins = school.lineage.filter(({ event }) => event === "renamed" || event === "retyped" || event === "became_campus");
  const found = [...origins].reverse().flatMap(({ fromCode }) => earlier.get(fromCode) ?? []);
  return found[0] ?? null;
};

type Grades = HistoryYear["primaryByGrade"] | HistoryYear["juniorByGrade"];

const addGrades = <G extends NonNullable<Grades>>(into: G | null, more: G | null, share: number): G | null => {
  if (more === null) return into;
  const cells = more.map((cell, grade) => {
    const sum = into === null ? 0 : (into[grade] ?? null);
    return cell === null || sum === null ? null : sum + Math.round(cell * share);
  });
  // Mapping a tuple keeps its length.
  return cells as G;
};

/** The pupils of one past year of a school, from the dataset of that year: its own and its origins' shares. Null when it goes on from no school of that year. */
export const pastPupils = (from: readonly Forerunner[], year: number): HistoryYear | null =>
  from.length === 0
    ? null
    : from.reduce<HistoryYear>(
        (sum, { school, share }) => ({
          year,
          primaryByGrade: addGrades(sum.primaryByGrade, school.pupils.primaryByGrade, share),
          juniorByGrade: addGrades(sum.juniorByGrade, school.pupils.juniorByGrade, share),
        }),
        { year, primaryByGrade: null, juniorByGrade: null },
      );

type Built = Pick<School, "builtYear" | "conditions">;

const latest = (years: readonly (number | null)[]): number | null =>
  years.some((year) => year === null) || years.length === 0 ? null : Math.max(...years.map(Number));

const together = (flags: readonly (boolean | null)[]): boolean | null => {
  if (flags.length === 0) return null;
  if (flags.includes(false)) return false;
  return flags.includes(null) ? null : true;
};

/**
 * "Built before" facts that a school leaves open, taken over from its origins: its site goes on under
 * the new code. Of several origins the newest counts, for a relief wants the whole school to be old.
 * What the school reports itself always stands.
 */
export const inheritedBuilt = (school: School, origins: readonly Built[]): Built => ({
  builtYear: school.builtYear ?? latest(origins.map(({ builtYear }) => builtYear)),
  conditions: {
    ...school.conditions,
    builtBy2010: school.conditions.builtBy2010 ?? together(origins.map(({ conditions }) => conditions.builtBy2010)),
    builtBy2016: school.conditions.builtBy2016 ?? together(origins.map(({ conditions }) => conditions.builtBy2016)),
  },
});

/**
 * A dataset with what its schools inherit from the dataset of an earlier year: "built before" facts
 * that they leave open, and the pupils of that year where their history lacks it. Apply it to an
 * upload before it is stored, so that what is judged and planned on is what was stored.
 */
export const withInheritance = (dataset: CountyDataset, earlier: CountyDataset): CountyDataset => {
  const { statisticsYear } = earlier.county;
  if (statisticsYear >= dataset.county.statisticsYear) return dataset;
  const origins = forerunners(earlier, dataset);
  return {
    ...dataset,
    schools: dataset.schools.map((school) => {
      const from = originsSince(school, statisticsYear).length === 0 ? [] : (origins.get(school.code) ?? []);
      if (from.length === 0) return school;
      const known = school.history.some(({ year }) => year === statisticsYear);
      const past = known ? null : pastPupils(from, statisticsYear);
      return {
        ...school,
        ...inheritedBuilt(
          school,
          from.map(({ school: origin }) => origin),
        ),
        history: past === null ? school.history : [...school.history, past].sort((a, b) => a.year - b.year),
      };
    }),
  };
};

/** True when following origins within one dataset leads from a school back to itself. */
export const lineageLoops = (school: School, schools: ReadonlyMap<string, School>): boolean => {
  const passed = new Set<string>();
  const open = school.lineage.map(({ fromCode }) => fromCode).filter((code) => code !== school.code);
  while (open.length > 0) {
    const code = open.pop() ?? "";
    if (code === school.code) return true;
    if (passed.has(code)) continue;
    passed.add(code);
    open.push(...(schools.get(code)?.lineage ?? []).map(({ fromCode }) => fromCode).filter((from) => from !== code));
  }
  return false;
};
