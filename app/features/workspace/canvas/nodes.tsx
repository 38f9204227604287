import { Handle, type Node, type NodeProps, Position } from "@xyflow/react";
import { memo, useCallback } from "react";
import { VerdictShape } from "~/components/VerdictChip";
import { type Said, type SchoolSaid, useSaid, useSaidStore } from "./said";
import type { SchoolCard } from "./school-cards";

/** Nodes carry only what the sheet itself draws; what a card says stands in the store beside it. */
export interface SchoolData extends Record<string, unknown> {
  /** For the small map. */
  readonly verdict: SchoolCard["verdict"];
}
export type SchoolNode = Node<SchoolData, "school">;
export type TownshipNode = Node<Record<string, never>, "township">;

const sides = [
  ["t", Position.Top],
  ["r", Position.Right],
  ["b", Position.Bottom],
  ["l", Position.Left],
] as const;

/** Mark of the verdict, larger with more pupils: 10 px for a teaching point, 26 px for 2000 and more. */
const markSize = (pupils: number | null): number => Math.round(10 + 16 * Math.min(1, Math.sqrt((pupils ?? 0) / 2000)));

/** Not drawn again while it is dragged: where it stands is not its own affair. */
const Card = memo(({ said: { card, facts, badges, more }, selected }: { readonly said: SchoolSaid; readonly selected: boolean }) => (
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
));
Card.displayName = "Card";

const School = ({ id, selected }: NodeProps<SchoolNode>) => {
  const said = useSaid(useCallback(({ schools }: Said) => schools.get(id), [id]));
  return said === undefined ? null : <Card said={said} selected={selected} />;
};

/** Ids of nodes: schools by their code, townships by their name. */
export const townshipId = (township: string): string => `township:${township}`;
const townshipOf = (id: string): string => id.slice(townshipId("").length);

const Township = ({ id }: NodeProps<TownshipNode>) => {
  const { onToggle } = useSaidStore();
  const township = townshipOf(id);
  const said = useSaid(useCallback(({ townships }: Said) => townships.get(township), [township]));
  if (said === undefined) return null;
  const { title, note, folded, toggle, verdict } = said;
  return (
    <div className={folded ? "ws-town ws-town--folded" : "ws-town"}>
      <button type="button" className="ws-town__head nodrag" aria-expanded={!folded} title={toggle} onClick={() => onToggle(township)}>
        <strong>{title}</strong> <span className="caption muted">{note}</span>
        {folded && verdict !== null ? <VerdictShape kind={verdict} /> : null}
      </button>
    </div>
  );
};

export const nodeTypes = { school: memo(School), township: memo(Township) };
