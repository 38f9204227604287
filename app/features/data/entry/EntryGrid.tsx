import type { EntryColumn } from "@server/statistics/entry-contract";
import { type CSSProperties, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ActiveCell } from "./ActiveCell";
import { columnLabel, rowLabel, unitLabel } from "./column-label";
import { GridLine } from "./GridLine";
import { cellKey, type GridRow, type PasteProblem, shownText } from "./grid-model";
import { marksOf } from "./grid-state";
import type { Entry } from "./use-entry";
import type { FigureStore } from "./use-figures";
import { type GridTarget, useGridHand } from "./use-grid-hand";
import { useGridWindow } from "./use-window";

const columnWidths = { schools: 112, county: 152 } as const;
const pinned = { short: { wide: 208, narrow: 132 }, long: { wide: 360, narrow: 168 } } as const;
/** The grid of returns: a spreadsheet's keys, a real table, and only what is near the visible part drawn. */
export const EntryGrid = ({
  rows,
  columns,
  store,
  entry,
  editable,
  compare,
  target,
  firstRow,
  hrefOf,
  onHand,
  onPasteProblems,
}: {
  readonly rows: readonly GridRow[];
  readonly columns: readonly EntryColumn[];
  readonly store: FigureStore;
  readonly entry: Entry;
  readonly editable: boolean;
  readonly compare: boolean;
  readonly target: GridTarget | null;
  readonly firstRow: number;
  readonly hrefOf: (code: string) => string;
  /** The cell under the hand has changed. */
  readonly onHand: (code: string, path: string | null) => void;
  readonly onPasteProblems: (problems: readonly PasteProblem[]) => void;
}) => {
  const { t, i18n } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const [narrow, setNarrow] = useState(false);
  const whose = rows[0]?.line == null ? "schools" : "county";
  const columnWidth = columnWidths[whose];
  const size = {
    rowHeight: compare || narrow ? 44 : 32,
    columnWidth,
    pinned: pinned[rows[0]?.line?.column == null ? "short" : "long"][narrow ? "narrow" : "wide"],
  };
  const drawn = useGridWindow(box, rows.length, columns.length, size, firstRow);
  const marks = useMemo(() => marksOf(entry.review?.checks ?? []), [entry.review]);
  const { figures, need } = store;

  useEffect(() => {
    const query = window.matchMedia("(max-width: 767px)");
    const follow = () => setNarrow(query.matches);
    follow();
    query.addEventListener("change", follow);
    return () => query.removeEventListener("change", follow);
  }, []);

  const { from, to } = drawn.rows;
  useEffect(() => need(rows.slice(from, to).map(({ code }) => code)), [rows, from, to, need]);

  const { at, range, cell, taken, cellHand, point, drag, release } = useGridHand({
    box,
    rows,
    columns,
    figures,
    entry,
    editable,
    size,
    target,
    onHand,
    onPasteProblems,
  });
  const headings = useMemo(
    () => columns.map((column) => ({ label: columnLabel(t, i18n.language, column), unit: unitLabel(t, i18n.language, column) })),
    [columns, t, i18n.language],
  );
  const edit = cell === null || cell.path === null ? undefined : entry.typed.get(cellKey(cell.row.code, cell.path));
  const rowName = cell === null ? "" : rowLabel(t, i18n.language, cell.row);
  const text = cell === null ? "" : shownText(entry.typed, figures, cell);
  const name =
    cell === null
      ? ""
      : t(cell.path === null ? "entry:cell.name_none" : edit === undefined ? "entry:cell.name" : "entry:cell.name_typed", {
          school: rowName,
          figure: headings[at.place]?.label ?? "",
        });
  const field =
    cell === null ? null : (
      <ActiveCell
        key={`${cell.row.code} ${cell.row.index} ${cell.column.id}`}
        column={cell.column}
        school={rowName}
        label={name}
        text={text}
        readOnly={!editable || cell.path === null || !figures.has(cell.row.code)}
        takeFocus={taken}
        hand={cellHand}
      />
    );
  const before = drawn.columns.from * columnWidth;
  const after = (columns.length - drawn.columns.to) * columnWidth;
  const style = { "--entry-row": `${size.rowHeight}px`, width: size.pinned + columns.length * columnWidth } as CSSProperties;
  const spanning = drawn.columns.to - drawn.columns.from + 3;
  return (
    <div className="table-card entry">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears of the focus that leaves the grid, and does nothing else */}
      <div
        className="table-box entry__box"
        ref={box}
        tabIndex={-1}
        onBlur={(event) => event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget) && release()}
      >
        {/* biome-ignore lint/a11y/useKeyWithMouseEvents: keys select with Shift */}
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is walked through cell by cell is a grid
          role="grid"
          className="table entry__table"
          style={style}
          aria-label={t(whose === "county" ? "entry:grid_county" : "entry:grid")}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length + 1}
          aria-multiselectable="true"
          aria-readonly={!editable}
          onMouseDown={point}
          onMouseOver={drag}
        >
          <colgroup>
            <col style={{ width: size.pinned }} />
            {before > 0 ? <col style={{ width: before }} /> : null}
            {columns.slice(drawn.columns.from, drawn.columns.to).map(({ id }) => (
              <col key={id} style={{ width: columnWidth }} />
            ))}
            {after > 0 ? <col style={{ width: after }} /> : null}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" aria-colindex={1}>
                {t(whose === "county" ? "entry:line" : "data:school.name")}
              </th>
              {before > 0 ? <td className="entry__gap" /> : null}
              {columns.slice(drawn.columns.from, drawn.columns.to).map((column, offset) => {
                const heading = headings[drawn.columns.from + offset];
                return (
                  <th
                    key={column.id}
                    scope="col"
                    aria-colindex={drawn.columns.from + offset + 2}
                    className="entry__head"
                    title={heading?.label}
                  >
                    <span className="entry__heading">{heading?.label}</span>
                    {heading?.unit == null ? null : <span className="entry__unit caption">{heading.unit}</span>}
                  </th>
                );
              })}
              {after > 0 ? <td className="entry__gap" /> : null}
            </tr>
          </thead>
          <tbody>
            {drawn.rows.from > 0 ? (
              <tr>
                <td className="table__gap" colSpan={spanning} style={{ height: drawn.rows.from * size.rowHeight }} />
              </tr>
            ) : null}
            {rows.slice(drawn.rows.from, drawn.rows.to).map((row, offset) => {
              const line = drawn.rows.from + offset;
              return (
                <GridLine
                  key={`${row.code} ${row.index}`}
                  row={row}
                  line={line}
                  columns={columns}
                  span={drawn.columns}
                  figures={figures.get(row.code)}
                  typed={entry.typed}
                  marks={marks}
                  selected={line < range.top || line > range.bottom ? null : range}
                  active={line === at.line ? at.place : -1}
                  field={line === at.line ? field : null}
                  compare={compare}
                  href={hrefOf(row.code)}
                />
              );
            })}
            {drawn.rows.to < rows.length ? (
              <tr>
                <td className="table__gap" colSpan={spanning} style={{ height: (rows.length - drawn.rows.to) * size.rowHeight }} />
              </tr>
            ) : null}
          </tbody>
        </table>
      </div>
    </div>
  );
};
