import { Link, useSearchParams } from "@remix-run/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatCount } from "~/components/format";
import { TableFoot } from "~/components/TableFoot";
import { withParams } from "~/components/url";
import { VerdictShape } from "~/components/VerdictChip";
import { heatColumns } from "./compare-query";
import type { Comparison } from "./load-comparison";
import { SideMark } from "./SideMark";
import { SpreadStrip } from "./SpreadStrip";
import { type SideLine, shownLines, sideLines } from "./side-lines";
import { spreadWidth } from "./spreads";

const resourceKeys = new Set(heatColumns.map(({ key }) => key));

/** Up to four counties beside each other, a line an indicator: their figures, and where they stand among all published counties. */
export const SidesView = ({ data, note }: { readonly data: Comparison; readonly note: string }) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { rows, sides, own, query } = data;
  const lines = useMemo(() => sideLines(t, rows, sides, query.measure), [t, rows, sides, query.measure]);
  const shown = shownLines(lines, query);
  const columns: Column<SideLine>[] = [
    {
      key: "indicator",
      header: t("comparing:spread.indicator"),
      width: "200px",
      render: ({ key, name }) =>
        resourceKeys.has(key) ? <Link to={withParams(params, { view: "schools", column: key })}>{name}</Link> : <span>{name}</span>,
    },
    {
      key: "standard",
      header: t("comparing:spread.standard"),
      align: "end",
      width: "70px",
      render: ({ standard }) => standard,
    },
    ...sides.map(
      (side, place): Column<SideLine> => ({
        key: side.row.countyId,
        header: (
          <span className="side-head">
            <SideMark row={side.row} sides={sides} own={own} />
            {side.row.publication === null ? (
              side.row.countyName
            ) : (
              <Link to={`/province/counties/${side.row.publication.id}`}>{side.row.countyName}</Link>
            )}
          </span>
        ),
        align: "end",
        width: "108px",
        cellClass: () => (side.row.countyCode === own ? "side-own" : undefined),
        render: ({ cells }) => {
          const cell = cells[place];
          if (cell === undefined) return null;
          const { verdict, text } = cell;
          return (
            <span className="compare-figure">
              {verdict === null || verdict === "met" ? null : (
                <VerdictShape kind={verdict} size={12} label={t(`common:verdict.${verdict}`)} />
              )}
              {text}
            </span>
          );
        },
      }),
    ),
    {
      key: "position",
      header: t("comparing:sides.position"),
      width: `${spreadWidth + 8}px`,
      render: ({ spread }) => (spread === null ? null : <SpreadStrip spread={spread} sides={sides} />),
    },
    {
      key: "failing",
      header: t("province:compare.failing_counties"),
      align: "end",
      width: "130px",
      cellClass: () => "wrap",
      render: ({ failing, unknown, spread }) => (
        <>
          {spread !== null && spread.limit === null ? "" : formatCount(failing)}
          {unknown === 0 ? null : <div className="caption muted">{t("comparing:spread.unknown", { count: unknown })}</div>}
        </>
      ),
    },
  ];
  return (
    <>
      <DataTable
        caption={t("comparing:caption.sides")}
        columns={columns}
        rows={shown}
        rowKey={({ key }) => key}
        rowHeight={40}
        foot={
          <TableFoot total={shown.length} note={note}>
            <span className="caption muted">{t("comparing:key.sides")}</span>
          </TableFoot>
        }
      />
      {lines.alike.length === 0 ? null : (
        <p>
          {query.all === null ? `${t("comparing:sides.alike", { count: lines.alike.length })} ` : null}
          <Link className="no-print" to={withParams(params, { all: query.all === null ? "1" : null })} preventScrollReset>
            {t(query.all === null ? "comparing:sides.unfold" : "comparing:sides.fold")}
          </Link>
        </p>
      )}
    </>
  );
};
