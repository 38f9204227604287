import { Form, useSearchParams } from "@remix-run/react";
import type { AttributedOutcome, ScenarioSchool } from "@server/planning/contract";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Select } from "~/components/choices";
import { formatChange, formatCount, formatCv, formatMoneyWan, formatNumber, formatPercent } from "~/components/format";
import { Notice } from "~/components/Notice";
import { Card } from "~/components/page";
import { useKeptFocus } from "~/components/use-kept-focus";
import { useSchoolName } from "~/features/planning/lever-text";
import { summaryText } from "~/features/planning/outline-text";
import type { AttributionView } from "./attribution-view";
import { SpanBars, type SpanRow } from "./SpanBars";

type OutcomeName = AttributedOutcome["outcome"];

const decimals: Readonly<Record<OutcomeName, number>> = {
  mean: 2,
  cv: 3,
  distance: 2,
  failing: 2,
  items_met: 2,
  resource_met: 2,
  overall_met: 2,
  cost: 1,
  cumulative_cost: 1,
  pass_probability: 3,
  overall_pass_probability: 3,
};

/** Figures of which less is better: a share below zero is a gain. */
const lessIsBetter: ReadonlySet<OutcomeName> = new Set(["cv", "distance", "failing", "cost", "cumulative_cost"]);

/** Figures of many futures. */
const drawn: ReadonlySet<OutcomeName> = new Set(["pass_probability", "overall_pass_probability"]);

const written = (outcome: OutcomeName, value: number | null): string => {
  if (outcome === "cv") return formatCv(value);
  if (outcome === "cost" || outcome === "cumulative_cost") return formatMoneyWan(value);
  if (drawn.has(outcome)) return formatPercent(value);
  return formatNumber(value, decimals[outcome]);
};

const figureName = (t: TFunction, { outcome, stage, indicator }: Pick<AttributedOutcome, "outcome" | "stage" | "indicator">): string =>
  [
    stage === null ? null : t(`rules:stage.${stage}`),
    indicator === null ? null : t(`rules:indicator.${indicator}.short`),
    t(`answers:attribution.outcome.${outcome}`),
  ]
    .filter(Boolean)
    .join(" · ");

type Share = AttributionView["shares"][number];

/** Whether a lever's share of a figure, with its error, may show at the figure's decimals. */
const moves = (outcome: OutcomeName, { value, halfWidth }: Share): boolean =>
  Math.abs(value) + (halfWidth ?? 0) >= 0.5 * 10 ** -decimals[outcome];

/** From the figure without levers, one step for each lever that moves it, to the figure with all of them. */
const stepsOf = (t: TFunction, view: AttributionView, leverText: (id: string) => string): readonly SpanRow[] => {
  const { shown } = view;
  if (shown === null || shown.baseline === null || shown.trial === null) return [];
  const { outcome, baseline, trial } = shown;
  let at = baseline;
  const moving = view.shares.filter((share) => moves(outcome, share));
  const steps = moving.map(({ leverId, value, halfWidth }): SpanRow => {
    const from = at;
    at += value;
    const text = formatChange(value, decimals[outcome]);
    return {
      id: leverId,
      label: leverText(leverId),
      from,
      to: at,
      look: value < 0 === lessIsBetter.has(outcome) ? "gain" : "loss",
      text: halfWidth === null ? text : `${text} ±${formatNumber(halfWidth, decimals[outcome])}`,
    };
  });
  const total = (id: "baseline" | "trial", value: number): SpanRow => ({
    id,
    label: t(`answers:attribution.${id}`),
    from: 0,
    to: value,
    look: "total",
    text: written(outcome, value),
  });
  return [total("baseline", baseline), ...steps, total("trial", trial)];
};

const Chooser = ({ view }: { readonly view: AttributionView }) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const keptFocus = useKeptFocus();
  return (
    <Form method="get" className="row form-line no-print" key={params.toString()} {...keptFocus} preventScrollReset>
      <Select
        name="figure"
        label={t("answers:attribution.figure")}
        defaultValue={view.shown?.key}
        options={view.figures.map(({ key, ...figure }) => ({ value: key, label: figureName(t, figure) }))}
      />
      <Select
        name="year"
        label={t("answers:attribution.year")}
        defaultValue={String(view.year)}
        options={view.years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      <Button type="submit">{t("answers:show")}</Button>
    </Form>
  );
};

/** Who caused what: a waterfall of one figure, levers that change nothing, the smallest sets that still pass. */
export const AttributionAnswer = ({ view, schools }: { readonly view: AttributionView; readonly schools: readonly ScenarioSchool[] }) => {
  const { t } = useTranslation();
  const schoolName = useSchoolName(schools);
  const leverText = (id: string): string => {
    const lever = view.levers.find((one) => one.id === id);
    return lever === undefined ? id : summaryText(t, lever, schoolName);
  };
  const { shown } = view;
  const steps = stepsOf(t, view, leverText);
  const still = shown === null || steps.length === 0 ? [] : view.shares.filter((share) => !moves(shown.outcome, share));
  const isDrawn = shown !== null && drawn.has(shown.outcome);
  const title =
    shown === null ? t("answers:attribution.title") : t("answers:attribution.of", { figure: figureName(t, shown), year: view.year });
  const method =
    view.method === "exact"
      ? t("answers:attribution.exact", { total: formatCount(view.coalitions) })
      : t("answers:attribution.sampled", { total: formatCount(view.permutations) });
  return (
    <div className="stack">
      <Chooser view={view} />
      <Card
        title={title}
        note={isDrawn ? `${method} · ${t(view.ownRanges ? "answers:ranges.own" : "answers:ranges.default")}` : method}
        flush
      >
        {steps.length === 0 ? (
          <p className="muted">{t("answers:attribution.unknown")}</p>
        ) : (
          <SpanBars title={title} header={t("answers:attribution.lever")} figure={t("answers:attribution.share")} zero={0} rows={steps} />
        )}
        {still.length === 0 ? null : (
          <details className="spans__still">
            <summary>{t("answers:attribution.still", { count: still.length })}</summary>
            <ul>
              {still.map(({ leverId }) => (
                <li key={leverId}>{leverText(leverId)}</li>
              ))}
            </ul>
          </details>
        )}
      </Card>
      <Card title={t("answers:attribution.idle")} note={t("answers:attribution.idle_note")}>
        {view.idle.length === 0 ? (
          <p className="muted">{t("answers:attribution.idle_none")}</p>
        ) : (
          <ul>
            {view.idle.map((id) => (
              <li key={id}>{leverText(id)}</li>
            ))}
          </ul>
        )}
        {view.leftOut.length === 0 ? null : (
          <Notice tone="warn">{t("answers:attribution.left_out", { count: view.leftOut.length })}</Notice>
        )}
      </Card>
      <MinimalSets view={view} leverText={leverText} />
    </div>
  );
};

const MinimalSets = ({ view, leverText }: { readonly view: AttributionView; readonly leverText: (id: string) => string }) => {
  const { t } = useTranslation();
  return (
    <Card title={t("answers:minimal.title", { year: view.minimalYear })} note={t("answers:minimal.note")}>
      {view.minimal.length === 0 ? <p className="muted">{t("answers:minimal.none")}</p> : null}
      {view.minimal.map(({ goal, passes, proof, sets, further }) => (
        <section key={goal} className="stack minimal">
          <h3>{t(`answers:minimal.goal.${goal}`)}</h3>
          {passes ? (
            <>
              <ol>
                {sets.map(({ leverIds, costWan }) => (
                  <li key={leverIds.join(",")}>
                    {leverIds.length === 0
                      ? t("answers:minimal.nothing")
                      : t("answers:minimal.set", {
                          levers: leverIds.map(leverText).join(t("answers:minimal.and")),
                          cost: formatMoneyWan(costWan),
                        })}
                  </li>
                ))}
              </ol>
              <p className="caption muted">
                {t(`answers:minimal.proof.${proof}`)} {further > 0 ? t("answers:minimal.further", { count: further }) : ""}
              </p>
            </>
          ) : (
            <p className="muted">{t("answers:minimal.fails")}</p>
          )}
        </section>
      ))}
    </Card>
  );
};
