import type { Lever } from "../contract";
import { effectYear } from "../levers/lever";
import type { Activity } from "./activities";
import type { ClauseYear } from "./clauses";
import type { Obligation } from "./obligation";
import { addColumn, addRow, type Entry, type Fill, type Programme, sumOver } from "./rows";
import type { Shortfall } from "./section-rows";

/** Rooms that G3 lacks, by school and required year. */
const rooms = (years: readonly ClauseYear[]): Obligation[] =>
  years.flatMap(({ year, results }) =>
    (results.get("G3")?.failing ?? []).flatMap(({ schoolCode: code, figures }) =>
      (["music", "art"] as const).flatMap((room): Obligation[] => {
        const least = (figures[`${room}Needed`] ?? 0) - (figures[`${room}Rooms`] ?? 0);
        return least > 0 ? [{ clause: "G3", kind: `${room}_room`, year, code, stage: null, least }] : [];
      }),
    ),
  );

/** What the classes lack that only the plan's caps have made: never more than there is room and staff for already. */
const forSplit = (before: readonly ClauseYear[], after: readonly ClauseYear[], teachersAClass: (key: string) => number): Obligation[] =>
  after.flatMap(({ year, sections }, place): Obligation[] => {
    const plain = before[place]?.sections;
    const seen = new Set<string>();
    return [...sections].flatMap(([key, { classes, roomsLacking, teachers }]): Obligation[] => {
      const [code = "", stage] = key.split(" ");
      const own = plain?.get(key);
      if (own === undefined || !(classes > own.classes)) return [];
      const moreRooms = roomsLacking - own.roomsLacking;
      const aClass = teachersAClass(key);
      const lacking = (of: number): number => Math.max(0, of * aClass - teachers);
      const moreTeachers = lacking(classes) - lacking(own.classes);
      const found: Obligation[] = [];
      if (moreRooms > 0 && !seen.has(code)) found.push({ clause: "G5", kind: "classrooms", year, code, stage: null, least: moreRooms });
      seen.add(code);
      if (moreTeachers > 1e-9) {
        found.push({ clause: "G5", kind: "teachers", year, code, stage: stage === "junior" ? "junior" : "primary", least: moreTeachers });
      }
      return found;
    });
  });

/** Every obligation: of the county with the plan's caps, compared with the county without. */
export const obligationsOf = (
  before: readonly ClauseYear[],
  after: readonly ClauseYear[],
  teachersAClass: (key: string) => number,
): readonly Obligation[] => [...rooms(after), ...forSplit(before, after, teachersAClass)];

/** What a unit of an activity adds to what an obligation asks for. */
const unitFor = ({ kind, year, code, stage }: Obligation, activity: Activity): number => {
  if (activity.code !== code || activity.effectYear > year) return 0;
  const own = activity.decision.kind;
  if (kind === "teachers") return own.startsWith("hire_") && activity.stage === stage ? activity.persons : 0;
  return own === (kind === "classrooms" ? "build_classrooms" : kind) ? 1 : 0;
};

/** Activities that can serve an obligation, with what a unit of each adds. */
export const servants = (obligation: Obligation, activities: readonly Activity[]): readonly Entry[] =>
  activities.flatMap((activity, column): readonly Entry[] => {
    const unit = unitFor(obligation, activity);
    return unit > 0 ? [[column, unit]] : [];
  });

/** Most of each activity that some obligation can ask for. */
export const obligedUppers = (obligations: readonly Obligation[], activities: readonly Activity[]): ReadonlyMap<number, number> => {
  const found = new Map<number, number>();
  for (const obligation of obligations) {
    for (const [column, unit] of servants(obligation, activities)) {
      found.set(column, Math.max(found.get(column) ?? 0, Math.ceil(obligation.least / unit - 1e-9)));
    }
  }
  return found;
};

/** Rows that hold a plan to its obligations; with `shortfalls` they may be missed, at a cost. */
export const addObligations = (
  programme: Programme,
  obligations: readonly Obligation[],
  activities: readonly Activity[],
  shortfalls: Shortfall[] | null,
  fills: Fill[],
): void => {
  for (const obligation of obligations) {
    const { least, year } = obligation;
    const entries = servants(obligation, activities);
    if (shortfalls === null) {
      addRow(programme, least - 1e-9, Number.POSITIVE_INFINITY, entries);
      continue;
    }
    const short = addColumn(programme, 1, 0, Number.POSITIVE_INFINITY, false);
    shortfalls.push({ column: short, year, of: { kind: "obligation", obligation } });
    addRow(programme, least, Number.POSITIVE_INFINITY, [...entries, [short, least]]);
    fills.push((values) => {
      values[short] = Math.max(0, least - sumOver(entries, values)) / least;
    });
  }
};

const amountFor = ({ kind, year, code, stage }: Obligation, lever: Lever): number => {
  if (effectYear(lever) > year) return 0;
  switch (lever.type) {
    case "hire_teachers": {
      const { target, count, fulfilment } = lever;
      return kind === "teachers" && target.mode === "school" && target.schoolCode === code && target.stage === stage
        ? count * fulfilment
        : 0;
    }
    case "build_classrooms":
      return kind === "classrooms" && lever.schoolCode === code ? lever.rooms : 0;
    case "build_special_rooms":
      return kind === `${lever.kind}_room` && lever.schoolCode === code ? lever.rooms : 0;
    default:
      return 0;
  }
};

/** Whether levers come to all that the obligations ask for. */
export const areKept = (obligations: readonly Obligation[], levers: readonly Lever[]): boolean =>
  obligations.every(
    (obligation) => levers.reduce((sum, lever) => sum + amountFor(obligation, lever), 0) >= obligation.least * (1 - 1e-9) - 1e-9,
  );
