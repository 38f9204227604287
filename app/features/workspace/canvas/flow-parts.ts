import { type Edge, MarkerType } from "@xyflow/react";
import type { TFunction } from "i18next";
import { formatCount, formatMoneyWan, formatNumber, formatPercent } from "~/components/format";
import { cardWidth, mostBadges, type TownshipBox } from "./layout";
import type { SchoolData, SchoolNode, TownshipData, TownshipNode } from "./nodes";
import type { SchoolCard, SchoolLink } from "./school-cards";

const rank = { not_met: 0, not_evaluable: 1, met: 2 } as const;

const worstOf = (schools: readonly SchoolCard[]): SchoolCard["verdict"] =>
  schools.reduce<SchoolCard["verdict"]>(
    (worst, { verdict }) => (verdict === null ? worst : worst === null || rank[verdict] < rank[worst] ? verdict : worst),
    null,
  );

const schoolData = (t: TFunction, card: SchoolCard): SchoolData => ({
  card,
  facts: card.closed
    ? t("workspace:canvas.closed")
    : card.verdict === null
      ? t("workspace:canvas.not_counted")
      : t("workspace:canvas.facts", { pupils: formatCount(card.pupils), met: card.met, of: 7 * card.sections }),
  badges: card.badges.slice(0, mostBadges).map(({ leverId, type, priceWan }) => ({
    id: leverId,
    text: t(`planning:lever.${type}`),
    price: formatMoneyWan(priceWan),
  })),
  more: card.badges.length > mostBadges ? t("workspace:canvas.more", { count: card.badges.length - mostBadges }) : "",
});

/** What the nodes of the sheet said when they were last drawn, by their ids. */
export type Known = Map<
  string,
  { readonly card: SchoolCard; readonly data: SchoolData } | { readonly text: string; readonly data: TownshipData }
>;

/** Data of a township's head; the very same as long as it says the same. */
const townshipData = (t: TFunction, box: TownshipBox, name: string, known: Known, onToggle: (township: string) => void): TownshipData => {
  const failing = box.schools.filter(({ verdict }) => verdict === "not_met").length;
  const said = {
    title: box.township,
    note: t(failing > 0 ? "workspace:canvas.township_failing" : "workspace:canvas.township", { count: box.schools.length, failing }),
    folded: box.folded,
    verdict: worstOf(box.schools),
    toggle: t(box.folded ? "workspace:canvas.unfold" : "workspace:canvas.fold", { name: box.township }),
  };
  const text = JSON.stringify(said);
  const before = known.get(name);
  if (before !== undefined && "text" in before && before.text === text) return before.data;
  const data = { ...said, onToggle: () => onToggle(box.township) };
  known.set(name, { text, data });
  return data;
};

/** Nodes of a layout; a node that says the same keeps its very data, so that React has nothing to do. */
export const nodesOf = (
  t: TFunction,
  boxes: readonly TownshipBox[],
  known: Known,
  onToggle: (township: string) => void,
): (SchoolNode | TownshipNode)[] =>
  boxes.flatMap((box): (SchoolNode | TownshipNode)[] => {
    const name = `township:${box.township}`;
    const township: TownshipNode = {
      id: name,
      type: "township",
      position: { x: box.x, y: box.y },
      width: box.width,
      height: box.height,
      selectable: false,
      zIndex: -1,
      data: townshipData(t, box, name, known, onToggle),
    };
    const schools = box.places.flatMap((place, index): SchoolNode[] => {
      const card = box.schools[index];
      if (card === undefined) return [];
      const before = known.get(card.code);
      const data = before !== undefined && "card" in before && before.card === card ? before.data : schoolData(t, card);
      known.set(card.code, { card, data });
      return [
        {
          id: card.code,
          type: "school",
          parentId: name,
          position: { x: place.x, y: place.y },
          width: place.width,
          height: place.height,
          ariaLabel: `${card.name} ${data.facts}`,
          data,
        },
      ];
    });
    return [township, ...schools];
  });

const amountText = (t: TFunction, { kind, amount }: SchoolLink): string => {
  if (amount === null) return t("workspace:canvas.link.merger");
  if (kind === "rezone") return t("workspace:canvas.link.rezone", { amount: formatPercent(amount, 0) });
  if (kind === "transfer") return t("workspace:canvas.link.transfer", { amount: formatMoneyWan(amount) });
  return t("workspace:canvas.link.rotation", { amount: formatNumber(amount, Number.isInteger(amount) ? 0 : 1) });
};

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Side by side with nothing between them: an edge there is too short to be seen, let alone its words. */
const besides = ({ x, y }: Point, to: Point): boolean => y === to.y && Math.abs(to.x - x) < 2 * cardWidth;

/** The sides that face each other; of neighbours the upper ones, so that the edge goes over the gap. */
const facing = (from: Point, to: Point): readonly [string, string] => {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  if (besides(from, to)) return ["t", "t"];
  if (Math.abs(dx) > Math.abs(dy)) return dx > 0 ? ["r", "l"] : ["l", "r"];
  return dy > 0 ? ["b", "t"] : ["t", "b"];
};

/** Edges between schools that the layout shows; an edge to a folded township ends at its line. */
export const edgesOf = (t: TFunction, links: readonly SchoolLink[], boxes: readonly TownshipBox[], chosen: string | null): Edge[] => {
  const at = new Map<string, { readonly node: string; readonly point: Point; readonly folded: boolean }>();
  for (const box of boxes)
    for (const [index, { code }] of box.schools.entries()) {
      const place = box.places[index];
      at.set(code, {
        node: place === undefined ? `township:${box.township}` : code,
        point: { x: box.x + (place?.x ?? 0), y: box.y + (place?.y ?? 0) },
        folded: place === undefined,
      });
    }
  return links.flatMap((link): Edge[] => {
    const [from, to] = [at.get(link.from), at.get(link.to)];
    if (from === undefined || to === undefined || from.folded || to.folded) return [];
    const [sourceHandle, targetHandle] = facing(from.point, to.point);
    const over = besides(from.point, to.point) ? { type: "smoothstep", pathOptions: { offset: 10 } } : {};
    const thin = link.kind === "flow";
    return [
      {
        id: link.id,
        source: from.node,
        target: to.node,
        sourceHandle,
        targetHandle,
        ...over,
        className: `ws-edge ws-edge--${link.kind}${link.leverId !== null && link.leverId === chosen ? " ws-edge--on" : ""}`,
        ...(thin ? {} : { label: amountText(t, link) }),
        labelBgPadding: [6, 3],
        labelBgBorderRadius: 3,
        markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16 },
        data: { leverId: link.leverId },
        selectable: !thin,
        focusable: false,
        zIndex: 1,
      },
    ];
  });
};
