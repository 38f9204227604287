import { Link, useSearchParams } from "@remix-run/react";
import { resourceIndicators } from "@server/compliance/contract";
import { itemIds } from "@server/compliance/items-contract";
import type { Span } from "@server/kernel/span";
import type { Outlook } from "@server/planning/outlook-contract";
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

/** When the county passes if nothing is done, in words. */
export const outlookSentence = (t: TFunction, part: "whole" | "resource", { firstYear, lasts }: Span, last: number): string => {
  if (firstYear === null) return t(`overview:outlook.${part}.never`, { year: last });
  return t(lasts ? `overview:outlook.${part}.passes` : `overview:outlook.${part}.lost`, { year: firstYear });
};

/** 不采取措施的走势: each year to come with its verdict; a year opens what it lacks; in words when the county will pass. */
export const OutlookCard = ({ outlook: { years, whole, resource } }: { readonly outlook: Outlook }) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const last = years.at(-1);
  if (last === undefined) return null;
  const opened = years.find(({ year }) => String(year) === params.get("outlook"));
  return (
    <Card
      title={t("overview:outlook.title")}
      note={t("overview:outlook.note")}
      actions={<Link to="/planning/scenarios">{t("overview:outlook.open")}</Link>}
    >
      <ol className="plain overview__years">
        {years.map(({ year, failing, verdict }) => (
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
        ))}
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
      <p>{outlookSentence(t, "whole", whole, last.year)}</p>
      {whole.lasts ? null : <p>{outlookSentence(t, "resource", resource, last.year)}</p>}
      <p className="caption muted">{t("overview:outlook.assumed")}</p>
    </Card>
  );
};
