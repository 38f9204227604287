import { Background, Controls, type Edge, type Node, Position, ReactFlow } from "@xyflow/react";
import { useMemo } from "react";
import { formatNumber } from "~/components/format";
import type { ResultView } from "./result-view";
import { useFlowLabels } from "./use-flow-labels";

type Flow = ResultView["flows"][number];

const columnWidth = 360;
const rowHeight = 48;

/** Senders at the left, receivers at the right; a school that does both stands on both sides. */
const layout = (
  flows: readonly Flow[],
  schoolName: (code: string) => string,
): { readonly nodes: Node[]; readonly edges: Edge[]; readonly rows: number } => {
  const sides = { from: [...new Set(flows.map(({ fromCode }) => fromCode))], to: [...new Set(flows.map(({ toCode }) => toCode))] };
  const column = (side: "from" | "to"): Node[] =>
    sides[side].map((code, row) => ({
      id: `${side}:${code}`,
      type: side === "from" ? "input" : "output",
      position: { x: side === "from" ? 0 : columnWidth, y: row * rowHeight },
      data: { label: schoolName(code) },
      sourcePosition: Position.Right,
      targetPosition: Position.Left,
    }));
  const edges = flows.map(
    (flow): Edge => ({
      id: `${flow.stage}:${flow.fromCode}:${flow.toCode}`,
      source: `from:${flow.fromCode}`,
      target: `to:${flow.toCode}`,
      ariaLabel: `${schoolName(flow.fromCode)} → ${schoolName(flow.toCode)}`,
      label: `${formatNumber(flow.teachers, 1)} / ${formatNumber(flow.backbone, 1)}`,
      style: { strokeWidth: Math.min(6, 1 + flow.teachers / 3) },
    }),
  );
  return { nodes: [...column("from"), ...column("to")], edges, rows: Math.max(sides.from.length, sides.to.length) };
};

/** Rotation as a picture; its table twin stands beneath it. */
export const FlowCanvas = ({
  flows,
  schoolName,
  label,
}: {
  readonly flows: readonly Flow[];
  readonly schoolName: (code: string) => string;
  readonly label: string;
}) => {
  const { nodes, edges, rows } = useMemo(() => layout(flows, schoolName), [flows, schoolName]);
  return (
    <div className="flow-canvas" style={{ height: Math.min(720, 80 + rows * rowHeight) }} role="group" aria-label={label}>
      <ReactFlow
        ariaLabelConfig={useFlowLabels()}
        nodes={nodes}
        edges={edges}
        fitView
        minZoom={0.2}
        nodesConnectable={false}
        edgesFocusable={false}
        nodesFocusable={false}
        proOptions={{ hideAttribution: false }}
      >
        <Background />
        <Controls showInteractive={false} />
      </ReactFlow>
    </div>
  );
};
