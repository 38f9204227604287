import { Link, useSearchParams } from "@remix-run/react";
import { type ResourceIndicator, resourceIndicators, type StageAssessment } from "@server/compliance/contract";
import type { Stage } from "@server/statistics/contract";
import { useTranslation } from "react-i18next";
import { formatCv, formatValue } from "~/components/format";
import { Sparkline } from "~/components/Sparkline";
import { TableFrame } from "~/components/TableFrame";
import { ThresholdBar } from "~/components/ThresholdBar";
import { withParams } from "~/components/url";
import { toneOf, VerdictChip } from "~/components/VerdictChip";
import { ReliefNote, reliefOfVerdict } from "./Relief";
import { whyValue } from "./why";

/** Coefficients of earlier years up to this one, by stage and indicator. */
export interface BalanceHistory {
  readonly years: readonly number[];
  readonly cv: Readonly<Record<Stage, Readonly<Record<ResourceIndicator, readonly (number | null)[]>>>>;
}

export type StageBalance = Pick<StageAssessment, "balance" | "compositeCv" | "balanceVerdict">;

/** 表Ⅲ: county mean and coefficient of variation of each indicator, both stages side by side. `whyPath`: page that explains, this one by default; null for none. */
export const BalanceTable = ({
  stages,
  whyPath = "",
  history = null,
}: {
  readonly stages: Readonly<Record<Stage, StageBalance>>;
  readonly whyPath?: string | null;
  readonly history?: BalanceHistory | null;
}) => {
  const { t } = useTranslation();
  const order: readonly Stage[] = ["primary", "junior"];
  return (
    <TableFrame caption={t("compliance:balance.caption")} look="balance">
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            {t("compliance:balance.indicator")}
          </th>
          {order.map((stage) => (
            <th key={stage} scope="colgroup" colSpan={4} className="balance__stage">
              {t(`rules:stage.${stage}`)}{" "}
              <span className="caption muted">{t("compliance:balance.limit", { limit: formatCv(stages[stage].balance.R1.limit) })}</span>
            </th>
          ))}
        </tr>
        <tr>
          {order.flatMap((stage) => [
            <th key={`${stage}-mean`} scope="col" className="num balance__stage">
              {t("compliance:balance.mean")}
            </th>,
            <th key={`${stage}-cv`} scope="col" className="num">
              {t("compliance:balance.cv")}
            </th>,
            <th key={`${stage}-bar`} scope="col" className="balance__bar">
              <span className="visually-hidden">{t("compliance:balance.against_limit")}</span>
            </th>,
            <th key={`${stage}-verdict`} scope="col">
              {t("compliance:matrix.verdict")}
            </th>,
          ])}
        </tr>
      </thead>
      <tbody>
        {resourceIndicators.map((indicator) => (
          <tr key={indicator}>
            <th scope="row">{t(`rules:indicator.${indicator}.name`)}</th>
            {order.map((stage) => (
              <StageCells key={stage} stage={stage} indicator={indicator} balance={stages[stage]} whyPath={whyPath} history={history} />
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            {t("compliance:balance.all")} <span className="caption muted">{t("compliance:balance.all_note")}</span>
          </th>
          {order.flatMap((stage) => [
            <td key={`${stage}-none`} className="balance__stage" colSpan={3} />,
            <td key={`${stage}-verdict`}>
              <VerdictChip kind={stages[stage].balanceVerdict} plain />
            </td>,
          ])}
        </tr>
        <tr>
          <th scope="row">
            {t("compliance:balance.composite")} <span className="caption muted">{t("compliance:balance.composite_note")}</span>
          </th>
          {order.flatMap((stage) => [
            <td key={`${stage}-mean`} className="num balance__stage" />,
            <td key={`${stage}-cv`} className="num">
              {formatCv(stages[stage].compositeCv)}
            </td>,
            <td key={`${stage}-rest`} colSpan={2} />,
          ])}
        </tr>
      </tfoot>
    </TableFrame>
  );
};

const scaleMax = 1;

const StageCells = ({
  stage,
  indicator,
  balance,
  whyPath,
  history,
}: {
  readonly stage: Stage;
  readonly indicator: ResourceIndicator;
  readonly balance: StageBalance;
  readonly whyPath: string | null;
  readonly history: BalanceHistory | null;
}) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { mean, cv, limit, verdict, borderline } = balance.balance[indicator];
  const relief = reliefOfVerdict(verdict, balance.balance[indicator].relief);
  const kind = borderline ? "borderline" : verdict;
  const target = whyValue("balance", stage, indicator, null);
  const figure = <strong className={`tone-${kind === "met" ? "ink" : toneOf(kind)}`}>{formatCv(cv)}</strong>;
  const name = t("compliance:matrix.cv_cell", {
    indicator: t("rules:cv.of", { stage: t(`rules:stage.${stage}`), indicator: t(`rules:indicator.${indicator}.short`) }),
    value: formatCv(cv),
    verdict: t(`common:verdict.${kind}`),
  });
  return (
    <>
      <td className="num balance__stage">{formatValue(mean)}</td>
      <td className="num">
        {whyPath === null ? (
          figure
        ) : (
          <Link
            id={`why-${target}`}
            to={`${whyPath}${withParams(whyPath === "" ? params : new URLSearchParams(), { why: target })}`}
            preventScrollReset
            aria-label={name}
          >
            {figure}
          </Link>
        )}
      </td>
      <td className="balance__bar">
        <ThresholdBar value={cv} standard={limit} scaleMax={scaleMax} tone={toneOf(kind)} size="row" />
        {history === null ? null : (
          <Sparkline
            values={history.cv[stage][indicator]}
            limit={limit}
            failing={verdict === "not_met"}
            text={history.years.map((year, at) => `${year} ${formatCv(history.cv[stage][indicator][at] ?? null)}`).join(", ")}
          />
        )}
      </td>
      <td>
        <VerdictChip kind={kind} plain />
        {relief === null ? null : <ReliefNote relief={relief} />}
      </td>
    </>
  );
};
