import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatCount } from "~/components/format";
import { Card } from "~/components/page";
import { TableFoot } from "~/components/TableFoot";
import { VerdictChip } from "~/components/VerdictChip";
import type { ResultView, SectionChange } from "./result-view";

/** School sections of the chosen year, baseline beside trial; those that still fail come first. */
export const SchoolsView = ({ result }: { readonly result: ResultView }) => {
  const { t } = useTranslation();
  const columns: Column<SectionChange>[] = [
    {
      key: "name",
      header: t("compliance:matrix.school"),
      width: "220px",
      render: (row) => (
        <>
          {row.schoolName} <span className="caption muted">{t(`rules:section.${row.stage}`)}</span>
        </>
      ),
    },
    { key: "pupils", header: t("compliance:matrix.pupils"), align: "end", width: "90px", render: (row) => formatCount(row.pupils) },
    { key: "met", header: t("compliance:matrix.met_count"), align: "end", width: "90px", render: (row) => `${row.metCount}/7` },
    {
      key: "baseline",
      header: t("planning:result.baseline"),
      width: "120px",
      render: (row) => (row.baseline === null ? t("planning:schools.not_counted") : <VerdictChip kind={row.baseline} plain />),
    },
    { key: "trial", header: t("planning:result.trial"), width: "120px", render: (row) => <VerdictChip kind={row.trial} plain /> },
    {
      key: "flip",
      header: t("planning:schools.change"),
      render: (row) =>
        row.baseline === row.trial
          ? ""
          : row.trial === "met"
            ? t("planning:schools.gained")
            : row.baseline === "met"
              ? t("planning:schools.lost")
              : "",
    },
  ];
  return (
    <Card title={t("planning:schools.title", { year: result.year })} note={t("planning:schools.order")} flush>
      <DataTable
        caption={t("planning:schools.title", { year: result.year })}
        columns={columns}
        rows={result.sections}
        rowKey={(row) => row.id}
        foot={<TableFoot total={result.sections.length} />}
      />
    </Card>
  );
};
