import { useSearchParams } from "@remix-run/react";
import { type CSSProperties, memo, type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Column } from "./column";
import { gridKeys } from "./grid-keys";
import { SortHeader } from "./SortHeader";
import type { Sort } from "./url";
import { useLinkClicks } from "./use-link-clicks";
import { useRowWindow } from "./use-row-window";

export type { Column } from "./column";

export interface SummaryRow {
  readonly key: string;
  /** Column key → cell; the first column holds the row's name. */
  readonly cells: Readonly<Record<string, ReactNode>>;
}

const alignClass = { start: undefined, end: "num", center: "centred" } as const;
const join = (...names: (string | undefined | false)[]) => names.filter(Boolean).join(" ") || undefined;

interface TableRowProps<Row> {
  readonly row: Row;
  /** Place among all rows, from 0. */
  readonly index: number;
  readonly columns: readonly Column<Row>[];
  readonly className: string | undefined;
}

/** Drawn again only for another row: a table whose columns stay the same list draws the rows that have changed. */
const TableRow = memo(<Row,>({ row, index, columns, className }: TableRowProps<Row>) => (
  <tr className={className} aria-rowindex={index + 2}>
    {columns.map((column, place) => {
      const content = column.render(row, index);
      const cellClass = join(alignClass[column.align ?? "start"], column.cellClass?.(row));
      return place === 0 ? (
        <th key={column.key} scope="row" className={cellClass}>
          {content}
        </th>
      ) : (
        <td key={column.key} className={cellClass}>
          {content}
        </td>
      );
    })}
  </tr>
)) as <Row>(props: TableRowProps<Row>) => ReactNode;

/**
 * A real table in its own scroll box: head, first column and summary rows stay in view, headers sort
 * by links, more than 200 rows are drawn as they come into view. Rows arrive in the order to show.
 * Plain links in cells to other parameters of the page (`<a href="?why=…">`) are followed without a new document.
 */
export const DataTable = <Row,>({
  caption,
  columns,
  rows,
  rowKey,
  sort = null,
  sortParams = ["sort", "direction"],
  summary = [],
  rowClass,
  rowHeight = 32,
  fill = false,
  total,
  empty,
  foot,
}: {
  /** Accessible name of the table. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** The order in force; null is the table's own order, which the page states in words. */
  readonly sort?: Sort | null;
  readonly sortParams?: readonly [string, string];
  readonly summary?: readonly SummaryRow[];
  readonly rowClass?: (row: Row) => string | undefined;
  /** 32, or 44 for rows of two lines. */
  readonly rowHeight?: number;
  /** Fills the window's height and scrolls inside, instead of growing with its rows. */
  readonly fill?: boolean;
  /** All rows that match, when `rows` is one page of them. */
  readonly total?: number;
  /** Shown instead of the table when there is no row. */
  readonly empty?: ReactNode;
  /** A `TableFoot`. */
  readonly foot?: ReactNode;
}) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const box = useRef<HTMLDivElement>(null);
  const follow = useLinkClicks();
  const shown = useRowWindow(box, rows.length, rowHeight);
  if (rows.length === 0 && empty) return <>{empty}</>;
  const style = { "--row": `${rowHeight}px` } as CSSProperties;
  return (
    <div className={join("table-card", (fill || shown.virtual) && "table-card--fill")}>
      <div className="table-box" ref={box} tabIndex={0} role="region" aria-label={caption}>
        <table className="table" style={style} onClick={follow} onKeyDown={gridKeys} aria-rowcount={(total ?? rows.length) + 1}>
          <caption className="visually-hidden">
            {caption} {t("common:table.total", { count: total ?? rows.length })}
          </caption>
          <colgroup>
            {columns.map((column) => (
              <col key={column.key} style={column.width ? { width: column.width } : undefined} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {columns.map((column) => (
                <SortHeader
                  key={column.key}
                  column={column}
                  className={alignClass[column.align ?? "start"]}
                  sort={sort}
                  params={params}
                  names={sortParams}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.before > 0 ? (
              <tr>
                <td className="table__gap" colSpan={columns.length} style={{ height: shown.before }} />
              </tr>
            ) : null}
            {rows.slice(shown.from, shown.to).map((row, position) => {
              const index = shown.from + position;
              return <TableRow key={rowKey(row)} row={row} index={index} columns={columns} className={rowClass?.(row)} />;
            })}
            {shown.after > 0 ? (
              <tr>
                <td className="table__gap" colSpan={columns.length} style={{ height: shown.after }} />
              </tr>
            ) : null}
          </tbody>
          {summary.length === 0 ? null : (
            <tfoot>
              {summary.map((row) => (
                <tr key={row.key}>
                  {columns.map((column, place) =>
                    place === 0 ? (
                      <th key={column.key} scope="row">
                        {row.cells[column.key]}
                      </th>
                    ) : (
                      <td key={column.key} className={alignClass[column.align ?? "start"]}>
                        {row.cells[column.key]}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tfoot>
          )}
        </table>
      </div>
      {foot}
    </div>
  );
};
