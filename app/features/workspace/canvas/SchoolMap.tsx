import {
  applyNodeChanges,
  Background,
  BackgroundVariant,
  type Connection,
  ConnectionMode,
  Controls,
  type Edge,
  MiniMap,
  type NodeChange,
  ReactFlow,
  type ReactFlowInstance,
  ReactFlowProvider,
  useReactFlow,
} from "@xyflow/react";
import { type FormEvent, memo, type ReactNode, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { ignoreComposingEnter } from "~/components/composing";
import { normaliseDigits } from "~/components/digits";
import { useFlowLabels } from "~/features/planning/use-flow-labels";
import { useSelection } from "../use-selection";
import { edgesOf, nodesOf, renamed, saidOf } from "./flow-parts";
import { layout } from "./layout";
import { nodeTypes, type SchoolNode, type TownshipNode } from "./nodes";
import { type Said, SaidProvider, saidStore } from "./said";
import type { SchoolCard, SchoolLink } from "./school-cards";

interface MapProps {
  /** What stands in one row with the search. */
  readonly bar: ReactNode;
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
const lines = ["rotation", "rezone", "merger", "transfer"] as const;

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
  node.type === "school" && node.data.verdict !== null ? tones[node.data.verdict] : "var(--data-track)";

/** Small enough to leave the schools beside it to be read. */
const miniSize = { width: 132, height: 96 };

const initially = (map: ReactFlowInstance<MapNode>) => void showWhole(map);

interface FlowProps extends Pick<MapProps, "onConnect" | "may"> {
  readonly nodes: MapNode[];
  readonly edges: Edge[];
  readonly onNodesChange: (changes: NodeChange<MapNode>[]) => void;
}

/** The sheet proper: drawn again only when something on it moves, for then every node is looked at. */
const Flow = memo(({ nodes, edges, onNodesChange, onConnect, may }: FlowProps) => {
  const { t } = useTranslation();
  const { selectLever, selectSchool } = useSelection();
  const connect = useCallback(({ source, target }: Connection) => source !== target && onConnect(source, target), [onConnect]);
  const openNode = useCallback((_: unknown, { id, type }: MapNode) => type === "school" && selectSchool(id), [selectSchool]);
  const openEdge = useCallback(
    (_: unknown, { data }: Edge) => selectLever(typeof data?.["leverId"] === "string" ? data["leverId"] : null),
    [selectLever],
  );
  const labels = useFlowLabels();
  return (
    <ReactFlow<MapNode>
      ariaLabelConfig={labels}
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      onNodesChange={onNodesChange}
      onConnect={connect}
      onNodeClick={openNode}
      onEdgeClick={openEdge}
      connectionMode={ConnectionMode.Loose}
      nodesConnectable={may}
      nodesFocusable={false}
      edgesFocusable={false}
      onlyRenderVisibleElements
      deleteKeyCode={null}
      onInit={initially}
      minZoom={0.1}
      maxZoom={2}
    >
      <Background variant={BackgroundVariant.Dots} />
      <Controls showInteractive={false} />
      <MiniMap<MapNode> pannable zoomable nodeColor={miniColour} style={miniSize} ariaLabel={t("workspace:canvas.minimap")} />
    </ReactFlow>
  );
});
Flow.displayName = "Flow";

const Legend = memo(() => {
  const { t } = useTranslation();
  return (
    <ul className="plain ws-legend">
      {lines.map((kind) => (
        <li key={kind}>
          <svg width="28" height="8" aria-hidden="true">
            <path className={`ws-edge-line ws-edge-line--${kind}`} d="M0 4h28" />
          </svg>
          {t(`workspace:canvas.legend.${kind}`)}
        </li>
      ))}
    </ul>
  );
});
Legend.displayName = "Legend";

/** The county on one sheet. Positions moved by hand last as long as the page; the layout is the sheet's own. */
const Sheet = ({ bar, cards, links, folded, onToggle, onUnfold, onConnect, may }: MapProps) => {
  const { t } = useTranslation();
  const flow = useReactFlow<MapNode>();
  const { lever, selectSchool } = useSelection();
  const shape = JSON.stringify([...folded].sort()) + cards.map(({ code, badges }) => `${code}${badges.length}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the layout depends on what is folded and on how tall the cards are, not on their verdicts
  const places = useMemo(() => layout(cards, folded), [shape]);
  const before = useRef<Said | null>(null);
  const said = useMemo(() => saidOf(t, cards, folded, before.current), [t, cards, folded]);
  before.current = said;
  const [store] = useState(() => saidStore(said, onToggle));
  const edges = useMemo(() => edgesOf(t, links, places, lever), [t, links, places, lever]);
  const [nodes, setNodes] = useState<MapNode[]>(() => nodesOf(places, said));
  const laidOut = useRef(places);
  // Before anything is painted: no card may show an old figure beside new ones.
  useLayoutEffect(() => {
    store.say(said);
    if (laidOut.current === places) {
      setNodes((before) => renamed(before, said));
      return;
    }
    laidOut.current = places;
    setNodes(nodesOf(places, said));
    requestAnimationFrame(() => void showWhole(flow));
  }, [store, said, places, flow]);
  const change = useCallback((changes: NodeChange<MapNode>[]) => setNodes((before) => applyNodeChanges(changes, before)), []);
  /** What was looked for and is not there. */
  const [missed, setMissed] = useState("");
  const find = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get("find") ?? "").trim();
    const card = cards.find(({ code, name }) => text !== "" && (name.includes(text) || code === normaliseDigits(text)));
    setMissed(card === undefined ? text : "");
    if (card === undefined) return;
    onUnfold(card.township);
    selectSchool(card.code);
    setTimeout(() => void flow.fitView({ nodes: [{ id: card.code }], maxZoom: 1.2, padding: 2 }), 60);
  };
  return (
    <SaidProvider value={store}>
      <div className="ws-canvas__bar ws-canvas__bar--map">
        {bar}
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
          <Button size="small" onClick={() => setNodes(nodesOf(places, said))}>
            {t("workspace:canvas.arrange")}
          </Button>
          <span role="status" className="caption tone-near">
            {missed === "" ? "" : t("workspace:canvas.not_found", { text: missed })}
          </span>
        </form>
      </div>
      <div className="ws-map" role="group" aria-label={t("workspace:canvas.label")}>
        <Flow nodes={nodes} edges={edges} onNodesChange={change} onConnect={onConnect} may={may} />
      </div>
      <Legend />
    </SaidProvider>
  );
};

/** Drawn again only when a school or an edge of the sheet has changed. */
export const SchoolMap = memo((props: MapProps) => (
  <ReactFlowProvider>
    <Sheet {...props} />
  </ReactFlowProvider>
));
SchoolMap.displayName = "SchoolMap";
