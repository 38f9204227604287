import { Link } from "@remix-run/react";
import type { Policy } from "@server/province/policy-contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatDateTime } from "~/components/format";
import { Card } from "~/components/page";
import { EmptyState } from "~/components/states";
import { TableFoot } from "~/components/TableFoot";
import { usePolicyText } from "./policy-text";

/** Saved trials of the province, newest first. */
export const PolicyTable = ({ policies }: { readonly policies: readonly Policy[] }) => {
  const { t } = useTranslation();
  const policyText = usePolicyText();
  const columns: Column<Policy>[] = [
    {
      key: "name",
      header: t("policies:field.name"),
      width: "220px",
      render: ({ id, name }) => <Link to={`/province/policies/${id}`}>{name}</Link>,
    },
    { key: "change", header: t("policies:list.change"), cellClass: () => "wrap", render: ({ change }) => policyText(change) },
    { key: "year", header: t("province:compare.year"), width: "80px", render: ({ statisticsYear }) => String(statisticsYear) },
    {
      key: "state",
      header: t("policies:list.state"),
      width: "110px",
      render: ({ run }) => (run === null ? "" : t(`runs:state.${run.state}`)),
    },
    { key: "who", header: t("policies:list.who"), width: "120px", render: ({ createdBy }) => createdBy },
    { key: "when", header: t("policies:list.when"), width: "140px", render: ({ createdAt }) => formatDateTime(createdAt) },
  ];
  return (
    <Card title={t("policies:list.title")} note={t("policies:list.note")} flush>
      <DataTable
        caption={t("policies:list.title")}
        columns={columns}
        rows={policies}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("policies:list.none")}>{t("policies:list.none_text")}</EmptyState>}
        foot={<TableFoot total={policies.length} />}
      />
    </Card>
  );
};
