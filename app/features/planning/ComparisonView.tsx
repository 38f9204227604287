import { Link, useSearchParams } from "@remix-run/react";
import type { ComparedScenario, ProjectionComparison } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { formatChange, formatMoneyWan } from "~/components/format";
import { KeyFigure, KeyFigures } from "~/components/KeyFigure";
import { Notice } from "~/components/Notice";
import { Card } from "~/components/page";
import { YearStrip } from "~/components/YearStrip";
import { ComparedCost, ComparedFlips, ComparedIndicators } from "./ComparisonTables";

/** Two scenarios side by side: difference first, one scale, one legend. */
export const ComparisonView = ({
  left,
  right,
  comparison,
}: {
  readonly left: ComparedScenario;
  readonly right: ComparedScenario;
  readonly comparison: ProjectionComparison;
}) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const asked = Number(params.get("year"));
  const year = comparison.years.includes(asked) ? asked : (comparison.years.at(-1) ?? 0);
  const names = { left: left.name, right: right.name };
  const { firstYear, lasts, totalCost } = comparison;
  const first = (side: "left" | "right") =>
    firstYear[side] === null
      ? t("planning:result.never")
      : lasts[side]
        ? String(firstYear[side])
        : t("planning:compare.not_lasting", { year: firstYear[side] });
  const cells = (side: "left" | "right") =>
    comparison.verdicts.map((entry) => ({
      kind: entry[side],
      text: entry[side] === "not_met" ? t("planning:result.short_of", { count: entry.failing[side] ?? 0 }) : undefined,
    }));
  return (
    <>
      {left.upToDate && right.upToDate ? null : <Notice tone="warn">{t("planning:result.outdated")}</Notice>}
      {left.datasetHash === right.datasetHash ? null : <Notice tone="warn">{t("planning:compare.other_data")}</Notice>}
      <Card title={t("planning:result.by_year")}>
        <YearStrip
          caption={t("planning:result.by_year")}
          years={comparison.years}
          selected={year}
          rows={[
            { key: "left", label: t("planning:compare.row", { side: t("planning:compare.left"), name: names.left }), cells: cells("left") },
            {
              key: "right",
              label: t("planning:compare.row", { side: t("planning:compare.right"), name: names.right }),
              cells: cells("right"),
            },
          ]}
        />
        <KeyFigures>
          <KeyFigure
            label={t("planning:compare.first_of", { name: names.left })}
            value={first("left")}
            verdict={firstYear.left === null ? "not_met" : "met"}
          >
            <Link to={`/planning/scenarios/${left.scenarioId}`}>{t("planning:compare.open")}</Link>
          </KeyFigure>
          <KeyFigure
            label={t("planning:compare.first_of", { name: names.right })}
            value={first("right")}
            verdict={firstYear.right === null ? "not_met" : "met"}
          >
            <Link to={`/planning/scenarios/${right.scenarioId}`}>{t("planning:compare.open")}</Link>
          </KeyFigure>
          <KeyFigure
            label={t("planning:compare.cost_difference")}
            value={formatChange(totalCost.difference, 1)}
            unit={t("planning:unit.wan")}
          >
            {t("planning:compare.cost_both", { left: formatMoneyWan(totalCost.left), right: formatMoneyWan(totalCost.right) })}
          </KeyFigure>
        </KeyFigures>
      </Card>
      <ComparedIndicators comparison={comparison} year={year} />
      <ComparedFlips comparison={comparison} names={names} year={year} />
      <ComparedCost comparison={comparison} names={names} />
    </>
  );
};
