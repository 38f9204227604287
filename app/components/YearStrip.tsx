import { Link, useSearchParams } from "@remix-run/react";
import { type KeyboardEvent, memo, type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { withParams } from "./url";
import { VerdictChip, type VerdictKind } from "./VerdictChip";

export interface YearStripRow {
  readonly key: string;
  readonly label: ReactNode;
  /** One a year: shape and 达标 or 差 n 项, a small note under it; without a kind the text alone; null where nothing is known. */
  readonly cells: readonly ({
    readonly kind: VerdictKind | null;
    readonly text?: string | undefined;
    readonly note?: string | undefined;
  } | null)[];
}

interface StripRowProps {
  readonly row: YearStripRow;
  readonly years: readonly number[];
  readonly selected: number | null;
}

const Said = ({ cell }: { readonly cell: YearStripRow["cells"][number] }) => {
  if (cell === null) return <span className="faint">—</span>;
  return cell.kind === null ? cell.text : <VerdictChip plain kind={cell.kind} text={cell.text} />;
};

const StripRow = memo(({ row, years, selected }: StripRowProps) => (
  <tr>
    <th scope="row">{row.label}</th>
    {years.map((year, index) => {
      const cell = row.cells[index];
      return (
        <td key={year} className={year === selected ? "year-strip--on" : undefined}>
          <Said cell={cell ?? null} />
          {cell?.note ? <span className="year-strip__under">{cell.note}</span> : null}
        </td>
      );
    })}
  </tr>
));
StripRow.displayName = "StripRow";

/** One column a year, rows 基线 / 本试算. Choosing a year (link, or ← →) changes the rest of the page by `param`. */
export const YearStrip = ({
  caption,
  years,
  rows,
  selected = null,
  baseYear = null,
  param = "year",
}: {
  readonly caption: string;
  readonly years: readonly number[];
  readonly rows: readonly YearStripRow[];
  readonly selected?: number | null;
  readonly baseYear?: number | null;
  /** Null when years cannot be chosen. */
  readonly param?: string | null;
}) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const table = useRef<HTMLTableElement>(null);
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const links = [...(table.current?.querySelectorAll<HTMLAnchorElement>("thead a") ?? [])];
    const here = event.target instanceof HTMLAnchorElement ? links.indexOf(event.target) : -1;
    const next = step === undefined || here < 0 ? undefined : links[here + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.click();
  };
  return (
    <div className="year-strip" tabIndex={0} role="region" aria-label={caption}>
      <table ref={table} onKeyDown={keys}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <td />
            {years.map((year) => (
              <th key={year} scope="col" className={year === selected ? "year-strip--on" : undefined}>
                {param === null ? (
                  year
                ) : (
                  <Link to={withParams(params, { [param]: year })} preventScrollReset aria-current={year === selected ? "true" : undefined}>
                    {year}
                  </Link>
                )}
                {year === baseYear ? <span className="year-strip__note">{t("common:years.base")}</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <StripRow key={row.key} row={row} years={years} selected={selected} />
          ))}
        </tbody>
      </table>
    </div>
  );
};
