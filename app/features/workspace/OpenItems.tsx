import { Link } from "@remix-run/react";
import { resourceIndicators } from "@server/compliance/contract";
import { itemIds } from "@server/compliance/items-contract";
import { stages } from "@server/statistics/contract";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { type VerdictKind, VerdictShape } from "~/components/VerdictChip";
import { itemPath } from "~/features/compliance/items";
import { yearVerdict } from "~/features/planning/year-verdict";
import { patchDocument } from "./edits";
import { Opened } from "./Opened";
import type { SectionOutcome, YearSummary } from "./simulation-protocol";
import { useActions, useAnswered } from "./workspace-context";

interface Open {
  readonly key: string;
  readonly text: string;
  readonly verdict: VerdictKind;
  /** The page that says what is asked for. */
  readonly to: string;
}

const openOf = (t: TFunction, year: YearSummary, sections: readonly SectionOutcome[]): readonly Open[] => [
  ...yearVerdict(year).beside.map((part) => ({
    key: part,
    text: t(`planning:result.part.${part}`),
    verdict: yearVerdict(year).verdict,
    to: "/assessment/vetoes",
  })),
  ...stages.flatMap((stage) =>
    resourceIndicators.flatMap((indicator): Open[] =>
      year.stages[stage].cvVerdict[indicator] === "not_evaluable"
        ? [
            {
              key: `${stage}:${indicator}`,
              text: t("rules:cv.of", { stage: t(`rules:stage.${stage}`), indicator: t(`rules:indicator.${indicator}.short`) }),
              verdict: "not_evaluable",
              to: "/assessment/balance",
            },
          ]
        : [],
    ),
  ),
  ...itemIds.flatMap((item): Open[] =>
    year.items?.[item] === "not_evaluable"
      ? [{ key: item, text: `${item} ${t(`clauses:${item}.short`)}`, verdict: "not_evaluable", to: itemPath(item) }]
      : [],
  ),
  ...sections.flatMap(({ id, schoolName, stage, verdict }): Open[] =>
    verdict === "not_evaluable"
      ? [{ key: id, text: `${schoolName} ${t(`rules:section.${stage}`)}`, verdict, to: `/assessment/schools?stage=${stage}` }]
      : [],
  ),
];

/** What stands between the chosen year and a verdict: all that cannot be judged, and parts that no count knows. */
export const OpenItems = ({ year }: { readonly year: YearSummary }) => {
  const { t } = useTranslation();
  const { answer, answered } = useAnswered();
  const { edit, may } = useActions();
  if (answer === null) return null;
  const { open, beside } = yearVerdict(year);
  if (open + beside.length === 0) return null;
  const { assumptions } = answered;
  const title = open > 0 ? t("workspace:open.title", { year: year.year, count: open }) : t("workspace:open.beside", { year: year.year });
  const stated = year.year === answer.baseYear || assumptions.evidence === "as_base_year";
  return (
    <section className="ws-failures" aria-label={title}>
      <Opened summary={title}>
        {() => (
          <ul className="plain">
            {openOf(t, year, answer.sections).map((one) => (
              <li key={one.key} className="ws-failures__row">
                <VerdictShape kind={one.verdict} size={12} label={t(`common:verdict.${one.verdict}`)} />
                <Link to={one.to}>{one.text}</Link>
              </li>
            ))}
          </ul>
        )}
      </Opened>
      {stated ? null : (
        <p className="caption muted">
          {t("workspace:open.unstated")}{" "}
          {may ? (
            <Button size="small" onClick={() => edit(patchDocument({ assumptions: { ...assumptions, evidence: "as_base_year" } }))}>
              {t("workspace:open.carry_on")}
            </Button>
          ) : null}
        </p>
      )}
    </section>
  );
};
