import type { ScenarioSchool } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { Card } from "~/components/page";
import { EmptyState } from "~/components/states";
import { schoolWords } from "~/features/planning/assumption-lines";
import { type AssumptionText, assumptionTexts } from "~/features/planning/assumption-texts";
import { SideHead } from "./SideHead";
import type { Side } from "./sides";

interface Row extends Pick<AssumptionText, "path" | "label"> {
  readonly of: readonly string[];
}

/** A list of hundreds of schools is no comparison. */
const mostLines = 8;

/** Assumptions that are not the same in all scenarios; of the others the number. */
export const ComparedAssumptions = ({
  sides,
  schools,
}: {
  readonly sides: readonly Side[];
  readonly schools: readonly ScenarioSchool[];
}) => {
  const { t } = useTranslation();
  const words = schoolWords(schools);
  const all = sides.map(({ assumptions }) => assumptionTexts(t, assumptions, words));
  const rows = (all[0] ?? []).map(({ path, label }, index): Row => ({ path, label, of: all.map((texts) => texts[index]?.value ?? "") }));
  const differing = rows.filter(({ of }) => new Set(of).size > 1);
  const cell = (value: string) => {
    const lines = value.split("\n");
    const left = lines.length - mostLines;
    return (
      <>
        <span className="compare__lines">{lines.slice(0, mostLines).join("\n")}</span>
        {left > 0 ? <span className="caption muted compare__price">{t("comparison:assumptions.further", { count: left })}</span> : null}
      </>
    );
  };
  const columns: Column<Row>[] = [
    { key: "label", header: t("comparison:assumptions.title"), width: "150px", cellClass: () => "wrap", render: ({ label }) => label },
    ...sides.map(
      (side): Column<Row> => ({
        key: side.scenarioId,
        header: <SideHead side={side} short />,
        width: "180px",
        cellClass: () => "wrap",
        render: ({ of }) => cell(of[side.index] ?? ""),
      }),
    ),
  ];
  return (
    <Card
      title={t("comparison:assumptions.title")}
      note={t("comparison:assumptions.same", { count: rows.length - differing.length })}
      flush
    >
      {differing.length === 0 ? (
        <EmptyState title={t("comparison:assumptions.none")} />
      ) : (
        <DataTable caption={t("comparison:assumptions.title")} columns={columns} rows={differing} rowKey={({ path }) => path} />
      )}
    </Card>
  );
};
