import type { CountyComparisonRow } from "@server/province/contract";
import { type ReactNode, useMemo } from "react";
import { type Column, DataTable } from "~/components/DataTable";
import { TableFoot } from "~/components/TableFoot";
import { DrawnCell } from "./DrawnCell";
import type { CompareColumn, CompareSheet } from "./drawn";
import { SideMark } from "./SideMark";
import type { Side } from "./sides";

const Head = ({ column }: { readonly column: CompareColumn }) => (
  <span className={column.width < 30 ? "heat__head heat__head--narrow" : "heat__head"}>
    {column.stage === undefined ? null : <span className="heat__stage">{column.stage}</span>}
    <span className="heat__name">{column.label}</span>
  </span>
);

/** A view of the comparison as a table; the reference county is marked in word and tint, those beside it by mark and letter. */
export const CompareGrid = ({
  sheet,
  rows,
  sides,
  own,
  sort,
  note,
  children,
}: {
  readonly sheet: CompareSheet;
  readonly rows: readonly CountyComparisonRow[];
  readonly sides: readonly Side[];
  /** Code of the reference county. */
  readonly own: string | null;
  readonly sort: { readonly key: string; readonly direction: "asc" | "desc" } | null;
  readonly note: string;
  /** Legend. */
  readonly children?: ReactNode;
}) => {
  const columns = sheet.columns.map((column): Column<CountyComparisonRow> => {
    const drawn = (row: CountyComparisonRow) => <DrawnCell drawn={column.draw(row)} />;
    const heat = column.width < 30;
    return {
      key: column.key,
      header: heat || column.stage !== undefined ? <Head column={column} /> : column.label,
      ...(column.head === column.label ? {} : { title: column.head }),
      align: column.align,
      sortable: column.order !== null,
      width: `${column.width}px`,
      ...(heat ? { cellClass: () => "heat__td" } : {}),
      render:
        column.key === "county"
          ? (row) => (
              <>
                {drawn(row)} <SideMark row={row} sides={sides} own={own} />
              </>
            )
          : drawn,
    };
  });
  const summary = useMemo(() => {
    const published = rows.filter(({ publication }) => publication !== null);
    const totals = sheet.columns.map((column) => ({ key: column.key, totals: column.totals?.(published) ?? {} }));
    return sheet.summaries.map(({ key, label, format }) => ({
      key,
      cells: {
        county: label,
        ...Object.fromEntries(totals.flatMap((one) => (key in one.totals ? [[one.key, format(one.totals[key] ?? null)]] : []))),
      },
    }));
  }, [rows, sheet]);
  return (
    <DataTable
      caption={sheet.caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.countyId}
      rowClass={(row) => (row.countyCode === own ? "is-selected" : undefined)}
      rowHeight={28}
      sort={sort}
      summary={summary}
      foot={
        <TableFoot total={rows.length} note={note}>
          {children}
        </TableFoot>
      }
    />
  );
};
