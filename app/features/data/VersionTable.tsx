import { Link } from "@remix-run/react";
import type { DatasetHead } from "@server/statistics/contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatCount, formatDateTime } from "~/components/format";
import { TableFoot } from "~/components/TableFoot";

/** All stored versions, newest first: who imported what, its judgement and its workbook. */
export const VersionTable = ({ versions }: { readonly versions: readonly DatasetHead[] }) => {
  const { t } = useTranslation();
  const columns: Column<DatasetHead>[] = [
    {
      key: "version",
      header: t("data:versions.version"),
      width: "120px",
      render: (row) => t("data:versions.name", { year: row.statisticsYear, version: row.version }),
    },
    { key: "fiscal", header: t("common:topbar.fiscal_year"), width: "72px", render: (row) => String(row.fiscalYear) },
    { key: "schools", header: t("data:versions.schools"), align: "end", width: "80px", render: (row) => formatCount(row.schoolCount) },
    {
      key: "file",
      header: t("data:versions.file"),
      cellClass: () => "wrap",
      render: (row) => (row.origin === "hand" ? t("data:versions.by_hand", { file: row.sourceFileName }) : row.sourceFileName),
    },
    { key: "who", header: t("data:versions.who"), width: "120px", render: (row) => row.importedBy },
    { key: "when", header: t("data:versions.when"), width: "140px", render: (row) => formatDateTime(row.importedAt) },
    { key: "hash", header: t("data:versions.hash"), width: "96px", render: (row) => <code>{row.contentHash.slice(0, 8)}</code> },
    {
      key: "act",
      header: t("data:versions.act"),
      width: "240px",
      render: (row) => (
        <span className="row nowrap">
          <Link
            to={`/overview?dataset=${row.id}`}
            aria-label={t("data:versions.judge_of", { year: row.statisticsYear, version: row.version })}
          >
            {t("data:versions.judge")}
          </Link>
          <Link
            to={`/data/versions/${row.id}`}
            aria-label={t("data:versions.checks_of", { year: row.statisticsYear, version: row.version })}
          >
            {t("data:versions.checks")}
          </Link>
          <a
            href={`/data/export/${row.id}`}
            download
            aria-label={t("data:versions.export_of", { year: row.statisticsYear, version: row.version })}
          >
            {t("data:versions.export")}
          </a>
        </span>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("data:versions.title")}
      columns={columns}
      rows={versions}
      rowKey={(row) => row.id}
      foot={<TableFoot total={versions.length} />}
    />
  );
};
