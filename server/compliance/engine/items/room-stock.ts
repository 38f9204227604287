import { cellAt } from "../cells";
import type { CountyColumns } from "../columns";
import type { FurtherPath } from "../further-columns";
import { type Input, type ItemContext, inputOf } from "./context";

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

/** Rooms of at least an area: certainly so many, and at most so many. */
export interface Stock {
  readonly sure: number;
  readonly possible: number;
}

const stockOfReturn = (columns: CountyColumns, row: number, kind: RoomKind, area: number): Stock => {
  const total = cellAt(columns.facilities[totalField[kind]], row);
  let sure = 0;
  let straddling = 0;
  let known = 0;
  let unknownLarger = false;
  let unknownSmaller = false;
  for (const { path, from, to } of bands[kind]) {
    const rooms = cellAt(columns.further[path], row);
    if (Number.isNaN(rooms)) {
      if (to > area) unknownLarger = true;
      else unknownSmaller = true;
      continue;
    }
    known += rooms;
    if (from >= area) sure += rooms;
    else if (to > area) straddling += rooms;
  }
  const [smallest] = bands[kind].slice(-1);
  const rest = Number.isNaN(total) ? Number.POSITIVE_INFINITY : Math.max(0, total - known);
  // Rooms in no band are smaller than the smallest one, unless a band is not reported: then they may lie in it.
  const restCounts = unknownLarger || (area < (smallest?.from ?? 0) && !unknownSmaller);
  return { sure, possible: sure + straddling + (restCounts ? rest : 0) };
};

/** Rooms of a kind of at least `area` m² in the returns of one school. */
export const roomStock = ({ columns }: ItemContext, rows: readonly number[], kind: RoomKind, area: number): Stock =>
  rows.reduce<Stock>(
    (sum, row) => {
      const { sure, possible } = stockOfReturn(columns, row, kind, area);
      return { sure: sum.sure + sure, possible: sum.possible + possible };
    },
    { sure: 0, possible: 0 },
  );

/** Returns whose rooms by area are more than their total. */
export const contradictoryRooms = (context: ItemContext, rows: readonly number[], kind: RoomKind): readonly Input[] =>
  rows.flatMap((row) => {
    const { columns } = context;
    const known = bands[kind].reduce((sum, { path }) => sum + (cellAt(columns.further[path], row) || 0), 0);
    return known > cellAt(columns.facilities[totalField[kind]], row) ? [inputOf(context, row, `facilities.${totalField[kind]}`)] : [];
  });

/** What is not reported of the rooms. */
export const missingRooms = (context: ItemContext, rows: readonly number[], kind: RoomKind): readonly Input[] =>
  rows.flatMap((row) => [
    ...bands[kind]
      .filter(({ path }) => Number.isNaN(cellAt(context.columns.further[path], row)))
      .map(({ path }) => inputOf(context, row, path)),
    ...(Number.isNaN(cellAt(context.columns.facilities[totalField[kind]], row))
      ? [inputOf(context, row, `facilities.${totalField[kind]}`)]
      : []),
  ]);
