import { Link } from "@remix-run/react";
import type { Review } from "@server/review/contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatCount, formatDateTime } from "~/components/format";
import { TableFoot } from "~/components/TableFoot";
import { Tag, VerdictChip } from "~/components/VerdictChip";
import { shortOf } from "~/features/province/short-of";

/** All counties of the year: those that wait for the reader first. */
export const ReviewQueueTable = ({ reviews, today }: { readonly reviews: readonly Review[]; readonly today: string }) => {
  const { t } = useTranslation();
  const columns: Column<Review>[] = [
    {
      key: "county",
      header: t("province:compare.county"),
      width: "120px",
      render: ({ county, statisticsYear }) => <Link to={`/review/${county.id}?year=${statisticsYear}`}>{county.name}</Link>,
    },
    { key: "city", header: t("province:compare.city"), width: "90px", render: ({ county }) => county.cityName ?? "" },
    {
      key: "state",
      header: t("review:queue.state"),
      width: "150px",
      render: ({ state, may }) => (
        <span className="row">
          {t(`review:state.${state}`)} {may.length > 0 ? <Tag tone="accent">{t("review:queue.yours")}</Tag> : null}
        </span>
      ),
    },
    {
      key: "verdict",
      header: t("compliance:matrix.verdict"),
      width: "110px",
      render: ({ subject }) =>
        subject === null ? (
          <span className="muted">{t("province:compare.unpublished")}</span>
        ) : (
          <VerdictChip kind={subject.verdict} plain text={shortOf(t, subject)} />
        ),
    },
    {
      key: "eligible",
      header: t("items:overall.part.eligibility"),
      width: "110px",
      render: ({ subject }) => <VerdictChip kind={subject?.eligibility?.verdict ?? "not_evaluable"} plain />,
    },
    {
      key: "findings",
      header: t("review:queue.findings"),
      align: "end",
      width: "90px",
      render: ({ openFindings }) => formatCount(openFindings),
    },
    {
      key: "overdue",
      header: t("review:queue.overdue"),
      align: "end",
      width: "80px",
      render: ({ overdueFindings }) =>
        overdueFindings > 0 ? <Tag tone="fail">{formatCount(overdueFindings)}</Tag> : formatCount(overdueFindings),
    },
    {
      key: "answer",
      header: t("review:queue.answer_by"),
      width: "110px",
      render: ({ answerBy }) => (answerBy === null ? "" : answerBy < today ? <Tag tone="fail">{answerBy}</Tag> : answerBy),
    },
    {
      key: "last",
      header: t("review:queue.last"),
      render: ({ steps }) =>
        steps[0] ? `${formatDateTime(steps[0].at)} ${steps[0].orgName} ${t(`review:action.${steps[0].action}`)}` : "",
    },
  ];
  return (
    <DataTable
      caption={t("review:queue.caption")}
      columns={columns}
      rows={reviews}
      rowKey={({ county }) => county.id}
      foot={<TableFoot total={reviews.length} note={t("review:queue.order")} />}
    />
  );
};
