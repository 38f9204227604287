import type { ReviewStep } from "@server/review/contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatDateTime } from "~/components/format";
import { Card } from "~/components/page";
import { EmptyState } from "~/components/states";
import { TableFoot } from "~/components/TableFoot";

/** Who did what, when and why; newest first. */
export const ReviewLog = ({ steps }: { readonly steps: readonly ReviewStep[] }) => {
  const { t } = useTranslation();
  const columns: Column<ReviewStep>[] = [
    { key: "action", header: t("review:log.action"), width: "110px", render: (step) => t(`review:action.${step.action}`) },
    { key: "when", header: t("review:log.when"), width: "140px", render: (step) => formatDateTime(step.at) },
    { key: "who", header: t("review:log.who"), width: "190px", render: (step) => `${step.orgName} ${step.by}` },
    {
      key: "to",
      header: t("review:log.to"),
      width: "150px",
      render: (step) => `${t(`review:state.${step.from}`)} → ${t(`review:state.${step.to}`)}`,
    },
    { key: "reason", header: t("review:log.reason"), cellClass: () => "wrap", render: (step) => step.reason },
    { key: "deadline", header: t("review:log.deadline"), width: "100px", render: (step) => step.deadline ?? "" },
  ];
  return (
    <Card title={t("review:log.title")} note={t("review:log.note")} flush>
      <DataTable
        caption={t("review:log.title")}
        columns={columns}
        rows={steps}
        rowKey={(step) => String(step.seq)}
        empty={<EmptyState title={t("review:log.none")} />}
        foot={<TableFoot total={steps.length} />}
      />
    </Card>
  );
};
