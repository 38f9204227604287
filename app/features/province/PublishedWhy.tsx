import { useSearchParams } from "@remix-run/react";
import type { ResourceIndicator, SectionAssessment } from "@server/compliance/contract";
import { useTranslation } from "react-i18next";
import { formatExact, formatPercent, formatValue } from "~/components/format";
import { Inspector, InspectorSection } from "~/components/Inspector";
import { ThresholdBar } from "~/components/ThresholdBar";
import { withParams } from "~/components/url";
import { toneOf, VerdictChip } from "~/components/VerdictChip";
import { neededAmount } from "~/features/compliance/needed";
import { whyValue } from "~/features/compliance/why";

/** What a county published about one figure: value, resource, pupils, split, what is missing to the standard. Its data stay with the county. */
export const PublishedWhy = ({ section, indicator }: { readonly section: SectionAssessment; readonly indicator: ResourceIndicator }) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const result = section.indicators[indicator];
  const kind = result.borderline ? "borderline" : result.state;
  const rows: readonly (readonly [string, string])[] = [
    [t("province:published.resource"), `${formatExact(result.numerator)} ${t(`province:published.base.${indicator}`)}`],
    [t("compliance:formula.pupils", { stage: t(`rules:stage.${section.stage}`) }), formatExact(result.pupils)],
    [t("province:published.unrounded"), `${formatExact(result.value)} ${t(`rules:indicator.${indicator}.unit`)}`],
    ...(section.mixedStage ? [[t("compliance:formula.share"), formatPercent(section.splitShare, 2)] as const] : []),
  ];
  return (
    <Inspector
      title={t("compliance:why.title")}
      closeTo={withParams(params, { why: null })}
      returnTo={`why-${whyValue("section", section.stage, indicator, section.id)}`}
    >
      <InspectorSection>
        <p>
          <strong>{section.schoolName}</strong> <span className="muted">{t(`rules:section.${section.stage}`)}</span>
        </p>
        <p className="muted">{t(`rules:indicator.${indicator}.name`)}</p>
        <div className="row">
          <VerdictChip kind={kind} /> <strong>{formatValue(result.value)}</strong> {t(`rules:indicator.${indicator}.unit`)}
        </div>
        <ThresholdBar value={result.value} standard={result.standard} floor={result.floor} tone={toneOf(kind)} size="panel" />
        <p className="caption muted">{t("compliance:why.limits", { standard: result.standard, floor: formatExact(result.floor) })}</p>
      </InspectorSection>
      <InspectorSection title={t("province:published.figures")}>
        <table className="table table--plain">
          <caption className="visually-hidden">{t("province:published.figures")}</caption>
          <tbody>
            {rows.map(([label, text]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="num">{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {result.needed === null || result.needed === 0 ? null : (
          <p>
            {t("province:published.needed", {
              need: t(`rules:indicator.${indicator}.need`, { amount: neededAmount(indicator, result.needed) }),
            })}
          </p>
        )}
        <p className="caption muted">{t("province:published.scope")}</p>
      </InspectorSection>
    </Inspector>
  );
};
