import {
  applyNodeChanges,
  Background,
  BackgroundVariant,
  type Connection,
  ConnectionMode,
  Controls,
  MiniMap,
  type NodeChange,
  ReactFlow,
  type ReactFlowInstance,
  ReactFlowProvider,
  useReactFlow,
} from "@xyflow/react";
import { type FormEvent, memo, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { ignoreComposingEnter } from "~/components/TextField";
import { useSelection } from "../use-selection";
import { edgesOf, type Known, nodesOf } from "./flow-parts";
import { layout } from "./layout";
import { nodeTypes, type SchoolNode, type TownshipNode } from "./nodes";
import type { SchoolCard, SchoolLink } from "./school-cards";

interface MapProps {
  readonly cards: readonly SchoolCard[];
  readonly links: readonly SchoolLink[];
  readonly folded: ReadonlySet<string>;
  readonly onToggle: (township: string) => void;
  readonly onUnfold: (township: string) => void;
  /** An edge has been drawn by hand from one school to another. */
  readonly onConnect: (from: string, to: string) => void;
  readonly may: boolean;
}

/** Fitting stops where names can still be read and the heads of townships still be hit. */
const whole = { padding: 0.04, minZoom: 0.65 } as const;
const edge = 12;

/** All townships; where they would become too small to read, as many of them as fit from the first on. */
const showWhole = async (map: ReactFlowInstance<MapNode>): Promise<void> => {
  await map.fitView(whole);
  const { x, y, zoom } = map.getViewport();
  const bounds = map.getNodesBounds(map.getNodes());
  const [left, top] = [bounds.x * zoom + x, bounds.y * zoom + y];
  if (left < 0 || top < 0) await map.setViewport({ x: left < 0 ? x - left + edge : x, y: top < 0 ? y - top + edge : y, zoom });
};

type MapNode = SchoolNode | TownshipNode;

const tones = { met: "var(--pass)", not_met: "var(--fail)", not_evaluable: "var(--none)" } as const;
const miniColour = (node: MapNode): string =>
  node.type === "school" && node.data.card.verdict !== null ? tones[node.data.card.verdict] : "var(--data-track)";

/** The county on one sheet. Positions moved by hand last as long as the page; the layout is the sheet's own. */
const Sheet = ({ cards, links, folded, onToggle, onUnfold, onConnect, may }: MapProps) => {
  const { t } = useTranslation();
  const flow = useReactFlow<MapNode>();
  const { lever, selectLever, selectSchool } = useSelection();
  const known = useRef<Known>(new Map());
  const shape = JSON.stringify([...folded].sort()) + cards.map(({ code, badges }) => `${code}${badges.length}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the layout depends on what is folded and on how tall the cards are, not on their verdicts
  const places = useMemo(() => layout(cards, folded), [shape]);
  const boxes = useMemo(() => {
    const byCode = new Map(cards.map((card) => [card.code, card]));
    return places.map((box) => ({ ...box, schools: box.schools.map((card) => byCode.get(card.code) ?? card) }));
  }, [places, cards]);
  const drawn = useMemo(() => nodesOf(t, boxes, known.current, onToggle), [t, boxes, onToggle]);
  const edges = useMemo(() => edgesOf(t, links, boxes, lever), [t, links, boxes, lever]);
  const [nodes, setNodes] = useState<MapNode[]>(drawn);
  const moved = useRef<string>(shape);
  useEffect(() => {
    setNodes((before) => {
      if (moved.current !== shape) return drawn;
      const held = new Map(before.map((node) => [node.id, node]));
      const next = drawn.map((node) => {
        const own = held.get(node.id);
        if (own === undefined) return node;
        return own.data === node.data ? own : ({ ...own, data: node.data } as MapNode);
      });
      return next.length === before.length && next.every((node, index) => node === before[index]) ? before : next;
    });
    if (moved.current !== shape) {
      moved.current = shape;
      requestAnimationFrame(() => void showWhole(flow));
    }
  }, [drawn, shape, flow]);
  const change = useCallback((changes: NodeChange<MapNode>[]) => setNodes((before) => applyNodeChanges(changes, before)), []);
  const connect = useCallback(({ source, target }: Connection) => source !== target && onConnect(source, target), [onConnect]);
  const find = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get("find") ?? "").trim();
    const card = cards.find(({ code, name }) => text !== "" && (name.includes(text) || code === text));
    if (card === undefined) return;
    onUnfold(card.township);
    selectSchool(card.code);
    setTimeout(() => void flow.fitView({ nodes: [{ id: card.code }], maxZoom: 1.2, padding: 2 }), 60);
  };
  return (
    <>
      <form className="ws-find" role="search" onSubmit={find}>
        <input
          name="find"
          type="search"
          className="input"
          aria-label={t("workspace:canvas.find")}
          placeholder={t("workspace:canvas.find")}
          onKeyDown={ignoreComposingEnter}
        />
        <Button type="submit" size="small">
          {t("workspace:canvas.go")}
        </Button>
        <Button size="small" onClick={() => void showWhole(flow)}>
          {t("workspace:canvas.fit")}
        </Button>
        <Button size="small" onClick={() => setNodes(drawn)}>
          {t("workspace:canvas.arrange")}
        </Button>
      </form>
      <div className="ws-map" role="group" aria-label={t("workspace:canvas.label")}>
        <ReactFlow<MapNode>
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          onNodesChange={change}
          onConnect={connect}
          onNodeClick={(_, node) => node.type === "school" && selectSchool(node.id)}
          onEdgeClick={(_, edge) => selectLever(typeof edge.data?.leverId === "string" ? edge.data.leverId : null)}
          connectionMode={ConnectionMode.Loose}
          nodesConnectable={may}
          nodesFocusable={false}
          edgesFocusable={false}
          onlyRenderVisibleElements
          deleteKeyCode={null}
          onInit={(map) => void showWhole(map)}
          minZoom={0.1}
          maxZoom={2}
        >
          <Background variant={BackgroundVariant.Dots} />
          <Controls showInteractive={false} />
          <MiniMap<MapNode> pannable zoomable nodeColor={miniColour} ariaLabel={t("workspace:canvas.minimap")} />
        </ReactFlow>
      </div>
    </>
  );
};

/** Drawn again only when a school or an edge of the sheet has changed. */
export const SchoolMap = memo((props: MapProps) => (
  <ReactFlowProvider>
    <Sheet {...props} />
  </ReactFlowProvider>
));
SchoolMap.displayName = "SchoolMap";
