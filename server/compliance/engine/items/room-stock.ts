import { cellAt } from "../cells";
import type { CountyColumns } from "../columns";
import type { FurtherPath } from "../further-columns";
import { type Input, type ItemContext, inputOf, missingOf } from "./context";

/** 音乐、美术专用教室 come as numbers of rooms by area, and as a total that also holds the smaller ones. */

export type RoomKind = "music" | "art";

interface Band {
  readonly path: FurtherPath;
  readonly from: number;
  readonly to: number;
}

const bands: Readonly<Record<RoomKind, readonly Band[]>> = {
  music: [
    { path: "specialRooms.music96", from: 96, to: Number.POSITIVE_INFINITY },
    { path: "specialRooms.music73", from: 73, to: 96 },
    { path: "specialRooms.music61", from: 61, to: 73 },
    { path: "specialRooms.music54", from: 54, to: 61 },
  ],
  art: [
    { path: "specialRooms.art90", from: 90, to: Number.POSITIVE_INFINITY },
    { path: "specialRooms.art67", from: 67, to: 90 },
    { path: "specialRooms.art61", from: 61, to: 67 },
    { path: "specialRooms.art54", from: 54, to: 61 },
  ],
};
const totalField = { music: "musicRooms", art: "artRooms" } as const;

interface BandColumn {
  readonly rooms: Float64Array;
  readonly from: number;
  readonly to: number;
}

/** Columns of one kind of room. */
export interface RoomColumns {
  readonly bands: readonly BandColumn[];
  readonly total: Float64Array;
}

const columnsOf = (columns: CountyColumns, kind: RoomKind): RoomColumns => ({
  bands: bands[kind].map(({ path, from, to }) => ({ rooms: columns.further[path], from, to })),
  total: columns.facilities[totalField[kind]],
});

type Rooms = Readonly<Record<RoomKind, RoomColumns>>;

/** A county that is judged again and again has the same columns all along. */
const knownRooms = new WeakMap<CountyColumns["further"], { readonly of: CountyColumns["facilities"]; readonly rooms: Rooms }>();

export const roomColumns = (columns: CountyColumns): Rooms => {
  const known = knownRooms.get(columns.further);
  if (known?.of === columns.facilities) return known.rooms;
  const rooms = { music: columnsOf(columns, "music"), art: columnsOf(columns, "art") };
  knownRooms.set(columns.further, { of: columns.facilities, rooms });
  return rooms;
};

/** Rooms of at least `area` m² in the returns of one school: certainly so many. */
export const sureRooms = ({ bands }: RoomColumns, rows: readonly number[], area: number): number => {
  let all = 0;
  for (const row of rows) {
    let sure = 0;
    for (const { rooms, from } of bands) if (from >= area) sure += cellAt(rooms, row) || 0;
    all += sure;
  }
  return all;
};

/** At most so many. */
export const possibleRooms = ({ bands, total }: RoomColumns, rows: readonly number[], area: number): number => {
  let all = 0;
  for (const row of rows) {
    let possible = 0;
    let known = 0;
    let unknownLarger = false;
    let unknownSmaller = false;
    let smallest = 0;
    for (const { rooms, from, to } of bands) {
      const count = cellAt(rooms, row);
      smallest = from;
      if (Number.isNaN(count)) {
        if (to > area) unknownLarger = true;
        else unknownSmaller = true;
        continue;
      }
      known += count;
      if (to > area) possible += count;
    }
    const reported = cellAt(total, row);
    const rest = Number.isNaN(reported) ? Number.POSITIVE_INFINITY : Math.max(0, reported - known);
    // Rooms in no band are smaller than the smallest one, unless a band is not reported: then they may lie in it.
    const restCounts = unknownLarger || (area < smallest && !unknownSmaller);
    all += possible + (restCounts ? rest : 0);
  }
  return all;
};

/** True for a return whose rooms by area are more than their total. */
export const contradictsTotal = ({ bands, total }: RoomColumns, row: number): boolean => {
  let known = 0;
  for (const { rooms } of bands) known += cellAt(rooms, row) || 0;
  return known > cellAt(total, row);
};

/** Path of the total of a kind of room. */
export const totalPath = (kind: RoomKind): string => `facilities.${totalField[kind]}`;

/** What is not reported of the rooms. */
export const missingRooms = (context: ItemContext, rows: readonly number[], kind: RoomKind): readonly Input[] =>
  rows.flatMap((row) => [
    ...missingOf(
      context,
      row,
      bands[kind].map(({ path }) => path),
    ),
    ...(Number.isNaN(cellAt(context.columns.facilities[totalField[kind]], row)) ? [inputOf(context, row, totalPath(kind))] : []),
  ]);
