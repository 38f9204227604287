import type { FieldIssue } from "@server/kernel/errors";
import type { Assumptions, IssueKey, ScenarioDocument } from "../contract";
import type { CheckedCounty } from "../levers/lever";
import type { Network } from "./school-years";
import type { Trace } from "./simulate";
import { gradePlace } from "./state";

/** One complaint about a scenario: dotted path in the document, key under `planning.issues.`. */
export const complaint = (path: string, key: IssueKey, params?: FieldIssue["params"]): FieldIssue => ({
  path,
  message: `planning.issues.${key}`,
  ...(params ? { params } : {}),
});

const entrantIssues = ({ assumptions: { entrants } }: ScenarioDocument): FieldIssue[] => {
  if (entrants.mode !== "series") return [];
  if (entrants.series.length === 0) return [complaint("assumptions.entrants.series", "seriesEmpty")];
  const seen = new Set<number>();
  return entrants.series.flatMap(({ year }, index) => {
    if (!seen.has(year)) {
      seen.add(year);
      return [];
    }
    return [complaint(`assumptions.entrants.series.${index}.year`, "seriesYearTwice", { year })];
  });
};

const shareIssues = ({ assumptions }: ScenarioDocument, county: CheckedCounty): FieldIssue[] => {
  const found: FieldIssue[] = [];
  const unknown = (path: string, schoolCode: string): void => {
    if (county.schoolOf(schoolCode) === undefined) found.push(complaint(path, "unknownSchool", { schoolCode }));
  };
  const again = repeated(assumptions.zoneShares, ({ schoolCode }) => schoolCode);
  assumptions.zoneShares.forEach((entry, index) => {
    const { schoolCode } = entry;
    const path = `assumptions.zoneShares.${index}`;
    const school = county.schoolOf(schoolCode);
    if (school === undefined) found.push(complaint(`${path}.schoolCode`, "unknownSchool", { schoolCode }));
    else if (again.has(entry)) found.push(complaint(path, "zoneShareTwice", { schoolName: school.name }));
    else if (!county.stagesOf(school).includes("primary")) {
      found.push(complaint(`${path}.schoolCode`, "gradeNotTaught", { schoolName: school.name, grade: 1 }));
    }
  });
  const zoned = assumptions.zoneShares.reduce((sum, { share }) => sum + share, 0);
  if (zoned > 1 + 1e-9) found.push(complaint("assumptions.zoneShares", "zoneSharesOverOne", { share: zoned }));
  const leaving = new Map<string, number>();
  assumptions.feederShares.forEach(({ fromCode, toCode, share }, index) => {
    unknown(`assumptions.feederShares.${index}.fromCode`, fromCode);
    unknown(`assumptions.feederShares.${index}.toCode`, toCode);
    leaving.set(fromCode, (leaving.get(fromCode) ?? 0) + share);
  });
  for (const [schoolCode, share] of leaving) {
    if (share > 1 + 1e-9) found.push(complaint("assumptions.feederShares", "feederSharesOverOne", { schoolCode, share }));
  }
  if (assumptions.retirement === "by_age" && assumptions.ageShares.every((share) => share === 0)) {
    found.push(complaint("assumptions.ageShares", "ageSharesEmpty"));
  }
  return found;
};

/** Teachers by age that are entered school by school. */
const ageIssues = ({ assumptions: { schoolAges } }: ScenarioDocument, county: CheckedCounty): FieldIssue[] => {
  const again = repeated(schoolAges, ({ schoolCode }) => schoolCode);
  return schoolAges.flatMap((entry, index) => {
    const path = `assumptions.schoolAges.${index}`;
    const schoolName = county.schoolOf(entry.schoolCode)?.name;
    if (schoolName === undefined) return [complaint(`${path}.schoolCode`, "unknownSchool", { schoolCode: entry.schoolCode })];
    if (again.has(entry)) return [complaint(path, "schoolAgesTwice", { schoolName })];
    return entry.teachers.every((persons) => persons === 0) ? [complaint(`${path}.teachers`, "schoolAgesEmpty", { schoolName })] : [];
  });
};

/** The second and later entries for one place. */
const repeated = <T>(entries: readonly T[], placeOf: (entry: T) => string): ReadonlySet<T> => {
  const seen = new Set<string>();
  return new Set(
    entries.filter((entry) => {
      const place = placeOf(entry);
      const isKnown = seen.has(place);
      seen.add(place);
      return isKnown;
    }),
  );
};

type ListName = "entrantNumbers" | "progressionRatios" | "netTransfers";

/** What is wrong with the school or the year that an entry names, first with the school: only one of them is told. */
const placeIssues = (
  path: string,
  { schoolCode, grade, year }: { readonly schoolCode: string; readonly grade: number; readonly year: number | null },
  county: CheckedCounty,
  { closes, opens }: Network,
): FieldIssue[] => {
  const school = county.schoolOf(schoolCode);
  if (school === undefined) return [complaint(`${path}.schoolCode`, "unknownSchool", { schoolCode })];
  const { name: schoolName } = school;
  if (!county.stagesOf(school).includes(gradePlace(grade).stage))
    return [complaint(`${path}.grade`, "gradeNotTaught", { schoolName, grade })];
  if (year === null) return [];
  const { baseYear, lastYear } = county;
  if (year <= baseYear || year > lastYear) {
    return [complaint(`${path}.year`, "yearNotProjected", { year, firstYear: baseYear + 1, lastYear })];
  }
  const closing = closes.get(schoolCode);
  if (closing !== undefined && closing.year <= year) return [complaint(`${path}.year`, "schoolClosed", { schoolName, year: closing.year })];
  const opening = opens.get(schoolCode);
  return opening !== undefined && opening > year ? [complaint(`${path}.year`, "schoolNotOpenYet", { schoolName, year: opening })] : [];
};

/** Pupils and ratios that are entered school by school. */
const pupilIssues = (
  { entrantNumbers, progressionRatios, netTransfers }: Assumptions,
  county: CheckedCounty,
  network: Network,
): FieldIssue[] => {
  const nameOf = (code: string): string => county.schoolOf(code)?.name ?? code;
  const listed = <T extends { readonly schoolCode: string }>(
    list: ListName,
    entries: readonly T[],
    placeOf: (entry: T) => { readonly grade: number; readonly year: number | null },
    twice: (entry: T) => readonly [IssueKey, FieldIssue["params"]],
  ): FieldIssue[] => {
    const again = repeated(entries, (entry) => JSON.stringify([entry.schoolCode, placeOf(entry)]));
    return entries.flatMap((entry, index) => {
      const path = `assumptions.${list}.${index}`;
      if (again.has(entry)) return [complaint(path, ...twice(entry))];
      const isOfCounty = list === "progressionRatios" && entry.schoolCode === "";
      return isOfCounty ? [] : placeIssues(path, { schoolCode: entry.schoolCode, ...placeOf(entry) }, county, network);
    });
  };
  return [
    ...listed(
      "entrantNumbers",
      entrantNumbers,
      ({ year }) => ({ grade: 1, year }),
      ({ schoolCode, year }) => ["entrantNumberTwice", { schoolName: nameOf(schoolCode), year }],
    ),
    ...listed(
      "progressionRatios",
      progressionRatios,
      ({ grade }) => ({ grade, year: null }),
      ({ schoolCode, grade }) =>
        schoolCode === "" ? ["countyRatioTwice", { grade }] : ["ratioTwice", { schoolName: nameOf(schoolCode), grade }],
    ),
    ...listed(
      "netTransfers",
      netTransfers,
      ({ grade, year }) => ({ grade, year }),
      ({ schoolCode, grade, year }) => ["transferTwice", { schoolName: nameOf(schoolCode), grade, year }],
    ),
  ];
};

/** What is impossible about the assumptions as they stand; what is so only once the years are stepped is told by `beyondIssue`. */
export const assumptionIssues = (document: ScenarioDocument, county: CheckedCounty, network: Network): readonly FieldIssue[] => [
  ...entrantIssues(document),
  ...shareIssues(document, county),
  ...ageIssues(document, county),
  ...pupilIssues(document.assumptions, county, network),
];

/** Whether the years must be stepped to know if there are as many pupils as are entered. */
export const countsPupils = ({ assumptions: { entrantNumbers, netTransfers } }: ScenarioDocument): boolean =>
  entrantNumbers.length > 0 || netTransfers.length > 0;

const rounded = (value: string | number): string | number => (typeof value === "number" ? Number(value.toFixed(2)) : value);

/** A complaint about pupils entered beyond those who are there. */
export const beyondIssue = ({ path, key, year, params }: Trace["beyond"][number], county: CheckedCounty): FieldIssue => {
  const written = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, rounded(value)]));
  const school = typeof params.schoolCode === "string" ? { schoolName: county.schoolOf(params.schoolCode)?.name ?? params.schoolCode } : {};
  return complaint(`assumptions.${path}`, key, { year, ...written, ...school });
};
