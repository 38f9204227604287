import { type CheckReporter, inFiles, reporter, total } from "./check-report";
import type { CellIssue, CountyDataset, School, SchoolSource } from "./contract";
import { pupilsOfSchool, teachersOf } from "./further-checks";
import type { ImportedFile } from "./import-contract";
import { type Forerunner, forerunners, withInheritance } from "./lineage";
import { likelyLimits } from "./soft-checks";
import { headingOfPath } from "./workbook/layout";

/**
 * Soft checks of a dataset against one of an earlier year: figures that jump, schools that came or
 * went without a word in 沿革. Schools are matched through their lineage.
 */

/** Most years between two datasets that are compared. */
const yearsApart = 2;

interface Jump {
  /** Place of the later figure. */
  readonly path: string;
  readonly figure: (school: School) => number | null;
  /** Share of the earlier figure beyond which it is a jump, and the least difference that counts. */
  readonly share: number;
  readonly atLeast: number;
}

const classesOf = ({ classes }: School): number | null => {
  const cells = [classes.primaryByGrade, classes.juniorByGrade].flatMap((grades) => (grades === null ? [] : [...grades]));
  return cells.length === 0 ? null : total(cells);
};

const jumps: readonly Jump[] = [
  { path: "teachers.primary.fullTime", figure: teachersOf, share: 0.3, atLeast: 8 },
  { path: "classes.primaryByGrade.0", figure: classesOf, share: 0.4, atLeast: 5 },
  { path: "facilities.teachingAreaM2", figure: ({ facilities }) => facilities.teachingAreaM2, share: 0.5, atLeast: 500 },
  { path: "facilities.sportsFieldAreaM2", figure: ({ facilities }) => facilities.sportsFieldAreaM2, share: 0.5, atLeast: 500 },
  { path: "facilities.equipmentValueWan", figure: ({ facilities }) => facilities.equipmentValueWan, share: 1, atLeast: 30 },
  { path: "facilities.multimediaRooms", figure: ({ facilities }) => facilities.multimediaRooms, share: 0.6, atLeast: 6 },
];

/** Whether a single figure changed so much since the year before that it should be looked at: by the limits of its check, else by those of pupils. */
export const isJump = (path: string, before: number, now: number): boolean => {
  const known = jumps.find((jump) => jump.path === path.replace(/^teachers\.junior/u, "teachers.primary"));
  const { share, atLeast } = known ?? { share: likelyLimits.pupilJump, atLeast: likelyLimits.pupilJumpAtLeast };
  return before !== 0 && Math.abs(now - before) >= atLeast && Math.abs(now - before) / Math.abs(before) > share;
};

/** The same column under the stage that the school teaches. */
const pathIn = (school: School, path: string): string => {
  if (path.startsWith("teachers.") && school.teachers.primary === null) return "teachers.junior.fullTime";
  if (path.startsWith("classes.") && school.classes.primaryByGrade === null) return "classes.juniorByGrade.0";
  return path;
};

const weighed = (from: readonly Forerunner[], figure: Jump["figure"]): number | null =>
  total(
    from.map(({ school, share }) => {
      const value = figure(school);
      return value === null ? null : value * share;
    }),
  );

const checkJumps = (school: School, from: readonly Forerunner[], year: number, report: CheckReporter): void => {
  for (const { path, figure, share, atLeast } of jumps) {
    const [before, now] = [weighed(from, figure), figure(school)];
    if (before === null || now === null || before === 0 || Math.abs(now - before) < atLeast) continue;
    const change = (now - before) / before;
    if (Math.abs(change) <= share) continue;
    const place = pathIn(school, path);
    report.school("warning", "figureJump", school, place, {
      heading: headingOfPath(place),
      year,
      before: Number(before.toFixed(2)),
      now,
      percent: Number((change * 100).toFixed(1)),
    });
  }
};

/** A school new to the data whose upper grades are full did not begin this year. */
const hasUpperGrades = ({ pupils }: School): boolean =>
  [pupils.primaryByGrade?.slice(2), pupils.juniorByGrade?.slice(2)].some((grades) => grades?.some((cell) => (cell ?? 0) > 0) ?? false);

/** Compares a dataset with one of at most two years before; the same year or a later one gives nothing. */
export const checkAgainstYear = (
  dataset: CountyDataset,
  earlier: CountyDataset,
  sources: Readonly<Record<string, SchoolSource>> = {},
): readonly CellIssue[] => {
  const year = earlier.county.statisticsYear;
  const apart = dataset.county.statisticsYear - year;
  if (apart < 1 || apart > yearsApart) return [];
  const issues: CellIssue[] = [];
  const report = reporter(sources, (issue) => issues.push(issue));
  const before = new Set(earlier.schools.map(({ code }) => code));
  const from = forerunners(earlier, dataset);
  for (const school of dataset.schools) {
    const found = from.get(school.code) ?? [];
    if (found.length > 0) checkJumps(school, found, year, report);
    else if (hasUpperGrades(school)) report.school("warning", "schoolAppeared", school, "code", { year });
    for (const [index, entry] of school.lineage.entries()) {
      if (entry.year === dataset.county.statisticsYear && apart === 1 && entry.fromCode !== school.code && !before.has(entry.fromCode))
        report.school("warning", "unknownOrigin", school, `lineage.${index}.fromCode`, { fromCode: entry.fromCode, year });
    }
  }
  const continued = new Set([...from.values()].flatMap((schools) => schools.map(({ school }) => school.code)));
  for (const school of earlier.schools) {
    if (!continued.has(school.code) && (pupilsOfSchool(school) ?? 0) > 0)
      report.school("warning", "schoolVanished", school, "code", { year, pupils: pupilsOfSchool(school) ?? 0 });
  }
  return issues;
};

interface Read {
  readonly dataset: CountyDataset;
  readonly sources: Readonly<Record<string, SchoolSource>>;
  readonly warnings: readonly CellIssue[];
  readonly files: readonly ImportedFile[];
}

/** What was read of an upload, with what its schools inherit from the newest data of an earlier year, and the complaints about jumps since. */
export const besideEarlierYear = <Upload extends Read>(upload: Upload, earlier: CountyDataset): Upload => ({
  ...upload,
  dataset: withInheritance(upload.dataset, earlier),
  warnings: [...upload.warnings, ...inFiles(checkAgainstYear(upload.dataset, earlier, upload.sources), upload.files)],
});
