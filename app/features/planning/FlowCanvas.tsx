import { Background, Controls, type Edge, type Node, Position, ReactFlow } from "@xyflow/react";
import { useMemo } from "react";
import { formatNumber } from "~/components/format";
import type { ResultView } from "./result-view";

type Flow = ResultView["flows"][number];

const columnWidth = 420;
const rowHeight = 52;

/** Senders at the left, receivers at the right; who does both stands in the middle. */
const layout = (flows: readonly Flow[], schoolName: (code: string) => string): { readonly nodes: Node[]; readonly edges: Edge[] } => {
  const senders = new Set(flows.map(({ fromCode }) => fromCode));
  const receivers = new Set(flows.map(({ toCode }) => toCode));
  const filled = [0, 0, 0];
  const nodes = [...new Set([...senders, ...receivers])].map((code): Node => {
    const column = senders.has(code) ? (receivers.has(code) ? 1 : 0) : 2;
    const row = filled[column] ?? 0;
    filled[column] = row + 1;
    return {
      id: code,
      position: { x: column * columnWidth, y: row * rowHeight },
      data: { label: schoolName(code) },
      sourcePosition: Position.Right,
      targetPosition: Position.Left,
    };
  });
  const edges = flows.map(
    (flow): Edge => ({
      id: `${flow.stage}:${flow.fromCode}:${flow.toCode}`,
      source: flow.fromCode,
      target: flow.toCode,
      label: `${formatNumber(flow.teachers, 1)} / ${formatNumber(flow.backbone, 1)}`,
      style: { strokeWidth: Math.min(6, 1 + flow.teachers / 3) },
    }),
  );
  return { nodes, edges };
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
  const { nodes, edges } = useMemo(() => layout(flows, schoolName), [flows, schoolName]);
  return (
    <div className="flow-canvas" role="group" aria-label={label}>
      <ReactFlow
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
