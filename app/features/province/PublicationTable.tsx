import { Link } from "@remix-run/react";
import type { PublicationHead } from "@server/province/contract";
import { useTranslation } from "react-i18next";
import { ConfirmButton } from "~/components/ConfirmButton";
import { type Column, DataTable } from "~/components/DataTable";
import { formatDateTime } from "~/components/format";
import { Card } from "~/components/page";
import { EmptyState } from "~/components/states";
import { TableFoot } from "~/components/TableFoot";
import { useCan } from "~/features/shell/use-session";

/** All snapshots a county has published, newest first; the standing one can be withdrawn. */
export const PublicationTable = ({ publications }: { readonly publications: readonly PublicationHead[] }) => {
  const { t } = useTranslation();
  const may = useCan("publication.write");
  const columns: Column<PublicationHead>[] = [
    {
      key: "version",
      header: t("province:publication.version"),
      width: "90px",
      render: (row) => t("province:publication.version_no", { version: row.version }),
    },
    { key: "year", header: t("province:compare.year"), width: "80px", render: (row) => String(row.statisticsYear) },
    { key: "published", header: t("province:publication.published_at"), width: "150px", render: (row) => formatDateTime(row.publishedAt) },
    { key: "who", header: t("province:publication.published_by"), width: "140px", render: (row) => row.publishedBy },
    { key: "hash", header: t("province:publication.hash"), width: "110px", render: (row) => <code>{row.datasetHash.slice(0, 8)}</code> },
    {
      key: "state",
      header: t("province:publication.standing"),
      render: (row) =>
        row.withdrawnAt === null ? (
          <Link to={`/province/counties/${row.id}`}>{t("province:publication.visible")}</Link>
        ) : (
          t("province:publication.withdrawn_at", { when: formatDateTime(row.withdrawnAt) })
        ),
    },
    {
      key: "act",
      header: t("province:publication.act"),
      width: "110px",
      render: (row) =>
        may && row.withdrawnAt === null ? (
          <ConfirmButton
            label={t("province:publication.withdraw")}
            accessibleName={t("province:publication.withdraw_version", { version: row.version })}
            title={t("province:publication.withdraw_version", { version: row.version })}
            confirm={t("province:publication.withdraw")}
            fields={{ intent: "withdraw", id: row.id }}
            look="danger"
            size="small"
          >
            {t("province:publication.withdraw_effect")}
          </ConfirmButton>
        ) : null,
    },
  ];
  return (
    <Card title={t("province:publication.history")} flush>
      <DataTable
        caption={t("province:publication.history")}
        columns={columns}
        rows={publications}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t("province:publication.none")}>{t("province:publication.none_text")}</EmptyState>}
        foot={<TableFoot total={publications.length} />}
      />
    </Card>
  );
};
