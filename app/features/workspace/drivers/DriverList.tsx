import { useTranslation } from "react-i18next";
import { VerdictShape } from "~/components/VerdictChip";
import type { Driver, DriverGraph, DriverNode } from "./driver-graph";
import { driverText } from "./driver-text";

interface ListProps {
  readonly graph: DriverGraph;
  readonly onOpen: (driver: Driver, id: string) => void;
}

/** The graph as nested lists: the same figures and the same ways to change them, by keyboard. */
export const DriverList = ({ graph, onOpen }: ListProps) => (
  <div className="card ws-drivers__list">
    <Branch ids={["county"]} graph={graph} onOpen={onOpen} />
  </div>
);

const Branch = ({ ids, graph, onOpen }: ListProps & { readonly ids: readonly string[] }) => {
  const nodes = ids.flatMap((id): DriverNode[] => graph.nodes.filter((node) => node.id === id));
  return (
    <ul>
      {nodes.map((node) => (
        <li key={node.id}>
          <Entry node={node} onOpen={onOpen} />
          {graph.edges.some(({ from }) => from === node.id) ? (
            <Branch ids={graph.edges.filter(({ from }) => from === node.id).map(({ to }) => to)} graph={graph} onOpen={onOpen} />
          ) : null}
        </li>
      ))}
    </ul>
  );
};

/** What a click opens; all else is told only. */
const openable: ReadonlySet<Driver["kind"]> = new Set([
  "balance",
  "sections",
  "item",
  "section",
  "lever",
  "assumption",
  "missing",
  "missing_item",
]);

const Entry = ({ node: { id, driver }, onOpen }: Pick<ListProps, "onOpen"> & { readonly node: DriverNode }) => {
  const { t } = useTranslation();
  const { title, value, verdict } = driverText(t, driver);
  const content = (
    <>
      {verdict === null ? null : <VerdictShape kind={verdict} label={t(`common:verdict.${verdict}`)} />} {title}{" "}
      <span className="num">{value}</span>
    </>
  );
  const inert = !openable.has(driver.kind);
  return inert ? (
    <span>{content}</span>
  ) : (
    <button type="button" className="ws-link" onClick={() => onOpen(driver, id)}>
      {content}
    </button>
  );
};
