import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatChange, formatCount, formatPercent, formatValue } from "~/components/format";
import { InspectorSection } from "~/components/Inspector";

const shownContributors = 12;

/** One school's part in a coefficient of variation. */
export interface Contributor {
  readonly sectionId: string;
  readonly school: ReactNode;
  readonly pupils: number;
  readonly value: number;
  /** Null where the county has no mean. */
  readonly deviation: number | null;
  readonly share: number;
}

/** Schools behind a coefficient of variation, largest share first; what is left out is summed up. */
export const Contributors = ({ contributors, mean }: { readonly contributors: readonly Contributor[]; readonly mean: number | null }) => {
  const { t } = useTranslation();
  const shown = contributors.slice(0, shownContributors);
  const rest = contributors.slice(shownContributors).reduce((sum, { share }) => sum + Math.abs(share), 0);
  return (
    <InspectorSection
      title={t("compliance:why.contributors")}
      aside={<span className="caption muted">{t("compliance:why.mean", { mean: formatValue(mean) })}</span>}
    >
      <table className="table table--plain">
        <caption className="visually-hidden">{t("compliance:why.contributors")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("compliance:matrix.school")}</th>
            <th scope="col" className="num">
              {t("compliance:matrix.pupils")}
            </th>
            <th scope="col" className="num">
              {t("compliance:why.value")}
            </th>
            <th scope="col" className="num">
              {t("compliance:why.deviation")}
            </th>
            <th scope="col" className="num">
              {t("compliance:why.share")}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ sectionId, school, pupils, value, deviation, share }) => (
            <tr key={sectionId}>
              <th scope="row">{school}</th>
              <td className="num">{formatCount(pupils)}</td>
              <td className="num">{formatValue(value)}</td>
              <td className="num">{deviation === null ? formatValue(null) : formatChange(deviation, 2)}</td>
              <td className="num">{formatPercent(share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {contributors.length > shown.length ? (
        <p className="caption muted">
          {t("compliance:why.rest", { count: contributors.length - shown.length, share: formatPercent(rest) })}
        </p>
      ) : null}
    </InspectorSection>
  );
};
