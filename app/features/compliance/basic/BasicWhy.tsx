import { Link, useSearchParams } from "@remix-run/react";
import type { BasicExplainQuery, BasicExplanation, SourcedBasicExplanation } from "@server/compliance/basic-contract";
import { useTranslation } from "react-i18next";
import { formatCount, formatCv, formatExact, formatMoneyWan, formatPercent } from "~/components/format";
import { Inspector, InspectorSection } from "~/components/Inspector";
import { withParams } from "~/components/url";
import { useSession } from "~/features/shell/use-session";
import { Contributors } from "../Contributors";
import { SourcedInputs } from "../SourcedInputs";

const Drivers = ({ drivers }: Pick<BasicExplanation, "drivers">) => {
  const { t } = useTranslation();
  return (
    <InspectorSection title={t("basic:why.drivers")}>
      <table className="table table--plain">
        <caption className="visually-hidden">{t("basic:why.drivers")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("compliance:balance.indicator")}</th>
            <th scope="col" className="num">
              {t("compliance:balance.cv")}
            </th>
            <th scope="col" className="num">
              {t("basic:share")}
            </th>
          </tr>
        </thead>
        <tbody>
          {drivers.map(({ indicator, cv, share }) => (
            <tr key={indicator}>
              <th scope="row">{t(`basic:indicator.${indicator}`)}</th>
              <td className="num">{formatCv(cv)}</td>
              <td className="num">{formatPercent(share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </InspectorSection>
  );
};

/** 为什么 of a coefficient of basic balance: clause → formula with its numbers → what causes it, worst first. */
export const BasicWhy = ({ explanation }: { readonly explanation: SourcedBasicExplanation }) => {
  const { t } = useTranslation();
  const { locale } = useSession();
  const [params] = useSearchParams();
  const { subject, clause, limit, formula, drivers, contributors, inputs, flip } = explanation;
  const { value = null, mean = null, deviation = null } = formula.values;
  const name = subject.indicator === "composite" ? t("basic:composite") : t(`basic:indicator.${subject.indicator}`);
  return (
    <Inspector
      title={t("compliance:why.title")}
      closeTo={withParams(params, { why: null })}
      returnTo={`why-${subject.stage}.${subject.indicator}`}
    >
      <InspectorSection>
        <p>
          <strong>{t("basic:why.subject", { stage: t(`rules:stage.${subject.stage}`), name })}</strong>
        </p>
        <p>
          <strong>{formatCv(value)}</strong>{" "}
          {limit === null ? null : <span className="muted">{t("compliance:why.cv_limit", { limit: formatCv(limit) })}</span>}
        </p>
      </InspectorSection>
      <InspectorSection
        title={t("compliance:why.clause")}
        aside={
          <span className="caption">
            {clause.document} {clause.article}
          </span>
        }
      >
        <blockquote className="clause">{clause.text[locale]}</blockquote>
      </InspectorSection>
      <InspectorSection title={t("compliance:why.formula")}>
        <p>
          {subject.indicator === "composite"
            ? t("basic:why.composite", {
                terms: drivers
                  .toSorted((a, b) => (a.indicator < b.indicator ? -1 : 1))
                  .map(({ cv }) => formatCv(cv))
                  .join(" + "),
                value: formatExact(value),
              })
            : t("basic:why.cv", { deviation: formatExact(deviation), mean: formatExact(mean), value: formatExact(value) })}
        </p>
      </InspectorSection>
      {drivers.length > 0 ? <Drivers drivers={drivers} /> : null}
      {contributors.length > 0 ? (
        <Contributors contributors={contributors.map(({ schoolName, ...one }) => ({ ...one, school: schoolName }))} mean={mean} />
      ) : null}
      {inputs.length > 0 ? <SourcedInputs {...explanation} /> : null}
      {flip === null ? null : (
        <InspectorSection title={t("compliance:why.remedy")}>
          <p className="muted">{t("compliance:why.cheapest")}</p>
          <p>
            {t(`basic:flip.${flip.indicator}`, { school: flip.schoolName, amount: formatCount(flip.amount) })}{" "}
            <span className="caption muted">{t("basic:flip.to")}</span>
          </p>
          <p className="caption muted">{t("rules:flip.cost", { amount: formatMoneyWan(flip.costYuan / 10_000) })}</p>
        </InspectorSection>
      )}
    </Inspector>
  );
};

/** A coefficient that opens its reason. */
export const BasicWhyLink = ({ stage, indicator, cv }: BasicExplainQuery & { readonly cv: number | null }) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const name = indicator === "composite" ? t("basic:composite") : t(`basic:indicator.${indicator}`);
  const figure = formatCv(cv);
  return (
    <Link
      id={`why-${stage}.${indicator}`}
      to={withParams(params, { why: `${stage}.${indicator}` })}
      preventScrollReset
      aria-label={`${figure} ${t("basic:why.open", { stage: t(`rules:stage.${stage}`), name })}`}
    >
      {figure}
    </Link>
  );
};
