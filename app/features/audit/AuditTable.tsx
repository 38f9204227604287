import type { AuditLine, AuditQuery } from "@server/audit/contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatDateTime } from "~/components/format";
import { EmptyState } from "~/components/states";
import { TableFoot } from "~/components/TableFoot";
import { detailsText } from "./audit-text";

/** Who did what and when, newest first. */
export const AuditTable = ({
  lines,
  total,
  query,
}: {
  readonly lines: readonly AuditLine[];
  readonly total: number;
  readonly query: AuditQuery;
}) => {
  const { t } = useTranslation();
  const columns: readonly Column<AuditLine>[] = [
    { key: "at", header: t("audit:at"), width: "160px", render: ({ at }) => formatDateTime(at) },
    { key: "who", header: t("audit:who"), width: "160px", render: ({ userName }) => userName },
    {
      key: "what",
      header: t("audit:what"),
      width: "220px",
      render: ({ action }) => t(`audit:action.${action}`, { defaultValue: action }),
    },
    { key: "details", header: t("audit:details"), cellClass: () => "wrap", render: ({ details }) => detailsText(t, details) },
    {
      key: "subject",
      header: t("audit:subject"),
      width: "300px",
      render: ({ subject }) => <span className="caption muted">{subject}</span>,
    },
  ];
  return (
    <DataTable
      caption={t("audit:list")}
      columns={columns}
      rows={lines}
      rowKey={({ id }) => id}
      empty={
        query.topic === null ? (
          <EmptyState title={t("audit:none")} />
        ) : (
          <EmptyState title={t("audit:empty")}>{t("audit:empty_text")}</EmptyState>
        )
      }
      foot={<TableFoot total={total} page={query} />}
    />
  );
};
