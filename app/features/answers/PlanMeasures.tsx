import type { FoundPlan, ScenarioSchool } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatMoneyWan } from "~/components/format";
import { Card } from "~/components/page";
import { useSchoolName } from "~/features/planning/lever-text";
import { summaryText } from "~/features/planning/outline-text";

/** What the plan does at each school, and when it counts: read before it is opened as a trial. */
export const PlanMeasures = ({
  measures,
  schools,
}: {
  readonly measures: NonNullable<FoundPlan["measures"]>;
  readonly schools: readonly ScenarioSchool[];
}) => {
  const { t } = useTranslation();
  const schoolName = useSchoolName(schools);
  const columns: Column<(typeof measures)[number]>[] = [
    {
      key: "school",
      header: t("answers:plan.school"),
      width: "160px",
      render: ({ schoolCode }) => (schoolCode === null ? t("answers:plan.county") : schoolName(schoolCode)),
    },
    { key: "measure", header: t("answers:plan.kind"), cellClass: () => "wrap", render: (measure) => summaryText(t, measure, schoolName) },
    { key: "year", header: t("answers:plan.effect"), width: "72px", align: "end", render: ({ effectYear }) => String(effectYear) },
    { key: "cost", header: t("planning:unit.wan"), width: "96px", align: "end", render: ({ costWan }) => formatMoneyWan(costWan) },
  ];
  return (
    <Card title={t("answers:plan.measures")} note={t("answers:plan.measures_note", { count: measures.length })} flush>
      <DataTable caption={t("answers:plan.measures")} columns={columns} rows={measures} rowKey={({ id }) => id} />
    </Card>
  );
};
