import { Background, BackgroundVariant, Controls, type Edge, Handle, type Node, type NodeProps, Position, ReactFlow } from "@xyflow/react";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { VerdictShape } from "~/components/VerdictChip";
import type { Driver, DriverGraph } from "./driver-graph";
import { type DriverText, driverText } from "./driver-text";

interface Data extends Record<string, unknown> {
  readonly text: DriverText;
  readonly kind: Driver["kind"];
  readonly focused: boolean;
}
type DriverFlowNode = Node<Data, "driver">;

const columnWidth = 222;
const rowHeight = 64;
const nodeWidth = 188;

const DriverCard = memo(({ data: { text, kind, focused } }: NodeProps<DriverFlowNode>) => (
  <div className={`ws-driver ws-driver--${kind}${focused ? " ws-driver--on" : ""}`}>
    <Handle type="target" position={Position.Left} />
    <span className="ws-driver__title">
      {text.verdict === null ? null : <VerdictShape kind={text.verdict} />} {text.title}
    </span>
    <span className="ws-driver__value num">{text.value}</span>
    <Handle type="source" position={Position.Right} />
  </div>
));
const nodeTypes = { driver: DriverCard };

/** The graph as a picture, verdict at the left, inputs at the right, each column centred. */
export const DriverMap = ({ graph, onOpen }: { readonly graph: DriverGraph; readonly onOpen: (driver: Driver, id: string) => void }) => {
  const { t } = useTranslation();
  const { nodes, edges } = useMemo(() => {
    const columns = new Map<number, number>();
    for (const { column } of graph.nodes) columns.set(column, (columns.get(column) ?? 0) + 1);
    const tallest = Math.max(...columns.values(), 1);
    const used = new Map<number, number>();
    return {
      nodes: graph.nodes.map(({ id, column, driver }): DriverFlowNode => {
        const row = used.get(column) ?? 0;
        used.set(column, row + 1);
        const top = ((tallest - (columns.get(column) ?? 0)) / 2) * rowHeight;
        return {
          id,
          type: "driver",
          position: { x: column * columnWidth, y: top + row * rowHeight },
          width: nodeWidth,
          data: { text: driverText(t, driver), kind: driver.kind, focused: id === graph.focus },
        };
      }),
      edges: graph.edges.map(({ from, to }): Edge => ({ id: `${from}>${to}`, source: from, target: to, focusable: false })),
    };
  }, [graph, t]);
  return (
    <div className="ws-map" role="group" aria-label={t("workspace:drivers.label")}>
      <ReactFlow<DriverFlowNode>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        nodesConnectable={false}
        nodesDraggable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        onNodeClick={(_, node) => {
          const found = graph.nodes.find(({ id }) => id === node.id);
          if (found !== undefined) onOpen(found.driver, found.id);
        }}
        fitView
        fitViewOptions={{ padding: 0.02 }}
        minZoom={0.2}
        deleteKeyCode={null}
      >
        <Background variant={BackgroundVariant.Dots} />
        <Controls showInteractive={false} />
      </ReactFlow>
    </div>
  );
};
