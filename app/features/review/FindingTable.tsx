import { Link, useSearchParams } from "@remix-run/react";
import type { Finding } from "@server/review/findings-contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { EmptyState } from "~/components/states";
import { TableFoot } from "~/components/TableFoot";
import { withParams } from "~/components/url";
import { Tag } from "~/components/VerdictChip";
import { useSession } from "~/features/shell/use-session";
import { itemText } from "./item-text";

/** 整改台账: open ones by their day, closed ones last. */
export const FindingTable = ({ findings, open }: { readonly findings: readonly Finding[]; readonly open: string | null }) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { actor } = useSession();
  const columns: Column<Finding>[] = [
    {
      key: "title",
      header: t("review:finding.title"),
      width: "240px",
      cellClass: () => "wrap",
      render: ({ id, title }) => (
        <Link id={`finding-${id}`} to={withParams(params, { finding: id })} preventScrollReset>
          {title}
        </Link>
      ),
    },
    ...(actor.orgKind === "county"
      ? []
      : [{ key: "county", header: t("province:compare.county"), width: "100px", render: ({ county }: Finding) => county.name }]),
    {
      key: "deadline",
      header: t("review:finding.deadline"),
      width: "150px",
      render: ({ deadline, overdue }) => (
        <span className="row">
          {deadline} {overdue ? <Tag tone="fail">{t("review:finding.overdue")}</Tag> : null}
        </span>
      ),
    },
    { key: "state", header: t("review:finding.state"), width: "110px", render: ({ state }) => t(`review:finding.states.${state}`) },
    {
      key: "item",
      header: t("review:finding.item"),
      width: "170px",
      cellClass: () => "wrap",
      render: ({ item, clause }) => (
        <>
          {itemText(t, item)}
          {clause === "" ? null : <div className="caption muted">{clause}</div>}
        </>
      ),
    },
    { key: "school", header: t("review:finding.school"), width: "140px", render: ({ school }) => school?.name ?? "" },
    { key: "measure", header: t("review:finding.measure"), width: "180px", cellClass: () => "wrap", render: ({ measure }) => measure },
    { key: "unit", header: t("review:finding.unit"), width: "120px", render: ({ responsibleUnit }) => responsibleUnit },
    {
      key: "evidence",
      header: t("review:finding.evidence"),
      width: "140px",
      cellClass: () => "wrap",
      render: ({ steps }) => steps.flatMap(({ evidence }) => evidence?.name ?? []).join("、"),
    },
    {
      key: "by",
      header: t("review:finding.raised_by"),
      width: "160px",
      render: ({ level, raisedBy }) => `${t(`review:level.${level}`)} ${raisedBy}`,
    },
  ];
  return (
    <DataTable
      caption={t("review:finding.caption")}
      columns={columns}
      rows={findings}
      rowKey={({ id }) => id}
      rowHeight={44}
      rowClass={({ id }) => (id === open ? "is-selected" : undefined)}
      empty={<EmptyState title={t("review:finding.none")}>{t("review:finding.none_text")}</EmptyState>}
      foot={<TableFoot total={findings.length} note={t("review:finding.order")} />}
    />
  );
};
