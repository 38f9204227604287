import { Link } from "@remix-run/react";
import type { EntryColumn, EntryFigures } from "@server/statistics/entry-contract";
import { entryText, readEntry } from "@server/statistics/entry-contract";
import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatChange, formatExact, missing } from "~/components/format";
import { VerdictShape } from "~/components/VerdictChip";
import { lineLabel, unitLabel } from "./column-label";
import { cellAt, cellKey, type GridRow, type Typed } from "./grid-model";
import type { Span } from "./use-window";

export interface GridLineProps {
  readonly row: GridRow;
  readonly line: number;
  readonly columns: readonly EntryColumn[];
  readonly span: Span;
  readonly figures: EntryFigures | undefined;
  readonly typed: Typed;
  readonly marks: ReadonlyMap<string, "error" | "warning">;
  /** Columns selected in this line; null for none. */
  readonly selected: { readonly left: number; readonly right: number } | null;
  /** Column under the hand, −1 when it is in another line. */
  readonly active: number;
  readonly field: ReactNode;
  readonly compare: boolean;
  readonly href: string;
}

const wholeLine = 0.000_001;
const difference = (before: number, now: number): string => {
  const change = now - before;
  return formatChange(change, Math.abs(change - Math.round(change)) < wholeLine ? 0 : 2);
};

const LineName = ({ label, unit }: { readonly label: string; readonly unit: string | null }) => (
  <>
    <span title={label}>{label}</span>
    {unit === null ? null : <span className="entry__part caption">{unit}</span>}
  </>
);

/** One school, one of its stages, or one line of the county's return: the pinned name and the cells near the visible part. */
export const GridLine = memo(
  ({ row, line, columns, span, figures, typed, marks, selected, active, field, compare, href }: GridLineProps) => {
    const { t, i18n } = useTranslation();
    const cells: ReactNode[] = [];
    for (let place = span.from; place < span.to; place += 1) {
      const cell = cellAt([row], columns, 0, place);
      if (cell === null) continue;
      const { column, path } = cell;
      const stored = figures?.now[row.index]?.[place];
      const key = path === null ? "" : cellKey(row.code, path);
      const edit = path === null ? undefined : typed.get(key);
      const refused = edit !== undefined && !readEntry(edit.text, column).ok;
      const mark = refused ? "error" : path === null ? undefined : marks.get(key);
      const text = edit?.text ?? (stored === undefined ? "" : entryText(stored, column));
      const before = compare ? figures?.before?.[row.index]?.[place] : undefined;
      const now = edit === undefined ? stored : undefined;
      const chosen = selected !== null && place >= selected.left && place <= selected.right;
      cells.push(
        // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a td of a table with the role grid is a gridcell, which may be selected
        <td
          key={column.id}
          data-place={place}
          aria-colindex={place + 2}
          aria-selected={chosen || place === active}
          className={[
            "entry__cell",
            column.cell.kind === "text" || column.cell.kind === "code" || column.list !== null ? "" : "num",
            path === null ? "entry__cell--none" : "",
            edit === undefined ? "" : "entry__cell--typed",
            mark === undefined ? "" : `entry__cell--${mark}`,
            chosen ? "entry__cell--selected" : "",
            place === active ? "entry__cell--active" : "",
          ].join(" ")}
        >
          {mark === undefined || place === active ? null : (
            <VerdictShape kind={mark === "error" ? "not_met" : "borderline"} size={10} label={t(`data:issues.${mark}`)} />
          )}
          {place === active ? (
            field
          ) : path === null ? (
            <span className="visually-hidden">{t("entry:cell.none")}</span>
          ) : text === "" ? (
            stored === undefined ? (
              "…"
            ) : (
              missing
            )
          ) : (
            text
          )}
          {compare && path !== null && before !== undefined && before !== null ? (
            <span className="entry__before">
              {typeof before === "number" && typeof now === "number" ? (
                <>
                  {figures?.jumps.includes(path) ? <strong className="entry__jump">{t("entry:cell.jump")}</strong> : null}{" "}
                  {formatExact(before)} {before === now ? null : <span>{difference(before, now)}</span>}
                </>
              ) : (
                entryText(before, column)
              )}
            </span>
          ) : null}
        </td>,
      );
    }
    return (
      <tr aria-rowindex={line + 2} data-line={line}>
        <th scope="row" className="entry__name" aria-colindex={1}>
          {row.line !== null ? (
            <LineName
              label={lineLabel(t, i18n.language, row.line)}
              unit={row.line.column && unitLabel(t, i18n.language, row.line.column)}
            />
          ) : row.first ? (
            <Link to={href} tabIndex={-1} title={row.name}>
              {row.name}
            </Link>
          ) : (
            <span title={row.name}>{row.name}</span>
          )}
          {row.part === null ? null : <span className="entry__part caption">{t(`entry:part.${row.part}`)}</span>}
        </th>
        {span.from > 0 ? <td className="entry__gap" /> : null}
        {cells}
        {span.to < columns.length ? <td className="entry__gap" /> : null}
      </tr>
    );
  },
);
GridLine.displayName = "GridLine";
