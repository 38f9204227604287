import { Link, useSearchParams } from "@remix-run/react";
import type { SourcedItemExplanation } from "@server/compliance/contract";
import type { ItemResult } from "@server/compliance/items-contract";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatCount } from "~/components/format";
import { Inspector, InspectorSection } from "~/components/Inspector";
import { withParams } from "~/components/url";
import { Tag, VerdictChip } from "~/components/VerdictChip";
import { countyCellLink } from "~/features/data/entry/entry-link";
import { useSession } from "~/features/shell/use-session";
import { sentenceValues } from "./figures";
import { ItemSchools } from "./ItemSchools";
import { inputLabel } from "./input-label";
import { reliefName } from "./Relief";
import { StatedSources } from "./StatedSources";

/** 为什么 of one item: demand → formula and numbers → schools → missing inputs → reliefs, then what the page adds below. */
export const ItemPanel = ({ explanation, children }: { readonly explanation: SourcedItemExplanation; readonly children: ReactNode }) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { locale } = useSession();
  const { clause, result, change } = explanation;
  const { id, failing, open, missing, contradictory, reliefs } = result;
  return (
    <Inspector title={t("compliance:why.title")} closeTo={withParams(params, { item: null, notice: null })} returnTo={`item-${id}`}>
      <InspectorSection>
        <p>
          <strong>
            {id} {t(`clauses:${id}.name`)}
          </strong>
        </p>
        <div className="row">
          <VerdictChip kind={result.borderline ? "borderline" : result.verdict} />
        </div>
        {result.borderline ? <p className="caption">{t("items:panel.borderline")}</p> : null}
      </InspectorSection>
      <InspectorSection
        title={t("compliance:why.clause")}
        aside={<span className="caption">{`${clause.document} ${clause.article}`}</span>}
      >
        <blockquote className="clause">{clause.text[locale]}</blockquote>
      </InspectorSection>
      <InspectorSection title={t("compliance:why.formula")}>
        <p className="caption muted">{t(`clauses:${id}.formula`, sentenceValues(result.figures, result.limits))}</p>
        <p>{t(`clauses:${id}.sentence`, sentenceValues(result.figures, result.limits))}</p>
      </InspectorSection>
      {failing.length > 0 ? (
        <InspectorSection title={t("items:panel.failing")}>
          <ItemSchools linked schools={failing} caption={t("items:panel.failing")} />
        </InspectorSection>
      ) : null}
      {open.length > 0 ? (
        <InspectorSection title={t("items:panel.open")}>
          <ItemSchools linked schools={open} caption={t("items:panel.open")} />
        </InspectorSection>
      ) : null}
      {missing.length > 0 ? <Inputs title={t("items:panel.missing")} inputs={missing} /> : null}
      {contradictory.length > 0 ? <Inputs title={t("items:panel.contradictory")} inputs={contradictory} /> : null}
      {reliefs.length > 0 ? (
        <InspectorSection title={t("items:panel.reliefs")}>
          <ul className="plain stack">
            {reliefs.map((relief) => (
              <li key={relief.id}>
                {reliefName(t, relief.id)}{" "}
                <Tag tone="near">
                  {relief.endsIn === null
                    ? t("items:relief.open", { count: relief.schools.length })
                    : t("items:relief.until", { count: relief.schools.length, year: relief.endsIn })}
                </Tag>
              </li>
            ))}
          </ul>
        </InspectorSection>
      ) : null}
      <StatedSources title={t("compliance:why.source")} explanation={explanation} />
      {change === null ? null : (
        <InspectorSection title={t("items:panel.change")}>
          <p>
            {t(
              `clauses:${id}.change`,
              Object.fromEntries(Object.entries(change.values).map(([name, value]) => [name, formatCount(value)])),
            )}
          </p>
        </InspectorSection>
      )}
      {children}
    </Inspector>
  );
};

const Inputs = ({ title, inputs }: { readonly title: string; readonly inputs: ItemResult["missing"] }) => {
  const { t } = useTranslation();
  return (
    <InspectorSection title={title}>
      <ul className="plain stack">
        {inputs.map(({ schoolCode, path }) => (
          <li key={`${schoolCode ?? ""}:${path}`}>
            {inputLabel(t, schoolCode, path)}{" "}
            {schoolCode === null ? (
              path.startsWith("declarations.") ? (
                <span className="caption muted">{t("items:panel.declare_below")}</span>
              ) : (
                <Link className="caption" to={countyCellLink(path) ?? "/data/entry"}>
                  {t("items:panel.to_entry")}
                </Link>
              )
            ) : (
              <Link className="caption" to={`/data/schools/${encodeURIComponent(schoolCode)}`}>
                {t("items:panel.to_school", { code: schoolCode })}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </InspectorSection>
  );
};
