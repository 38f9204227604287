import type { Stage } from "@server/statistics/contract";
import { goodsFigures, moneyFigures, pupilFigures, retentionFigures, staffFigures, stageStaffFigures } from "./further";
import { moveGroup } from "./staff";
import { add, at, bothStages, type Column, type CountyState, type FeederMatrix, pupilsAt, teacherFields } from "./state";

/** Moves a share of a figure; nothing of an unknown figure is nothing. */
const carry = (column: Column, fromRow: number, toRow: number, share: number): void => {
  if (share === 0) return;
  const moved = at(column, fromRow) * share;
  add(column, fromRow, -moved);
  add(column, toRow, moved);
};

/**
 * Moves a share of the pupils of all grades of a stage, and with them what goes with pupils: in-zone
 * and migrant numbers, funds, the cohorts behind retention.
 */
export const movePupils = (state: CountyState, stage: Stage, fromRow: number, toRow: number, share: number): void => {
  const leaving = pupilsAt(state, stage, fromRow) * share;
  const present = pupilsAt(state, "primary", fromRow) + pupilsAt(state, "junior", fromRow);
  const ofSchool = present === 0 ? share : leaving / present;
  for (const column of state.pupils[stage]) carry(column, fromRow, toRow, share);
  const ofStage =
    stage === "primary" ? [...pupilFigures.primary, ...pupilFigures.grade1] : [...pupilFigures.junior, ...pupilFigures.grade7];
  for (const path of ofStage) carry(state.further[path], fromRow, toRow, share);
  for (const path of [...pupilFigures.all, ...moneyFigures]) carry(state.further[path], fromRow, toRow, ofSchool);
  if (stage === "primary") return;
  for (const column of [...state.cohorts.grade7, state.cohorts.grade9Before]) carry(column, fromRow, toRow, share);
  for (const path of retentionFigures) carry(state.further[path], fromRow, toRow, share);
};

/** The same ways, those to a section leading by the share to another. */
const repointed = (feeders: FeederMatrix, fromRow: number, toRow: number, share: number): FeederMatrix => {
  if (share === 0 || feeders.size === 0) return feeders;
  const parted = (named: number) => [
    // Nothing of an unknown number is nothing: who all go elsewhere leave no way behind.
    ...(share < 1 ? [{ toRow: fromRow, share: named * (1 - share) }] : []),
    { toRow, share: named * share },
  ];
  return new Map([...feeders].map(([row, ways]) => [row, ways.flatMap((way) => (way.toRow === fromRow ? parted(way.share) : [way]))]));
};

/** Moves a share of a section's claim on future entrants: on those who enter of themselves, and on those who are sent to it. */
export const moveZone = (state: CountyState, stage: Stage, fromRow: number, toRow: number, share: number): void => {
  const { zones } = state;
  if (stage === "primary") {
    carry(zones.grade1, fromRow, toRow, share);
    return;
  }
  state.feeders = repointed(state.feeders, fromRow, toRow, share);
  // Own leavers who would have stayed go to the county's pool, and the new school's claim on it grows by as many.
  const own = at(zones.grade7, fromRow) - at(zones.pool, fromRow);
  carry(zones.pool, fromRow, toRow, share);
  if (own > 0) add(zones.pool, toRow, own * share);
  carry(zones.grade7, fromRow, toRow, share);
  zones.ownShare[fromRow] = at(zones.ownShare, fromRow) * (1 - share);
};

/** Moves a share of the teachers of a stage, every attribute in proportion. */
export const moveStaff = (state: CountyState, stage: Stage, fromRow: number, toRow: number, share: number): void => {
  if (share === 0) return;
  const of = (field: (typeof teacherFields)[number]): number => at(state.teachers[stage][field], fromRow) * share;
  moveGroup(state, stage, fromRow, toRow, {
    fullTime: of("fullTime"),
    aboveRequiredEducation: of("aboveRequiredEducation"),
    backbone: of("backbone"),
    physicalEducation: of("physicalEducation"),
    music: of("music"),
    art: of("art"),
    integratedArts: of("integratedArts"),
  });
};

/** Moves a share of equipment, computers and books. */
export const moveGoods = (state: CountyState, fromRow: number, toRow: number, share: number): void => {
  carry(state.facilities.equipmentValueWan, fromRow, toRow, share);
  for (const path of goodsFigures) carry(state.further[path], fromRow, toRow, share);
};

/** What is left of a closed school: nothing. Its conditions stay, for they say nothing without pupils. */
export const clearSchool = (state: CountyState, row: number): void => {
  for (const stage of bothStages) {
    for (const column of [...state.pupils[stage], ...state.classes[stage]]) column[row] = 0;
    for (const field of teacherFields) state.teachers[stage][field][row] = 0;
    state.veterans[stage][row] = 0;
    state.split[stage][row] = 0;
    state.taught[stage][row] = 0;
    state.further[stageStaffFigures[stage]][row] = 0;
  }
  for (const column of Object.values(state.facilities)) column[row] = 0;
  const emptied = [
    ...pupilFigures.primary,
    ...pupilFigures.junior,
    ...pupilFigures.grade1,
    ...pupilFigures.grade7,
    ...pupilFigures.all,
    ...moneyFigures,
    ...retentionFigures,
    ...staffFigures,
    ...goodsFigures,
    ...(Object.keys(state.further) as (keyof typeof state.further)[]).filter((path) => /^(?:specialRooms|reliefSports)\./.test(path)),
  ];
  for (const path of emptied) state.further[path][row] = 0;
  for (const column of [state.zones.grade1, state.zones.pool, state.zones.grade7, state.zones.ownShare]) column[row] = 0;
  for (const column of [...state.cohorts.grade7, state.cohorts.grade9Before]) column[row] = 0;
};
