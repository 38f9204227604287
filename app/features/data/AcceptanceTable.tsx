import type { Acceptance } from "@server/statistics/import-contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatDateTime } from "~/components/format";
import { EmptyState } from "~/components/states";
import { TableFoot } from "~/components/TableFoot";
import { catalogueKey } from "~/i18n/catalogue-key";

/** Accepted soft checks with their reasons. */
export const AcceptanceTable = ({ accepted }: { readonly accepted: readonly Acceptance[] }) => {
  const { t } = useTranslation();
  const columns: Column<Acceptance>[] = [
    {
      key: "check",
      header: t("data:issues.message"),
      cellClass: () => "wrap",
      render: (row) => t(catalogueKey(row.message), { ...row.params }),
    },
    { key: "reason", header: t("data:acceptance.why"), cellClass: () => "wrap", render: (row) => row.reason },
    { key: "who", header: t("data:acceptance.who"), width: "120px", render: (row) => row.acceptedBy },
    { key: "when", header: t("data:acceptance.when"), width: "140px", render: (row) => formatDateTime(row.acceptedAt) },
  ];
  return (
    <DataTable
      caption={t("data:acceptance.page")}
      columns={columns}
      rows={accepted}
      rowKey={(row) => row.checkId}
      empty={<EmptyState title={t("data:acceptance.none")}>{t("data:acceptance.none_text")}</EmptyState>}
      foot={<TableFoot total={accepted.length} />}
    />
  );
};
