import { canonicalJson } from "@server/kernel/canonical-json";
import { byText } from "./canonical";
import type { CountyDataset, School } from "./contract";
import type { SchoolChange } from "./import-contract";
import { sameSchool } from "./lineage";

/** Most changes listed one by one; the counts are of all. */
const maxChanges = 1000;

export interface DatasetDifference {
  readonly insert: number;
  readonly update: number;
  readonly ignore: number;
  readonly remove: number;
  /** By school code, at most 1000. Changes of the county's own data come first, under the county's code. */
  readonly changes: readonly SchoolChange[];
}

const leaves = (value: unknown, path: string, into: Map<string, string>): Map<string, string> => {
  if (typeof value === "object" && value !== null) {
    for (const [key, member] of Object.entries(value)) leaves(member, path === "" ? key : `${path}.${key}`, into);
  } else {
    into.set(path, value === null ? "" : String(value));
  }
  return into;
};

const changedFields = (before: unknown, after: unknown): SchoolChange["fields"] => {
  const [old, now] = [leaves(before, "", new Map()), leaves(after, "", new Map())];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((path) => ({ path, before: old.get(path) ?? "", after: now.get(path) ?? "" }))
    .filter(({ before: was, after: is }) => was !== is);
};

/** Births by year and history by year compare by year, not by place in the list. */
const comparable = (school: School): unknown => ({
  ...school,
  history: Object.fromEntries(school.history.map(({ year, ...past }) => [year, past])),
});
const comparableCounty = ({ births, monitoring, growth, ...head }: CountyDataset["county"]): unknown => ({
  ...head,
  monitoring: Object.fromEntries(monitoring.map(({ subject, ...result }) => [subject, result])),
  growth: Object.fromEntries(growth.map(({ fiscalYear, ...money }) => [fiscalYear, money])),
  births: Object.fromEntries(births.map(({ year, births: count }) => [year, count])),
});

/**
 * What putting `after` in the place of `before` would do, school by school. Both in canonical form;
 * `before` null for the first import of a year. A school whose code was changed, as its lineage says,
 * is updated under its new code; its old code is not removed besides.
 */
export const compareDatasets = (before: CountyDataset | null, after: CountyDataset): DatasetDifference => {
  const old = new Map(before?.schools.map((school) => [school.code, school]));
  const changes: SchoolChange[] = [];
  let ignore = 0;
  // Own codes first: nobody takes over the data of a school that is still there.
  const known = new Map(before?.schools.map((school) => [school.code, school]));
  for (const { code } of after.schools) old.delete(code);
  for (const school of after.schools) {
    const was = known.get(school.code) ?? sameSchool(school, old) ?? undefined;
    if (was !== undefined) old.delete(was.code);
    const subject = { schoolCode: school.code, schoolName: school.name };
    if (was === undefined) changes.push({ kind: "insert", ...subject, fields: [] });
    else if (canonicalJson(was) === canonicalJson(school)) ignore += 1;
    else changes.push({ kind: "update", ...subject, fields: changedFields(comparable(was), comparable(school)) });
  }
  for (const { code, name } of old.values()) changes.push({ kind: "remove", schoolCode: code, schoolName: name, fields: [] });
  const count = (kind: SchoolChange["kind"]): number => changes.filter((change) => change.kind === kind).length;
  const { code, name } = after.county;
  const countyFields = before === null ? [] : changedFields(comparableCounty(before.county), comparableCounty(after.county));
  const ofCounty: readonly SchoolChange[] =
    countyFields.length === 0
      ? []
      : [
          {
            kind: "update",
            schoolCode: code,
            schoolName: name,
            fields: countyFields.map((field) => ({ ...field, path: `county.${field.path}` })),
          },
        ];
  return {
    insert: count("insert"),
    update: count("update"),
    remove: count("remove"),
    ignore,
    changes: [...ofCounty, ...changes.sort((a, b) => byText(a.schoolCode, b.schoolCode))].slice(0, maxChanges),
  };
};
