import { type ProgressionTable, progressionGrades, type RatioInUse } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { Disclosure } from "~/components/Disclosure";
import { formatPercent } from "~/components/format";
import { Card } from "~/components/page";

/** Where a link finds the table; a browser opens it on the way. */
export const progressionAnchor = "progression";

interface Row {
  readonly key: string;
  readonly name: string;
  readonly ratios: readonly (RatioInUse | null)[];
}

/** Where a school's ratio comes from, under the ratio. */
const RatioCell = ({ ratio: { ratio, origin, years } }: { readonly ratio: RatioInUse }) => {
  const { t } = useTranslation();
  return (
    <>
      {formatPercent(ratio)}
      <div className="caption muted">{t(`planning:ratios.origin.${origin}`, { count: years })}</div>
    </>
  );
};

/** 升级率 in use of every school and grade and where each comes from, the county's first. */
export const ProgressionView = ({ table }: { readonly table: ProgressionTable }) => {
  const { t } = useTranslation();
  const columns: Column<Row>[] = [
    { key: "school", header: t("planning:ratios.school"), width: "180px", render: ({ name }) => name },
    ...progressionGrades.map(
      (grade, index): Column<Row> => ({
        key: String(grade),
        header: t("planning:ratios.grade", { from: grade, to: grade + 1 }),
        align: "end",
        width: "92px",
        render: ({ ratios }) => {
          const ratio = ratios[index] ?? null;
          return ratio === null ? "" : <RatioCell ratio={ratio} />;
        },
      }),
    ),
  ];
  const rows: Row[] = [
    { key: "", name: t("planning:ratios.county"), ratios: table.county },
    ...table.schools.map(({ code, name, ratios }) => ({ key: code, name, ratios })),
  ];
  return (
    <Card title={t("planning:ratios.title")} note={t("planning:ratios.note")}>
      <Disclosure summary={t("planning:ratios.open")}>
        <div id={progressionAnchor}>
          <DataTable caption={t("planning:ratios.caption")} columns={columns} rows={rows} rowKey={({ key }) => key} rowHeight={44} />
        </div>
      </Disclosure>
    </Card>
  );
};
