import { type BasicExplainQuery, type BasicStage, basicIndicators } from "@server/compliance/basic-contract";
import type { Stage } from "@server/statistics/contract";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatCv, formatNumber, formatPercent } from "~/components/format";
import { TableFrame } from "~/components/TableFrame";
import { VerdictChip } from "~/components/VerdictChip";

export type BasicStageView = Pick<BasicStage, "balance" | "composite">;

/** Teachers a pupil are small numbers: three decimals, as the published tables have. */
const decimalsOf = (id: (typeof basicIndicators)[number]): number => (id === "B6" || id === "B7" || id === "B8" ? 3 : 2);

/** 表Ⅲ of basic balance: mean, coefficient and share of the composite of each indicator, and the composite against its limit. */
export const BasicBalanceTable = ({
  stages,
  coefficient,
}: {
  readonly stages: Readonly<Record<Stage, BasicStageView>>;
  /** How a coefficient is shown: on the county's own page it opens its reason. */
  readonly coefficient: (of: BasicExplainQuery, cv: number | null) => ReactNode;
}) => {
  const { t } = useTranslation();
  const order: readonly Stage[] = ["primary", "junior"];
  return (
    <TableFrame caption={t("basic:caption")} look="balance">
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            {t("compliance:balance.indicator")}
          </th>
          {order.map((stage) => (
            <th key={stage} scope="colgroup" colSpan={3} className="balance__stage">
              {t(`rules:stage.${stage}`)}
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
            <th key={`${stage}-share`} scope="col" className="num">
              {t("basic:share")}
            </th>,
          ])}
        </tr>
      </thead>
      <tbody>
        {basicIndicators.map((id) => (
          <tr key={id}>
            <th scope="row">{t(`basic:indicator.${id}`)}</th>
            {order.flatMap((stage) => {
              const { mean, cv, share } = stages[stage].balance[id];
              return [
                <td key={`${stage}-mean`} className="num balance__stage">
                  {formatNumber(mean, decimalsOf(id))}
                </td>,
                <td key={`${stage}-cv`} className="num">
                  {coefficient({ stage, indicator: id }, cv)}
                </td>,
                <td key={`${stage}-share`} className="num">
                  {formatPercent(share)}
                </td>,
              ];
            })}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("basic:composite")}</th>
          {order.flatMap((stage) => {
            const { cv, limit, verdict, borderline } = stages[stage].composite;
            return [
              <td key={`${stage}-limit`} className="balance__stage caption muted">
                {t("compliance:balance.limit", { limit: formatCv(limit) })}
              </td>,
              <td key={`${stage}-cv`} className="num">
                <strong>{coefficient({ stage, indicator: "composite" }, cv)}</strong>
              </td>,
              <td key={`${stage}-verdict`}>
                <VerdictChip kind={borderline ? "borderline" : verdict} plain />
              </td>,
            ];
          })}
        </tr>
      </tfoot>
    </TableFrame>
  );
};
