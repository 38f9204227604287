import { Link, useSearchParams } from "@remix-run/react";
import type { Explanation, Flip, SourcedExplanation } from "@server/compliance/contract";
import { useTranslation } from "react-i18next";
import { formatCv, formatExact, formatMoneyWan, formatValue } from "~/components/format";
import { Inspector, InspectorSection } from "~/components/Inspector";
import { later } from "~/components/later";
import { ThresholdBar } from "~/components/ThresholdBar";
import { withParams } from "~/components/url";
import { Tag, toneOf, VerdictChip } from "~/components/VerdictChip";
import { useSession } from "~/features/shell/use-session";
import { Contributors } from "./Contributors";
import type { Why } from "./explained";
import { Formula } from "./Formula";
import { neededAmount } from "./needed";
import { ReliefNote, reliefName } from "./Relief";
import { SourcedInputs } from "./SourcedInputs";
import { whyValue } from "./why";

/** Shown by script alone: the server draws nothing of it. */
const TryMeasures = await later("WhyMeasures", async () => (await import("~/features/advice/TryMeasures")).TryMeasures, 0);

/** 为什么: clause → formula with the numbers → imported cells or contributing schools → what it takes. */
export const WhyPanel = ({ explanation, dataset, relief, notes }: Why) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { subject, limits, result, clause } = explanation;
  const target = whyValue(subject.kind, subject.stage, subject.indicator, subject.sectionId);
  const kind = result.borderline ? "borderline" : result.verdict;
  const format = subject.kind === "balance" ? formatCv : formatValue;
  const school = explanation.inputs[0]?.schoolName;
  return (
    <Inspector title={t("compliance:why.title")} closeTo={withParams(params, { why: null })} returnTo={`why-${target}`}>
      <InspectorSection>
        <p>
          <strong>
            {subject.kind === "balance"
              ? t("rules:cv.of", { stage: t(`rules:stage.${subject.stage}`), indicator: t(`rules:indicator.${subject.indicator}.short`) })
              : school}
          </strong>
        </p>
        <p className="muted">
          {subject.kind === "section" ? `${t(`rules:section.${subject.stage}`)} · ` : ""}
          {t(`rules:indicator.${subject.indicator}.name`)}
        </p>
        <div className="row">
          <VerdictChip kind={kind} />
          <span className={`tone-${toneOf(kind)}`}>
            <strong>{format(result.value)}</strong> {subject.kind === "section" ? t(`rules:indicator.${subject.indicator}.unit`) : ""}
          </span>
        </div>
        <ThresholdBar value={result.value} standard={limits.standard} floor={limits.floor} tone={toneOf(kind)} size="panel" />
        <p className="caption muted">
          {subject.kind === "section"
            ? t("compliance:why.limits", { standard: limits.standard, floor: formatExact(limits.floor) })
            : t("compliance:why.cv_limit", { limit: formatCv(limits.standard) })}
        </p>
        {result.borderline ? (
          <p className="caption">{t("compliance:why.borderline", { exact: formatExact(result.value), shown: format(result.value) })}</p>
        ) : null}
      </InspectorSection>
      {relief === null ? null : <Reliefs relief={relief} />}
      <InspectorSection
        title={t("compliance:why.clause")}
        aside={
          <span className="caption">
            {clause.document} {clause.article}
          </span>
        }
      >
        <ClauseText clause={clause} />
      </InspectorSection>
      <InspectorSection title={t("compliance:why.formula")}>
        <Formula explanation={explanation} />
        <p className="caption muted">{t("compliance:why.unrounded", { value: formatExact(result.value) })}</p>
        {notes.map((note) => (
          <p key={note} className="caption tone-near">
            {t(`rules:inclusion.note_text.${note}`)}
          </p>
        ))}
      </InspectorSection>
      {subject.kind === "section" ? <SourcedInputs {...explanation} /> : <Causes explanation={explanation} />}
      <Remedy explanation={explanation} />
      {result.verdict === "met" || result.verdict === "not_evaluable" ? null : (
        <TryMeasures
          key={target}
          datasetId={dataset.id}
          statisticsYear={dataset.statisticsYear}
          target={
            subject.sectionId === null
              ? { kind: "balance", stage: subject.stage, indicator: subject.indicator }
              : { kind: "section", sectionId: subject.sectionId, indicator: subject.indicator }
          }
        />
      )}
    </Inspector>
  );
};

const Reliefs = ({ relief: { key, own, school } }: { readonly relief: NonNullable<Why["relief"]> }) => {
  const { t } = useTranslation();
  return (
    <InspectorSection title={t("compliance:relief.applied")}>
      {key === null ? null : <p>{reliefName(t, key)}</p>}
      {own === null ? null : <ReliefNote relief={own} />}
      {school === null ? null : (
        <>
          <p className="caption muted">{t("compliance:relief.school")}</p>
          <ReliefNote relief={school} />
        </>
      )}
    </InspectorSection>
  );
};

const ClauseText = ({ clause }: { readonly clause: Explanation["clause"] }) => {
  const { locale } = useSession();
  return <blockquote className="clause">{clause.text[locale]}</blockquote>;
};

const Causes = ({ explanation }: { readonly explanation: SourcedExplanation }) => {
  const [params] = useSearchParams();
  const { contributors, subject, formula } = explanation;
  const mean = formula.values.mean ?? null;
  return (
    <Contributors
      mean={mean}
      contributors={contributors.map(({ sectionId, schoolName, pupils, value, share }) => ({
        sectionId,
        school: (
          <Link to={withParams(params, { why: whyValue("section", subject.stage, subject.indicator, sectionId) })} preventScrollReset>
            {schoolName}
          </Link>
        ),
        pupils,
        value,
        deviation: mean === null ? null : value - mean,
        share,
      }))}
    />
  );
};

const Remedy = ({ explanation }: { readonly explanation: SourcedExplanation }) => {
  const { t } = useTranslation();
  const { subject, needed, flip, schoolFlip } = explanation;
  const lacking = subject.kind === "section" && needed.toStandard !== null && needed.toStandard > 0 ? needed.toStandard : null;
  // Where the school needs nothing but this, both are the same change.
  const whole = schoolFlip === null || JSON.stringify(schoolFlip) === JSON.stringify(flip) ? null : schoolFlip;
  if (lacking === null && flip === null && whole === null) return null;
  const amount = (figure: number) => t(`rules:indicator.${subject.indicator}.need`, { amount: neededAmount(subject.indicator, figure) });
  return (
    <InspectorSection title={t("compliance:why.remedy")}>
      <ul className="plain stack">
        {lacking !== null && needed.toFloor !== null && needed.toFloor > 0 && needed.toFloor < lacking ? (
          <li className="row">
            {amount(needed.toFloor)} <Tag tone="near">{t("compliance:why.to_floor")}</Tag>
          </li>
        ) : null}
        {lacking === null ? null : (
          <li className="row">
            {amount(lacking)} <VerdictChip kind="met" plain />
          </li>
        )}
      </ul>
      {flip === null ? null : <Cheapest flip={flip} title={t("compliance:why.cheapest")} />}
      {whole === null ? null : <Cheapest flip={whole} title={t("compliance:why.cheapest_school")} />}
    </InspectorSection>
  );
};

/** 最省的改法: the cheapest change that turns the verdict, step by step, with its cost. */
const Cheapest = ({ flip, title }: { readonly flip: Flip; readonly title: string }) => {
  const { t } = useTranslation();
  return (
    <>
      <p className="muted">{title}</p>
      <ul className="plain stack">
        {flip.steps.map((step) => (
          <li key={`${step.sectionId}:${step.indicator}`}>
            {t(`rules:flip.${step.indicator}`, { school: step.schoolName, amount: neededAmount(step.indicator, step.amount) })}{" "}
            <span className="caption muted">{t(`rules:flip.to.${step.to}`)}</span>
          </li>
        ))}
      </ul>
      <p className="caption muted">
        {t(flip.steps.some(({ unit }) => unit === "persons") ? "rules:flip.cost" : "rules:flip.cost_once", {
          amount: formatMoneyWan(flip.costYuan / 10_000),
        })}
      </p>
    </>
  );
};
