import { useSearchParams } from "@remix-run/react";
import type { CellIssue } from "@server/statistics/contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { catalogueKey } from "~/components/Notice";
import { TableFoot } from "~/components/TableFoot";
import { VerdictShape } from "~/components/VerdictChip";
import { chosenIssues, IssueFilters, issueFilterOf } from "./IssueFilters";

/** More complaints than this are filtered. */
const filterFrom = 8;

const placeOf = (issue: CellIssue): string => [issue.file, issue.sheet].filter((part) => part !== undefined && part !== "").join(" · ");

/** Complaints about an upload by file, sheet, row and cell; errors before warnings. The filter stands in the address, so that it works without script. */
export const IssueTable = ({ issues }: { readonly issues: readonly CellIssue[] }) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const filter = issueFilterOf(params);
  const numbered = [
    ...issues.filter(({ severity }) => severity === "error"),
    ...issues.filter(({ severity }) => severity === "warning"),
  ].map((issue, index) => ({ ...issue, number: index + 1 }));
  const rows = chosenIssues(numbered, filter);
  const columns: Column<(typeof numbered)[number]>[] = [
    { key: "number", header: t("data:issues.number"), width: "56px", render: (row) => String(row.number) },
    {
      key: "severity",
      header: t("data:issues.severity"),
      width: "96px",
      render: (row) => (
        <span className="row nowrap">
          <VerdictShape kind={row.severity === "error" ? "not_met" : "borderline"} size={12} /> {t(`data:issues.${row.severity}`)}
        </span>
      ),
    },
    { key: "sheet", header: t("data:issues.place"), width: "160px", cellClass: () => "wrap", render: placeOf },
    {
      key: "cell",
      header: t("data:issues.cell"),
      width: "80px",
      render: (row) => row.cell ?? (row.row === null ? "" : t("data:issues.row", { row: row.row })),
    },
    {
      key: "message",
      header: t("data:issues.message"),
      cellClass: () => "wrap",
      render: (row) => t(catalogueKey(row.message), { ...row.params }),
    },
  ];
  return (
    <>
      {numbered.length >= filterFrom ? <IssueFilters issues={numbered} filter={filter} /> : null}
      <DataTable
        caption={t("data:issues.caption")}
        columns={columns}
        rows={rows}
        rowKey={(row) => String(row.number)}
        rowHeight={44}
        foot={<TableFoot total={rows.length} />}
      />
    </>
  );
};
