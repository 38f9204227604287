import type { Stage } from "@server/statistics/contract";
import { goodsFigures, moneyFigures, pupilFigures, retentionFigures, staffFigures, stageStaffFigures } from "./further";
import { moveGroup } from "./staff";
import { add, at, bothStages, type Column, type CountyState, type FeederMatrix, pupilsAt, teacherFields } from "./state";

/** Puts what has left one row into another: at once, or once all that moves together has left. */
type Land = (column: Column, toRow: number, amount: number) => void;

/** Moves a share of a figure; nothing of an unknown figure is nothing. */
const carry = (column: Column, fromRow: number, toRow: number, share: number, land: Land = add): void => {
  if (share === 0) return;
  const moved = at(column, fromRow) * share;
  add(column, fromRow, -moved);
  land(column, toRow, moved);
};

/**
 * Moves a share of the pupils of all grades of a stage, and with them what goes with pupils: in-zone
 * and migrant numbers, funds, the cohorts behind retention.
 */
export const movePupils = (state: CountyState, stage: Stage, fromRow: number, toRow: number, share: number, land: Land = add): void => {
  const leaving = pupilsAt(state, stage, fromRow) * share;
  const present = pupilsAt(state, "primary", fromRow) + pupilsAt(state, "junior", fromRow);
  const ofSchool = present === 0 ? share : leaving / present;
  for (const column of state.pupils[stage]) carry(column, fromRow, toRow, share, land);
  const ofStage =
    stage === "primary" ? [...pupilFigures.primary, ...pupilFigures.grade1] : [...pupilFigures.junior, ...pupilFigures.grade7];
  for (const path of ofStage) carry(state.further[path], fromRow, toRow, share, land);
  for (const path of [...pupilFigures.all, ...moneyFigures]) carry(state.further[path], fromRow, toRow, ofSchool, land);
  if (stage === "primary") return;
  for (const column of [...state.cohorts.grade7, state.cohorts.grade9Before]) carry(column, fromRow, toRow, share, land);
  for (const path of retentionFigures) carry(state.further[path], fromRow, toRow, share, land);
};

type Way = { readonly toRow: number; readonly share: number };

/** The ways that are left when a share of those to a section leads to another, and what of them leads there. */
const repointed = (feeders: FeederMatrix, fromRow: number, toRow: number, share: number) => {
  const moved = new Map<number, readonly Way[]>();
  const left = new Map<number, readonly Way[]>();
  for (const [row, ways] of feeders) {
    const there = ways.filter((way) => way.toRow === fromRow);
    if (there.length > 0)
      moved.set(
        row,
        there.map((way) => ({ toRow, share: way.share * share })),
      );
    // Nothing of an unknown number is nothing: who all go elsewhere leave no way behind.
    left.set(
      row,
      ways.flatMap((way) => (way.toRow !== fromRow ? [way] : share < 1 ? [{ toRow: fromRow, share: way.share * (1 - share) }] : [])),
    );
  }
  return { left, moved };
};

const withWays = (feeders: FeederMatrix, further: FeederMatrix): FeederMatrix =>
  new Map([...feeders].map(([row, ways]) => [row, [...ways, ...(further.get(row) ?? [])]]));

/**
 * Moves a share of a section's claim on future entrants: on those who enter of themselves, and on those who are sent to it.
 * `landWays` takes the ways that lead to the other section from now on.
 */
export const moveZone = (
  state: CountyState,
  stage: Stage,
  fromRow: number,
  toRow: number,
  share: number,
  land: Land = add,
  landWays: (ways: FeederMatrix) => void = (ways) => {
    state.feeders = withWays(state.feeders, ways);
  },
): void => {
  const { zones } = state;
  if (stage === "primary") {
    carry(zones.grade1, fromRow, toRow, share, land);
    return;
  }
  if (share !== 0 && state.feeders.size > 0) {
    const { left, moved } = repointed(state.feeders, fromRow, toRow, share);
    state.feeders = left;
    landWays(moved);
  }
  // Own leavers who would have stayed go to the county's pool, and the new school's claim on it grows by as many.
  const own = at(zones.grade7, fromRow) - at(zones.pool, fromRow);
  carry(zones.pool, fromRow, toRow, share, land);
  if (own > 0) land(zones.pool, toRow, own * share);
  carry(zones.grade7, fromRow, toRow, share, land);
  zones.ownShare[fromRow] = at(zones.ownShare, fromRow) * (1 - share);
};

/** 调整学区: a share of a section's zone, and where `pupils` say so of its pupils of all grades, for another section. */
export interface ZoneMove {
  readonly stage: Stage;
  readonly fromRow: number;
  readonly toRow: number;
  readonly share: number;
  readonly pupils: boolean;
}

/** A share of what was there, as a share of what is left of it; what has been asked for is booked. */
const ofRest = (gone: Map<string, number>, { stage, fromRow, share }: ZoneMove): number => {
  const key = `${stage} ${fromRow}`;
  const before = gone.get(key) ?? 0;
  gone.set(key, before + share);
  const rest = 1 - before;
  // What arithmetic leaves of shares that add up to one is nothing.
  return rest <= 1e-9 ? 0 : share > rest - 1e-9 ? 1 : share / rest;
};

/** Moves all of one year together, each by its share of what was there before any of them: their order does not matter. */
export const moveTogether = (state: CountyState, moves: readonly ZoneMove[]): void => {
  const landing: (() => void)[] = [];
  const land: Land = (column, toRow, amount) => {
    landing.push(() => add(column, toRow, amount));
  };
  const landWays = (ways: FeederMatrix): void => {
    landing.push(() => {
      state.feeders = withWays(state.feeders, ways);
    });
  };
  const zonesGone = new Map<string, number>();
  const pupilsGone = new Map<string, number>();
  for (const move of moves) {
    const { stage, fromRow, toRow } = move;
    moveZone(state, stage, fromRow, toRow, ofRest(zonesGone, move), land, landWays);
    const share = move.pupils ? ofRest(pupilsGone, move) : 0;
    if (share > 0) movePupils(state, stage, fromRow, toRow, share, land);
  }
  for (const arrive of landing) arrive();
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
