import type { Activity } from "./activities";
import type { Ground } from "./ground";
import { addColumn, addRow, type Entry, type Fill, type Programme, sumOver } from "./rows";
import type { Shortfall } from "./section-rows";

/**
 * 交流轮岗 by single moves: of those who leave in a year enough are backbone teachers, and where anybody leaves at all, as
 * many leave as the item asks for (G11). Where nobody has rotated enough so far, they must by the first required year.
 */
export const addRotation = (
  programme: Programme,
  { clauses: { rotation } }: Ground,
  activities: readonly Activity[],
  shortfalls: Shortfall[] | null,
  fills: Fill[],
): void => {
  if (rotation === null) return;
  const { backboneShare, least, neededBy } = rotation;
  const leaving = new Map<number, { readonly column: number; readonly backbone: boolean; readonly upper: number }[]>();
  activities.forEach(({ decision, effectYear, upper }, column) => {
    if (decision.kind !== "rotate" || decision.end !== "from") return;
    const own = leaving.get(effectYear) ?? [];
    own.push({ column, backbone: decision.flow === "backbone", upper });
    leaving.set(effectYear, own);
  });
  const chosen: { readonly year: number; readonly column: number }[] = [];
  for (const [year, ends] of leaving) {
    const all = ends.map(({ column }): Entry => [column, 1]);
    const ofBackbone = ends.map(({ column, backbone }): Entry => [column, Number(backbone) - backboneShare]);
    addRow(programme, 0, Number.POSITIVE_INFINITY, ofBackbone);
    if (least <= 0) continue;
    const some = addColumn(programme, 0, 0, 1, true);
    chosen.push({ year, column: some });
    const most = ends.reduce((sum, { upper }) => sum + upper, 0);
    addRow(programme, 0, Number.POSITIVE_INFINITY, [...all, [some, -least]]);
    addRow(programme, Number.NEGATIVE_INFINITY, 0, [...all, [some, -most]]);
    fills.push((values) => {
      values[some] = sumOver(all, values) > 0 ? 1 : 0;
    });
  }
  if (neededBy === null) return;
  const inTime = chosen.filter(({ year }) => year <= neededBy).map(({ column }): Entry => [column, 1]);
  if (shortfalls === null) {
    addRow(programme, 1, Number.POSITIVE_INFINITY, inTime);
    return;
  }
  const short = addColumn(programme, 1, 0, 1, false);
  shortfalls.push({ column: short, year: neededBy, of: { kind: "rotation" } });
  addRow(programme, 1, Number.POSITIVE_INFINITY, [...inTime, [short, 1]]);
  fills.push((values) => {
    values[short] = sumOver(inTime, values) > 0 ? 0 : 1;
  });
};
