import { Link, useSearchParams } from "@remix-run/react";
import type { ProjectionComparison } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatChange, formatMoneyWan } from "~/components/format";
import { later } from "~/components/later";
import { Notice } from "~/components/Notice";
import { Card } from "~/components/page";
import { YearStrip } from "~/components/YearStrip";
import { wholeCells } from "~/features/planning/year-verdict";
import { ComparedIndicators } from "./ComparedIndicators";
import { ComparedLevers } from "./ComparedLevers";
import type { ComparisonData } from "./load-comparison";
import { SideHead } from "./SideHead";
import { type Side, sidesOf } from "./sides";

const ComparedAssumptions = await later("ComparedAssumptions", async () => (await import("./ComparedAssumptions")).ComparedAssumptions);
const ComparedFlips = await later("ComparedFlips", async () => (await import("./ComparedFlips")).ComparedFlips);
const ComparedMoney = await later("ComparedMoney", async () => (await import("./ComparedMoney")).ComparedMoney);

/** Up to four scenarios side by side: conclusions first, then what makes them differ; one legend, one scale. */
export const ComparisonView = ({
  answer,
  comparison,
  limits,
}: {
  readonly answer: NonNullable<ComparisonData["answer"]>;
  readonly comparison: ProjectionComparison;
  readonly limits: ComparisonData["limits"];
}) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const asked = Number(params.get("year"));
  const year = comparison.years.includes(asked) ? asked : firstDifference(comparison);
  const sides = sidesOf(answer.scenarios);
  return (
    <>
      {sides.every(({ upToDate }) => upToDate) ? null : (
        <Notice tone="warn">
          {t("comparison:outdated", {
            names: sides
              .filter(({ upToDate }) => !upToDate)
              .map(({ name }) => name)
              .join(t("compliance:gaps.separator")),
          })}
        </Notice>
      )}
      {new Set(sides.map(({ datasetHash }) => datasetHash)).size === 1 ? null : <Notice tone="warn">{t("comparison:other_data")}</Notice>}
      {new Set(sides.map(({ ruleSet }) => `${ruleSet.id} ${ruleSet.version}`)).size === 1 ? null : (
        <Notice tone="warn">{t("comparison:other_rules")}</Notice>
      )}
      <Card title={t("comparison:conclusions")} note={t("comparison:conclusions_note")} flush>
        <Conclusions sides={sides} comparison={comparison} />
        <YearStrip
          caption={t("planning:result.by_year")}
          years={comparison.years}
          selected={year}
          rows={sides.map((side) => ({
            key: side.scenarioId,
            label: <SideHead side={side} />,
            cells: wholeCells(
              t,
              comparison.verdicts.flatMap(({ of }) => of[side.index] ?? []),
            ),
          }))}
        />
      </Card>
      <ComparedLevers levers={comparison.levers} sides={sides} schools={answer.schools} />
      <ComparedAssumptions sides={sides} schools={answer.schools} />
      <ComparedIndicators comparison={comparison} sides={sides} year={year} limits={limits} />
      <ComparedFlips comparison={comparison} sides={sides} year={year} />
      <ComparedMoney comparison={comparison} sides={sides} />
    </>
  );
};

/** The first year whose conclusions differ, else the last. */
const firstDifference = ({ verdicts, years }: ProjectionComparison): number =>
  (
    verdicts.find(({ of }) => of.some(({ verdict }) => verdict !== of[0]?.verdict)) ??
    verdicts.find(({ of }) => of.some(({ failing }) => failing !== of[0]?.failing))
  )?.year ??
  years.at(-1) ??
  0;

/** One line a scenario: when it passes, whether that lasts, and for how much. */
const Conclusions = ({ sides, comparison }: { readonly sides: readonly Side[]; readonly comparison: ProjectionComparison }) => {
  const { t } = useTranslation();
  const { passing, totalCost, levers } = comparison;
  const first = (part: "whole" | "resource") => ({
    key: part,
    header: t(`planning:result.first_year.${part}`),
    width: "150px",
    render: ({ index }: Side) => {
      const { firstYear = null, lasts = false } = passing[index]?.[part] ?? {};
      if (firstYear === null) return t("planning:result.never");
      return lasts ? String(firstYear) : t("comparison:not_lasting", { year: firstYear });
    },
  });
  const columns: Column<Side>[] = [
    {
      key: "name",
      header: t("comparison:scenario"),
      cellClass: () => "wrap",
      render: (side) => (
        <Link to={`/planning/scenarios/${side.scenarioId}`}>
          <SideHead side={side} />
        </Link>
      ),
    },
    first("whole"),
    first("resource"),
    {
      key: "levers",
      header: t("comparison:lever_count"),
      width: "72px",
      align: "end",
      render: ({ index }) => String(levers.filter(({ of }) => of[index] !== null).length),
    },
    {
      key: "cost",
      header: t("comparison:total_cost"),
      width: "120px",
      align: "end",
      render: ({ index }) => formatMoneyWan(totalCost[index] ?? null),
    },
    {
      key: "more",
      header: t("comparison:against_first"),
      width: "110px",
      align: "end",
      render: ({ index }) => (index === 0 ? "—" : formatChange((totalCost[index] ?? 0) - (totalCost[0] ?? 0), 1)),
    },
  ];
  return <DataTable caption={t("comparison:conclusions")} columns={columns} rows={sides} rowKey={({ scenarioId }) => scenarioId} />;
};
