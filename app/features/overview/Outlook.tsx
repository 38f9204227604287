import { Link, useSearchParams } from "@remix-run/react";
import { resourceIndicators, type Verdict } from "@server/compliance/contract";
import { itemIds } from "@server/compliance/items-contract";
import type { Outlook, OutlookYear } from "@server/planning/outlook-contract";
import { stages } from "@server/statistics/contract";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/page";
import { withParams } from "~/components/url";
import { VerdictShape } from "~/components/VerdictChip";
import { itemPath } from "../compliance/items";

/** `primary-R4-cv`, `junior-sections`, `G5` in words, and the page that says why. */
const clauseOf = (t: TFunction, clause: string): { readonly text: string; readonly to: string } => {
  const item = itemIds.find((id) => id === clause);
  if (item !== undefined) return { text: `${item} ${t(`clauses:${item}.short`)}`, to: itemPath(item) };
  const [stageName, indicatorName] = clause.split("-");
  const stage = stages.find((one) => one === stageName) ?? "primary";
  const indicator = resourceIndicators.find((one) => one === indicatorName);
  if (indicator === undefined)
    return { text: t("overview:outlook.sections", { stage: t(`rules:stage.${stage}`) }), to: `/assessment/schools?stage=${stage}` };
  return {
    text: t("rules:cv.of", { stage: t(`rules:stage.${stage}`), indicator: t(`rules:indicator.${indicator}.short`) }),
    to: "/assessment/balance",
  };
};

/** Of the whole year, as counted: what cannot be judged is no pass, though the resources alone may be met. */
const verdictOf = ({ failing, open, verdict }: OutlookYear): Verdict => (failing > 0 ? "not_met" : open > 0 ? "not_evaluable" : verdict);

/** 不采取措施的走势: each year to come with its verdict; a year opens what it lacks; in words when the county will pass. */
export const OutlookCard = ({ outlook: { years, firstYear, lasts } }: { readonly outlook: Outlook }) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const last = years.at(-1);
  if (last === undefined) return null;
  const words =
    firstYear === null
      ? t("overview:outlook.never", { year: last.year })
      : t(lasts ? "overview:outlook.passes" : "overview:outlook.lost", { year: firstYear });
  const opened = years.find(({ year }) => String(year) === params.get("outlook"));
  return (
    <Card
      title={t("overview:outlook.title")}
      note={t("overview:outlook.note")}
      actions={<Link to="/planning/scenarios">{t("overview:outlook.open")}</Link>}
    >
      <ol className="plain overview__years">
        {years.map((one) => {
          const { year, failing } = one;
          const verdict = verdictOf(one);
          return (
            <li key={year}>
              <Link
                to={withParams(params, { outlook: year === opened?.year ? null : year })}
                preventScrollReset
                aria-expanded={year === opened?.year}
              >
                <b>{year}</b>
                <VerdictShape kind={verdict} label={t(`common:verdict.${verdict}`)} />
                <span>{failing > 0 ? t("overview:outlook.short", { count: failing }) : t(`common:verdict.${verdict}`)}</span>
              </Link>
            </li>
          );
        })}
      </ol>
      {opened === undefined ? null : (
        <>
          <p>
            <strong>{t("overview:outlook.lacks", { year: opened.year, count: opened.binding.length })}</strong>
          </p>
          <ul className="overview__lacks">
            {opened.binding.map((clause) => {
              const { text, to } = clauseOf(t, clause);
              return (
                <li key={clause}>
                  <Link to={to}>{text}</Link>
                </li>
              );
            })}
          </ul>
        </>
      )}
      <p>{words}</p>
      <p className="caption muted">{t("overview:outlook.assumed")}</p>
    </Card>
  );
};
