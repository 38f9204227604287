import type { ProjectionComparison } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { Card } from "~/components/page";
import { EmptyState } from "~/components/states";
import { TableFoot } from "~/components/TableFoot";
import { VerdictChip } from "~/components/VerdictChip";
import { SideHead } from "./SideHead";
import type { Side } from "./sides";
import { yearSpans } from "./year-spans";

type Flip = ProjectionComparison["flips"][number];

/** Sections judged otherwise by some scenario in the chosen year, and in which years they are at all. */
export const ComparedFlips = ({
  comparison,
  sides,
  year,
}: {
  readonly comparison: ProjectionComparison;
  readonly sides: readonly Side[];
  readonly year: number;
}) => {
  const { t } = useTranslation();
  const rows = comparison.flips.filter((flip) => flip.years.some((entry) => entry.year === year));
  const columns: Column<Flip>[] = [
    {
      key: "name",
      header: t("compliance:matrix.school"),
      render: (flip) => (
        <>
          {flip.schoolName} <span className="caption muted">{t(`rules:section.${flip.stage}`)}</span>
        </>
      ),
    },
    ...sides.map(
      (side): Column<Flip> => ({
        key: side.scenarioId,
        header: <SideHead side={side} short />,
        width: "110px",
        render: (flip) => {
          const verdict = flip.years.find((entry) => entry.year === year)?.of[side.index] ?? null;
          return verdict === null ? t("planning:schools.not_counted") : <VerdictChip kind={verdict} plain />;
        },
      }),
    ),
    {
      key: "years",
      header: t("comparison:flips.years"),
      width: "180px",
      cellClass: () => "wrap",
      render: (flip) => yearSpans(flip.years.map((entry) => entry.year)).join(t("compliance:gaps.separator")),
    },
  ];
  return (
    <Card title={t("comparison:flips.title", { year })} note={t("comparison:flips.note", { count: comparison.flips.length })} flush>
      <DataTable
        caption={t("comparison:flips.title", { year })}
        columns={columns}
        rows={rows}
        rowKey={({ sectionId }) => sectionId}
        empty={<EmptyState title={t("comparison:flips.none")} />}
        foot={<TableFoot total={rows.length} />}
      />
    </Card>
  );
};
