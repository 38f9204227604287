import type { LeverComparison, ScenarioSchool } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatMoneyWan } from "~/components/format";
import { Card } from "~/components/page";
import { EmptyState } from "~/components/states";
import { useSchoolName } from "~/features/planning/lever-text";
import { summaryText } from "~/features/planning/outline-text";
import { SideHead } from "./SideHead";
import type { Side } from "./sides";

/** Levers of the same kind at the same place in one row; rows that are the same in all are folded away, with their number. */
export const ComparedLevers = ({
  levers,
  sides,
  schools,
}: {
  readonly levers: readonly LeverComparison[];
  readonly sides: readonly Side[];
  readonly schools: readonly ScenarioSchool[];
}) => {
  const { t } = useTranslation();
  const schoolName = useSchoolName(schools);
  const differing = levers.filter(({ same }) => !same);
  const same = levers.filter((lever) => lever.same);
  const columns: Column<LeverComparison>[] = [
    {
      key: "type",
      header: t("planning:levers.title"),
      width: "150px",
      cellClass: () => "wrap",
      render: ({ of }) => t(`planning:lever.${of.find((one) => one !== null)?.outline.type}`),
    },
    ...sides.map(
      (side): Column<LeverComparison> => ({
        key: side.scenarioId,
        header: <SideHead side={side} short />,
        width: "180px",
        cellClass: () => "wrap",
        render: ({ of }) => {
          const one = of[side.index] ?? null;
          if (one === null) return <span className="faint">{t("comparison:without")}</span>;
          return (
            <>
              {summaryText(t, one.outline, schoolName)}
              <span className="caption muted compare__price">{t("comparison:price", { cost: formatMoneyWan(one.costWan) })}</span>
            </>
          );
        },
      }),
    ),
  ];
  const table = (rows: readonly LeverComparison[], caption: string) => (
    <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ key }) => key} />
  );
  return (
    <Card title={t("comparison:levers.title")} note={t("comparison:levers.note")} flush>
      {differing.length === 0 ? <EmptyState title={t("comparison:levers.none")} /> : table(differing, t("comparison:levers.title"))}
      {same.length === 0 ? null : (
        <details className="compare__same">
          <summary>{t("comparison:levers.same", { count: same.length })}</summary>
          {table(same, t("comparison:levers.same", { count: same.length }))}
        </details>
      )}
    </Card>
  );
};
