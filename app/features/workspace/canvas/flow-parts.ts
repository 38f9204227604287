import { type Edge, MarkerType } from "@xyflow/react";
import type { TFunction } from "i18next";
import { formatCount, formatMoneyWan, formatNumber, formatPercent } from "~/components/format";
import { keepEqual } from "../keep-equal";
import { cardWidth, mostBadges, type TownshipBox } from "./layout";
import { type SchoolNode, type TownshipNode, townshipId } from "./nodes";
import type { Said, SchoolSaid, TownshipSaid } from "./said";
import type { SchoolCard, SchoolLink } from "./school-cards";

const rank = { not_met: 0, not_evaluable: 1, met: 2 } as const;

const worstOf = (schools: readonly SchoolCard[]): SchoolCard["verdict"] =>
  schools.reduce<SchoolCard["verdict"]>(
    (worst, { verdict }) => (verdict === null ? worst : worst === null || rank[verdict] < rank[worst] ? verdict : worst),
    null,
  );

const schoolSaid = (t: TFunction, card: SchoolCard): SchoolSaid => ({
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

const townshipSaid = (t: TFunction, township: string, schools: readonly SchoolCard[], folded: boolean): TownshipSaid => {
  const failing = schools.filter(({ verdict }) => verdict === "not_met").length;
  return {
    title: township,
    note: t(failing > 0 ? "workspace:canvas.township_failing" : "workspace:canvas.township", { count: schools.length, failing }),
    folded,
    verdict: worstOf(schools),
    toggle: t(folded ? "workspace:canvas.unfold" : "workspace:canvas.fold", { name: township }),
  };
};

/** What the sheet says of schools and townships; what says the same as `before` is the very same. */
export const saidOf = (t: TFunction, cards: readonly SchoolCard[], folded: ReadonlySet<string>, before: Said | null): Said => {
  const schools = new Map<string, SchoolSaid>();
  const byTownship = new Map<string, SchoolCard[]>();
  for (const card of cards) {
    const known = before?.schools.get(card.code);
    schools.set(card.code, known?.card === card ? known : schoolSaid(t, card));
    const others = byTownship.get(card.township);
    if (others === undefined) byTownship.set(card.township, [card]);
    else others.push(card);
  }
  const townships = new Map(
    [...byTownship].map(([township, own]) => [
      township,
      keepEqual(before?.townships.get(township), townshipSaid(t, township, own, folded.has(township))),
    ]),
  );
  return { schools, townships };
};

/** Nodes of a layout. */
export const nodesOf = (places: readonly TownshipBox[], { schools }: Said): (SchoolNode | TownshipNode)[] =>
  places.flatMap((box): (SchoolNode | TownshipNode)[] => {
    const id = townshipId(box.township);
    const township: TownshipNode = {
      id,
      type: "township",
      position: { x: box.x, y: box.y },
      width: box.width,
      height: box.height,
      selectable: false,
      zIndex: -1,
      data: {},
    };
    const inside = box.places.flatMap((place, index): SchoolNode[] => {
      const said = schools.get(box.schools[index]?.code ?? "");
      if (said === undefined) return [];
      return [
        {
          id: said.card.code,
          type: "school",
          parentId: id,
          position: { x: place.x, y: place.y },
          width: place.width,
          height: place.height,
          ...sheetFacts(said),
        },
      ];
    });
    return [township, ...inside];
  });

/** What the sheet itself says of a school: its name for those who hear it, its colour on the small map. */
const sheetFacts = ({ card, facts }: SchoolSaid): Pick<SchoolNode, "data"> & { readonly ariaLabel: string } => ({
  ariaLabel: `${card.name} ${facts}`,
  data: { verdict: card.verdict },
});

/** Nodes with what the sheet now says of them, where they stand; the very same list as long as it says the same. */
export const renamed = <N extends SchoolNode | TownshipNode>(nodes: N[], { schools }: Said): N[] => {
  const next = nodes.map((node) => {
    const said = node.type === "school" ? schools.get(node.id) : undefined;
    if (said === undefined) return node;
    const { ariaLabel, data } = sheetFacts(said);
    return node.ariaLabel === ariaLabel && node.data["verdict"] === data.verdict ? node : { ...node, ariaLabel, data };
  });
  return next.every((node, index) => node === nodes[index]) ? nodes : next;
};

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
  const at = new Map<string, { readonly name: string; readonly node: string; readonly point: Point; readonly folded: boolean }>();
  for (const box of boxes)
    for (const [index, { code, name }] of box.schools.entries()) {
      const place = box.places[index];
      at.set(code, {
        name,
        node: place === undefined ? townshipId(box.township) : code,
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
        ariaLabel: `${from.name} → ${to.name}`,
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
