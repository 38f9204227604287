import { type ResourceIndicator, resourceIndicators } from "@server/compliance/contract";
import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import type { SummaryRow } from "~/components/DataTable";
import { formatCount, formatCv, formatPercent, formatValue } from "~/components/format";
import { VerdictChip } from "~/components/VerdictChip";
import type { Matrix } from "./matrix";

const perColumn = (read: (indicator: ResourceIndicator) => ReactNode) =>
  Object.fromEntries(resourceIndicators.map((indicator) => [indicator, read(indicator)]));

/** The rows under 表Ⅱ-2: county mean, coefficient of variation (drawn by `cvCell`), sections that meet. */
export const matrixSummary = (t: TFunction, stage: Matrix["stage"], cvCell: (indicator: ResourceIndicator) => ReactNode): SummaryRow[] => {
  const { balance, indicatorMet, sectionsTotal, sectionsMet, pupils, balanceVerdict } = stage;
  const share = (count: number) => formatPercent(sectionsTotal > 0 ? count / sectionsTotal : null);
  return [
    {
      key: "mean",
      cells: {
        name: t("compliance:matrix.mean"),
        pupils: formatCount(pupils),
        ...perColumn((indicator) => formatValue(balance[indicator].mean)),
        verdict: <span className="caption muted">{t("compliance:matrix.mean_note")}</span>,
      },
    },
    {
      key: "cv",
      cells: {
        name: t("compliance:matrix.cv", { limit: formatCv(balance.R1.limit) }),
        ...perColumn(cvCell),
        met: `${resourceIndicators.filter((indicator) => balance[indicator].verdict === "met").length}/7`,
        verdict: <VerdictChip kind={balanceVerdict} plain />,
      },
    },
    {
      key: "sections",
      cells: {
        name: t("compliance:matrix.sections_met"),
        pupils: formatCount(sectionsTotal),
        ...perColumn((indicator) => (
          <span>
            {indicatorMet[indicator]} <span className="caption muted">{share(indicatorMet[indicator])}</span>
          </span>
        )),
        met: formatCount(sectionsMet),
        verdict: share(sectionsMet),
      },
    },
  ];
};
