import { Link, useSearchParams } from "@remix-run/react";
import type { TargetCell, TargetRow, TargetTable } from "@server/planning/targets-contract";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { withParams } from "~/components/url";
import { Tag, VerdictShape } from "~/components/VerdictChip";
import { actualText, partOf, rowName, standardText, targetText } from "./target-words";

/** 年度目标表: 32 rows in the official order and groups, a column a year; planned above, actual beneath, off-track marked. */
export const TargetsTable = ({ table, mayWrite }: { readonly table: TargetTable; readonly mayWrite: boolean }) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const caption = t("targets:sheet.title", { county: table.countyName, from: table.fromYear, to: table.toYear });
  return (
    <div className="table-card">
      <div className="table-box" tabIndex={0} role="region" aria-label={caption}>
        <table className="table targets">
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t("targets:column.indicator")}</th>
              {table.years.map((year) => (
                <th key={year} scope="col">
                  {year}
                  {table.loadedYears.includes(year) ? (
                    <span className="caption muted targets__loaded">{t("targets:column.loaded")}</span>
                  ) : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(({ row, cells }, index) => {
              const first = index === 0 || partOf(table.rows[index - 1]?.row ?? row) !== partOf(row);
              return (
                <Fragment key={row}>
                  {first ? (
                    <tr className="targets__part">
                      <th scope="rowgroup" colSpan={table.years.length + 1}>
                        {t(`targets:part.${partOf(row)}`)}
                      </th>
                    </tr>
                  ) : null}
                  <tr className={params.get("row") === row ? "is-selected" : undefined}>
                    <th scope="row" className="wrap">
                      <span className="num muted">{index + 1}</span>{" "}
                      {mayWrite ? (
                        <Link id={`row-${row}`} to={withParams(params, { row })} preventScrollReset>
                          {rowName(t, row)}
                        </Link>
                      ) : (
                        rowName(t, row)
                      )}
                      <span className="caption muted targets__standard">{standardText(t, table, row)}</span>
                    </th>
                    {cells.map((cell) => (
                      <td key={cell.year} className="wrap">
                        <Cell row={row} cell={cell} />
                      </td>
                    ))}
                  </tr>
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
};

const Cell = ({ row, cell: { target, written, actual, progress, projected } }: { readonly row: TargetRow; readonly cell: TargetCell }) => {
  const { t } = useTranslation();
  if (target === null && actual === null) return <span className="faint">—</span>;
  return (
    <>
      <span className={written ? "targets__written" : "muted"}>{target === null ? "—" : targetText(t, row, target)}</span>
      {actual === null ? null : (
        <span className="targets__actual">
          <VerdictShape kind={progress ?? "not_evaluable"} size={12} label={t(`targets:progress.${progress ?? "not_evaluable"}`)} />{" "}
          {t("targets:actual.of", { actual: actualText(t, row, actual, target) })}
          {progress === "not_met" ? <Tag tone="fail">{t("targets:progress.not_met")}</Tag> : null}
        </span>
      )}
      {actual === null && projected === "not_met" ? <Tag tone="near">{t("targets:projected.not_met")}</Tag> : null}
    </>
  );
};
