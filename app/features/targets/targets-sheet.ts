import type { TargetSheet, TargetTable } from "@server/planning/targets-contract";
import type { TFunction } from "i18next";
import { actualText, partOf, rowName, standardText, targetText } from "./target-words";

/** The table as it goes to paper: a column a year, and beside it what was reached where the year is loaded. */
export const targetsSheet = (t: TFunction, table: TargetTable): TargetSheet => {
  const { countyName, fromYear, toYear, years, loadedYears, name } = table;
  const loaded = (year: number) => loadedYears.includes(year);
  const title = t("targets:sheet.title", { county: countyName, from: fromYear, to: toYear });
  return {
    name: title,
    title,
    note: t(table.adopted ? "targets:sheet.adopted" : "targets:sheet.trial", { name }),
    head: [
      t("targets:column.part"),
      t("targets:column.number"),
      t("targets:column.indicator"),
      ...years.flatMap((year) => [t("targets:column.target", { year }), ...(loaded(year) ? [t("targets:column.actual", { year })] : [])]),
    ],
    rows: table.rows.map(({ row, cells }, index) => [
      t(`targets:part.${partOf(row)}`),
      String(index + 1),
      [rowName(t, row), standardText(t, table, row)].filter((text) => text !== "").join(" "),
      ...cells.flatMap(({ target, actual, progress }) => {
        const mark = progress === "not_met" ? ` ${t("targets:progress.not_met")}` : "";
        return [
          target === null ? "—" : targetText(t, row, target),
          ...(actual === null ? [] : [`${actualText(t, row, actual, target)}${mark}`]),
        ];
      }),
    ]),
  };
};
