import { Background, BackgroundVariant, Controls, type Edge, Handle, type Node, type NodeProps, Position, ReactFlow } from "@xyflow/react";
import { createContext, memo, useCallback, useContext, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { VerdictShape } from "~/components/VerdictChip";
import { useFlowLabels } from "~/features/planning/use-flow-labels";
import { useKept } from "../keep-equal";
import type { Driver, DriverGraph } from "./driver-graph";
import { type DriverText, driverText } from "./driver-text";

interface Said {
  readonly text: DriverText;
  readonly kind: Driver["kind"];
  readonly focused: boolean;
}
/** What the cards say, by id of the driver: beside the nodes, so that React Flow hears of an answer only when a card comes or goes. */
const SaidContext = createContext<Readonly<Record<string, Said>>>({});

type DriverFlowNode = Node<Record<string, never>, "driver">;

const columnWidth = 222;
const rowHeight = 80;
const nodeWidth = 188;

/** Drawn again only when its own words have changed. */
const Card = memo(({ said: { text, kind, focused } }: { readonly said: Said }) => (
  <div className={`ws-driver ws-driver--${kind}${focused ? " ws-driver--on" : ""}`}>
    <Handle type="target" position={Position.Left} />
    <span className="ws-driver__title">
      {text.verdict === null ? null : <VerdictShape kind={text.verdict} />} {text.title}
    </span>
    <span className="ws-driver__value num">{text.value}</span>
    <Handle type="source" position={Position.Right} />
  </div>
));
Card.displayName = "Card";

const DriverNodeCard = ({ id }: NodeProps<DriverFlowNode>) => {
  const said = useContext(SaidContext)[id];
  return said === undefined ? null : <Card said={said} />;
};
const nodeTypes = { driver: memo(DriverNodeCard) };

/** Each column centred beside the tallest. */
const nodesOf = ({ nodes }: DriverGraph): DriverFlowNode[] => {
  const columns = new Map<number, number>();
  for (const { column } of nodes) columns.set(column, (columns.get(column) ?? 0) + 1);
  const tallest = Math.max(...columns.values(), 1);
  const used = new Map<number, number>();
  return nodes.map(({ id, column }): DriverFlowNode => {
    const row = used.get(column) ?? 0;
    used.set(column, row + 1);
    const top = ((tallest - (columns.get(column) ?? 0)) / 2) * rowHeight;
    return { id, type: "driver", position: { x: column * columnWidth, y: top + row * rowHeight }, width: nodeWidth, data: {} };
  });
};

interface FlowProps {
  readonly nodes: DriverFlowNode[];
  readonly edges: Edge[];
  readonly onOpen: (id: string) => void;
}

/** The sheet proper: drawn again only when a card or an edge comes or goes. */
const Flow = memo(({ nodes, edges, onOpen }: FlowProps) => (
  <ReactFlow<DriverFlowNode>
    ariaLabelConfig={useFlowLabels()}
    nodes={nodes}
    edges={edges}
    nodeTypes={nodeTypes}
    nodesConnectable={false}
    nodesDraggable={false}
    nodesFocusable={false}
    edgesFocusable={false}
    onNodeClick={(_, { id }) => onOpen(id)}
    fitView
    fitViewOptions={{ padding: 0.02 }}
    minZoom={0.2}
    deleteKeyCode={null}
  >
    <Background variant={BackgroundVariant.Dots} />
    <Controls showInteractive={false} />
  </ReactFlow>
));
Flow.displayName = "Flow";

/** The graph as a picture, verdict at the left, inputs at the right. */
export const DriverMap = ({ graph, onOpen }: { readonly graph: DriverGraph; readonly onOpen: (driver: Driver, id: string) => void }) => {
  const { t } = useTranslation();
  const said = useKept(
    useMemo(
      () =>
        Object.fromEntries(
          graph.nodes.map(({ id, driver }): [string, Said] => [
            id,
            { text: driverText(t, driver), kind: driver.kind, focused: id === graph.focus },
          ]),
        ),
      [graph, t],
    ),
  );
  const nodes = useKept(useMemo(() => nodesOf(graph), [graph]));
  const edges = useKept(
    useMemo(() => {
      const titles = new Map(graph.nodes.map(({ id, driver }) => [id, driverText(t, driver).title]));
      return graph.edges.map(
        ({ from, to }): Edge => ({
          id: `${from}>${to}`,
          source: from,
          target: to,
          focusable: false,
          ariaLabel: `${titles.get(from)} — ${titles.get(to)}`,
        }),
      );
    }, [graph, t]),
  );
  const newest = useRef({ graph, onOpen });
  newest.current = { graph, onOpen };
  const open = useCallback((id: string) => {
    const found = newest.current.graph.nodes.find((node) => node.id === id);
    if (found !== undefined) newest.current.onOpen(found.driver, id);
  }, []);
  return (
    <SaidContext.Provider value={said}>
      <div className="ws-map" role="group" aria-label={t("workspace:drivers.label")}>
        <Flow nodes={nodes} edges={edges} onOpen={open} />
      </div>
    </SaidContext.Provider>
  );
};
