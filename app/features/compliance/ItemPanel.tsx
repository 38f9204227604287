import { Link, useSearchParams } from "@remix-run/react";
import type { SourcedItemExplanation } from "@server/compliance/contract";
import type { ItemResult, ItemSchool } from "@server/compliance/items-contract";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatCount } from "~/components/format";
import { Inspector, InspectorSection } from "~/components/Inspector";
import { withParams } from "~/components/url";
import { Tag, VerdictChip } from "~/components/VerdictChip";
import { useSession } from "~/features/shell/use-session";
import { formatFigure, sentenceValues } from "./figures";
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
            {id} {t(`rules:items.${id}.name`)}
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
        <p className="caption muted">{t(`rules:items.${id}.formula`, sentenceValues(result.figures, result.limits))}</p>
        <p>{t(`rules:items.${id}.sentence`, sentenceValues(result.figures, result.limits))}</p>
      </InspectorSection>
      {failing.length > 0 ? (
        <InspectorSection title={t("items:panel.failing")}>
          <Schools schools={failing} caption={t("items:panel.failing")} />
        </InspectorSection>
      ) : null}
      {open.length > 0 ? (
        <InspectorSection title={t("items:panel.open")}>
          <Schools schools={open} caption={t("items:panel.open")} />
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
      <StatedSources explanation={explanation} />
      {change === null ? null : (
        <InspectorSection title={t("items:panel.change")}>
          <p>
            {t(
              `rules:items.${id}.change`,
              Object.fromEntries(Object.entries(change.values).map(([name, value]) => [name, formatCount(value)])),
            )}
          </p>
        </InspectorSection>
      )}
      {children}
    </Inspector>
  );
};

const flags: readonly string[] = ["charter", "informatised"];

const Schools = ({ schools, caption }: { readonly schools: readonly ItemSchool[]; readonly caption: string }) => {
  const { t } = useTranslation();
  const columns = [...new Set(schools.flatMap(({ figures }) => Object.keys(figures)))];
  const figure = (name: string, value: number | null): string =>
    flags.includes(name) && value !== null ? t(`items:answer.${value === 1 ? "yes" : "no"}`) : formatFigure(name, value);
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label={caption}>
      <table className="table table--plain">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("compliance:matrix.school")}</th>
            {columns.map((name) => (
              <th key={name} scope="col" className="num">
                {t(`rules:items.figure.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {schools.map((school) => (
            <tr key={`${school.schoolCode}:${school.stage ?? ""}`}>
              <th scope="row">
                <Link to={`/data/schools/${encodeURIComponent(school.schoolCode)}`}>{school.schoolName}</Link>
                {school.stage === null ? null : <span className="caption muted"> {t(`rules:section.${school.stage}`)}</span>}
              </th>
              {columns.map((name) => (
                <td key={name} className="num">
                  {figure(name, school.figures[name] ?? null)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
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
                <Link className="caption" to="/data/import">
                  {t("items:panel.to_import")}
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
