import { Handle, type Node, type NodeProps, Position } from "@xyflow/react";
import { memo } from "react";
import { VerdictShape } from "~/components/VerdictChip";
import type { SchoolCard } from "./school-cards";

/** Everything a node shows, written: nodes look nothing up, so that dragging draws none of them again. */
export interface SchoolData extends Record<string, unknown> {
  readonly card: SchoolCard;
  readonly facts: string;
  readonly badges: readonly { readonly id: string; readonly text: string; readonly price: string }[];
  readonly more: string;
}
export type SchoolNode = Node<SchoolData, "school">;

export interface TownshipData extends Record<string, unknown> {
  readonly title: string;
  readonly note: string;
  readonly folded: boolean;
  readonly toggle: string;
  readonly verdict: SchoolCard["verdict"];
  readonly onToggle: () => void;
}
export type TownshipNode = Node<TownshipData, "township">;

const sides = [
  ["t", Position.Top],
  ["r", Position.Right],
  ["b", Position.Bottom],
  ["l", Position.Left],
] as const;

/** Mark of the verdict, larger with more pupils: 10 px for a teaching point, 26 px for 2000 and more. */
const markSize = (pupils: number | null): number => Math.round(10 + 16 * Math.min(1, Math.sqrt((pupils ?? 0) / 2000)));

const School = ({ data: { card, facts, badges, more }, selected }: NodeProps<SchoolNode>) => (
  <div
    className={[
      "ws-node",
      `ws-node--${card.verdict ?? "out"}`,
      card.changed && "ws-node--changed",
      card.closed && "ws-node--closed",
      selected && "ws-node--on",
    ]
      .filter(Boolean)
      .join(" ")}
  >
    {sides.map(([id, position]) => (
      <Handle key={id} id={id} type="source" position={position} className="ws-node__handle" />
    ))}
    <div className="ws-node__head">
      <VerdictShape kind={card.verdict ?? "not_evaluable"} size={markSize(card.pupils)} />
      <span className="ws-node__name">{card.name}</span>
    </div>
    <div className="ws-node__facts">{facts}</div>
    {badges.map((badge) => (
      <div key={badge.id} className="ws-node__badge">
        <span>{badge.text}</span>
        <span className="num">{badge.price}</span>
      </div>
    ))}
    {more === "" ? null : <span className="ws-node__more">{more}</span>}
  </div>
);

const Township = ({ data }: NodeProps<TownshipNode>) => (
  <div className={data.folded ? "ws-town ws-town--folded" : "ws-town"}>
    <button type="button" className="ws-town__head nodrag" aria-expanded={!data.folded} title={data.toggle} onClick={data.onToggle}>
      <strong>{data.title}</strong> <span className="caption muted">{data.note}</span>
      {data.folded && data.verdict !== null ? <VerdictShape kind={data.verdict} /> : null}
    </button>
  </div>
);

export const nodeTypes = { school: memo(School), township: memo(Township) };
