import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/Button";
import { formatDateTime, formatMoneyWan } from "~/components/format";
import { KeyFigure, KeyFigures } from "~/components/KeyFigure";
import { Notice } from "~/components/Notice";
import { Card } from "~/components/page";
import { YearStrip } from "~/components/YearStrip";
import type { ResultView } from "./result-view";
import { SpanNotice } from "./SpanNotice";
import { resourceCells, spansOf, wholeCells } from "./year-verdict";

/** The answer in one look: verdict by year for baseline and trial, first year of passing and whether it lasts, money. */
export const ResultHead = ({ scenarioId, result }: { readonly scenarioId: string; readonly result: ResultView }) => {
  const { t } = useTranslation();
  const spans = spansOf(result.trial);
  const baseline = spansOf(result.baseline);
  const total = result.cost.reduce((sum, { totalWan }) => sum + totalWan, 0);
  const capital = result.cost.reduce((sum, { capitalWan }) => sum + capitalWan, 0);
  const peak = result.cost.reduce(
    (most, year) => (year.totalWan > most.totalWan ? year : most),
    result.cost[0] ?? { year: result.baseYear, totalWan: 0 },
  );
  const yearText = (year: number | null) => (year === null ? t("planning:result.never") : String(year));
  return (
    <Card
      title={t("planning:result.title")}
      note={t("planning:result.computed", {
        when: formatDateTime(result.finishedAt),
        ms: Math.round(result.receipt.computeMs),
        hash: result.receipt.resultHash.slice(0, 8),
      })}
      actions={
        <LinkButton to={`/planning/scenarios/${scenarioId}/result-file`} download>
          {t("planning:result.file")}
        </LinkButton>
      }
    >
      <div className="stack">
        {result.upToDate ? null : <Notice tone="warn">{t("planning:result.outdated")}</Notice>}
        <YearStrip
          caption={t("planning:result.by_year")}
          years={result.years}
          baseYear={result.baseYear}
          selected={result.year}
          rows={[
            { key: "baseline", label: t("planning:result.baseline"), cells: wholeCells(t, result.baseline) },
            { key: "trial", label: t("planning:result.trial"), cells: wholeCells(t, result.trial) },
            { key: "resource", label: t("planning:result.resource"), cells: resourceCells(t, result.trial) },
          ]}
        />
        <KeyFigures>
          {(["whole", "resource"] as const).map((part) => (
            <KeyFigure key={part} label={t(`planning:result.first_year.${part}`)} value={yearText(spans[part].firstYear)}>
              {t("planning:result.first_baseline", { year: yearText(baseline[part].firstYear) })}
            </KeyFigure>
          ))}
          <KeyFigure label={t("planning:result.cost_total")} value={formatMoneyWan(total)} unit={t("planning:unit.wan")}>
            {t("planning:result.cost_parts", { capital: formatMoneyWan(capital), recurrent: formatMoneyWan(total - capital) })}
          </KeyFigure>
          <KeyFigure label={t("planning:result.cost_peak")} value={formatMoneyWan(peak.totalWan)} unit={t("planning:unit.wan")}>
            {t("planning:result.cost_peak_year", { year: peak.year })}
          </KeyFigure>
        </KeyFigures>
        <SpanNotice spans={spans} />
      </div>
    </Card>
  );
};
