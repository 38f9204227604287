import type { CountyAssessment, Verdict } from "@server/compliance/contract";
import { figureKind, type ItemId, itemIds } from "@server/compliance/items-contract";

/** One line of 未达标与无法评定 for an item of the county: 政府保障, 教育质量, 社会认可. */
export interface ItemGap {
  readonly item: ItemId;
  readonly verdict: Verdict;
  /** The figure that the limit bounds; null where the item has no single one. */
  readonly figure: { readonly name: string; readonly value: number | null; readonly limit: number } | null;
  /** Relative distance from the limit; null where it does not convert to a ratio (不折算). */
  readonly distance: number | null;
  readonly schools: readonly string[];
  readonly failing: number;
  readonly open: number;
  readonly missing: number;
}

const shownSchools = 3;

/** G4, G5 count what is over a cap (`over…`): none may be, and the cap itself is no limit of that count. */
const countOver = (item: ItemId, figures: Readonly<Record<string, number | null>>): ItemGap["figure"] => {
  const counts = Object.entries(figures).filter(([name]) => name.startsWith("over"));
  if (counts.length === 0) return null;
  const value = counts.some(([, count]) => count === null) ? null : counts.reduce((sum, [, count]) => sum + (count ?? 0), 0);
  return { name: item === "G4" ? "overSchools" : "overClasses", value, limit: 0 };
};

const figureOf = (item: ItemId, { figures, limits }: NonNullable<CountyAssessment["items"]>[ItemId]): ItemGap["figure"] => {
  const over = countOver(item, figures);
  if (over !== null) return over;
  // A count (pupils of small schools in G6) is not what its limit (the pupils that are paid for) bounds.
  const bounded = Object.entries(limits).filter(([name]) => figures[name] !== undefined && figureKind(name) !== "count");
  const [name, limit] = bounded.find(([of]) => figureKind(of) === "share") ?? bounded[0] ?? [];
  return name === undefined || limit === undefined ? null : { name, limit, value: figures[name] ?? null };
};

/** Items that are not met or cannot be judged, in official order, what fails first. */
export const itemGapsOf = ({ items }: CountyAssessment): readonly ItemGap[] => {
  if (items === null) return [];
  const gaps = itemIds.flatMap((item): ItemGap[] => {
    const result = items[item];
    if (result.verdict === "met") return [];
    const figure = figureOf(item, result);
    const ratio = figure !== null && figure.limit > 0 && figure.value !== null && figureKind(figure.name) === "share";
    return [
      {
        item,
        verdict: result.verdict,
        figure,
        distance: ratio && result.verdict === "not_met" ? Math.abs((figure.value ?? 0) - figure.limit) / figure.limit : null,
        schools: result.failing.slice(0, shownSchools).map(({ schoolName }) => schoolName),
        failing: result.failing.length,
        open: result.open.length,
        missing: result.missing.length,
      },
    ];
  });
  return [...gaps.filter(({ verdict }) => verdict === "not_met"), ...gaps.filter(({ verdict }) => verdict !== "not_met")];
};
