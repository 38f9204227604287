import type { School } from "../contract";
import type { ImportIssues } from "./drafts";

/** The school whose name begins the campus's own (城关一小 of 城关一小南校区): the longest, null when there is none or more than one. */
const namesake = (campus: School, schools: readonly School[]): School | null => {
  const parents = schools.filter(
    ({ code, name, countsAsSchool }) => countsAsSchool && code !== campus.code && name !== campus.name && campus.name.startsWith(name),
  );
  const longest = Math.max(0, ...parents.map(({ name }) => name.length));
  const [parent, another] = parents.filter(({ name }) => name.length === longest);
  return parent === undefined || another !== undefined ? null : parent;
};

/**
 * 不计校数 of an export of the statistics: it marks campuses and does not name the school that they belong
 * to. The name tells it; the reader is asked to look at it again.
 */
export const withCampusParents = (schools: readonly School[], collected: ReadonlySet<string>, issues: ImportIssues): readonly School[] =>
  schools.map((school) => {
    if (school.countsAsSchool || school.parentCode !== null || school.type === "teaching_point" || !collected.has(school.code))
      return school;
    const parent = namesake(school, schools);
    if (parent === null) return school;
    issues.file("warning", "campusParentByName", "", "", { school: school.name, parent: parent.name, code: parent.code });
    return { ...school, parentCode: parent.code };
  });
