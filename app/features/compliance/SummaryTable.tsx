import { Link } from "@remix-run/react";
import { resourceIndicators, type StageAssessment } from "@server/compliance/contract";
import type { Stage } from "@server/statistics/contract";
import { useTranslation } from "react-i18next";
import { formatCount, formatPercent } from "~/components/format";
import { TableFrame } from "~/components/TableFrame";
import { VerdictChip } from "~/components/VerdictChip";

export type StageSummary = Pick<
  StageAssessment,
  "indicatorMet" | "sectionsTotal" | "sectionsMet" | "sectionsNotMet" | "sectionsNotEvaluable" | "sectionsVerdict"
>;

/** 表Ⅱ-1: schools meeting each indicator and all together, number and share, both stages. */
export const SummaryTable = ({
  stages,
  matrixPath = "/assessment/schools",
}: {
  readonly stages: Readonly<Record<Stage, StageSummary>>;
  readonly matrixPath?: string | null;
}) => {
  const { t } = useTranslation();
  return (
    <TableFrame caption={t("compliance:summary.caption")} look="summary">
      <thead>
        <tr>
          <th scope="col">{t("compliance:summary.stage")}</th>
          <th scope="col" className="num">
            {t("compliance:summary.sections")}
          </th>
          <th scope="col">{t("compliance:summary.measure")}</th>
          {resourceIndicators.map((indicator) => (
            <th key={indicator} scope="col" className="num">
              <abbr title={t(`rules:indicator.${indicator}.name`)}>{t(`rules:indicator.${indicator}.short`)}</abbr>
            </th>
          ))}
          <th scope="col" className="num">
            {t("compliance:summary.overall")}
          </th>
          <th scope="col">{t("compliance:matrix.verdict")}</th>
        </tr>
      </thead>
      {(["primary", "junior"] as const).map((stage) => {
        const one = stages[stage];
        const share = (count: number) => formatPercent(one.sectionsTotal > 0 ? count / one.sectionsTotal : null);
        return (
          <tbody key={stage}>
            <tr>
              <th scope="rowgroup" rowSpan={2}>
                {matrixPath === null ? (
                  t(`rules:stage.${stage}`)
                ) : (
                  <Link to={`${matrixPath}?stage=${stage}`}>{t(`rules:stage.${stage}`)}</Link>
                )}
              </th>
              <td className="num" rowSpan={2}>
                {formatCount(one.sectionsTotal)}
              </td>
              <td>{t("compliance:summary.meeting")}</td>
              {resourceIndicators.map((indicator) => (
                <td key={indicator} className="num">
                  {formatCount(one.indicatorMet[indicator])}
                </td>
              ))}
              <td className="num">
                <strong>{formatCount(one.sectionsMet)}</strong>
              </td>
              <td rowSpan={2}>
                <VerdictChip kind={one.sectionsVerdict} plain />
                {one.sectionsNotEvaluable > 0 ? (
                  <div className="caption muted">{t("compliance:summary.not_evaluable", { count: one.sectionsNotEvaluable })}</div>
                ) : null}
              </td>
            </tr>
            <tr>
              <td>{t("compliance:summary.share")}</td>
              {resourceIndicators.map((indicator) => (
                <td key={indicator} className="num">
                  {share(one.indicatorMet[indicator])}
                </td>
              ))}
              <td className="num">
                <strong>{share(one.sectionsMet)}</strong>
              </td>
            </tr>
          </tbody>
        );
      })}
    </TableFrame>
  );
};
