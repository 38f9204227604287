import { Link, useSearchParams } from "@remix-run/react";
import type { CellIssue } from "@server/statistics/contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { TableFoot } from "~/components/TableFoot";
import { VerdictShape } from "~/components/VerdictChip";
import { catalogueKey } from "~/i18n/catalogue-key";
import { anchorOf } from "./anchor";
import { chosenIssues, IssueFilters, issueFilterOf } from "./IssueFilters";

/** More complaints than this are filtered. */
const filterFrom = 8;

const placeOf = (issue: CellIssue): string => [issue.file, issue.sheet].filter((part) => part !== undefined && part !== "").join(" · ");

const ofSchool = ({ params }: CellIssue): string => String(params["code"] ?? "");

/** Cell or row, selected whole by one click so that it can be pasted into the name box of a spreadsheet program. */
const CellName = ({ issue }: { readonly issue: CellIssue }) => {
  const { t } = useTranslation();
  if (issue.cell !== null) return <code className="cell-name">{issue.cell}</code>;
  return <>{issue.row === null ? "" : t("data:issues.row", { row: issue.row })}</>;
};

/** What is wrong, and the way to the same figure of the stored data where the school is known. */
const Complaint = ({ issue, stored }: { readonly issue: CellIssue; readonly stored: boolean }) => {
  const { t } = useTranslation();
  return (
    <>
      {t(catalogueKey(issue.message), { ...issue.params })}
      {stored ? (
        <>
          {" "}
          <Link to={`/data/schools/${encodeURIComponent(ofSchool(issue))}#${anchorOf(String(issue.params["path"] ?? ""))}`}>
            {t("data:issues.stored")}
          </Link>
        </>
      ) : null}
    </>
  );
};

/** Complaints about an upload by file, sheet, row and cell; errors before warnings. The filter stands in the address, so that it works without script. */
export const IssueTable = ({
  issues,
  storedCodes,
}: {
  readonly issues: readonly CellIssue[];
  /** Schools of which data are stored. */
  readonly storedCodes: readonly string[];
}) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const filter = issueFilterOf(params);
  const numbered = [
    ...issues.filter(({ severity }) => severity === "error"),
    ...issues.filter(({ severity }) => severity === "warning"),
  ].map((issue, index) => ({ ...issue, number: index + 1 }));
  const stored = new Set(storedCodes);
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
      render: (row) => <CellName issue={row} />,
    },
    {
      key: "message",
      header: t("data:issues.message"),
      cellClass: () => "wrap",
      render: (row) => <Complaint issue={row} stored={stored.has(ofSchool(row))} />,
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
