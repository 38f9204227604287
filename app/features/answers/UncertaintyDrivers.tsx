import type { Probability, UncertainInput } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { formatCount, formatNumber, formatPercent } from "~/components/format";
import { Card } from "~/components/page";
import { intervalOf } from "./interval-text";
import { SpanBars } from "./SpanBars";
import type { UncertaintyView } from "./uncertainty-view";

/** Inputs in one sentence; nothing where there are none. */
const Folded = ({ words, inputs }: { readonly words: "unclear" | "constant" | "still"; readonly inputs: readonly UncertainInput[] }) => {
  const { t } = useTranslation();
  if (inputs.length === 0) return null;
  const names = inputs.map((input) => t(`answers:input.${input}`)).join(t("compliance:gaps.separator"));
  return <p className="spans__still">{t(`futures:drivers.${words}`, { inputs: names })}</p>;
};

const End = ({ probability }: { readonly probability: Probability }) => {
  const { t } = useTranslation();
  return (
    <>
      {formatPercent(probability.pass)}
      <span className="caption muted">
        {" "}
        {t("futures:drivers.interval", { interval: intervalOf(probability), draws: formatCount(probability.draws) })}
      </span>
    </>
  );
};

/** Which input decides whether the target year passes: P(pass) where it was low and where it was high, on one scale. */
const Passing = ({ view: { drivers } }: { readonly view: UncertaintyView }) => {
  const { t } = useTranslation();
  if (drivers === null) return null;
  const { year, pass, moving, unclear, constant } = drivers;
  const title = t("futures:drivers.title", { year });
  const [first] = moving;
  const sure = pass === 1 ? "always" : pass === 0 ? "never" : null;
  return (
    <Card title={title} note={t("futures:drivers.note", { share: formatPercent(pass) })} flush>
      <p className="spans__still answer-lead">
        {first !== undefined
          ? t("futures:drivers.lead", {
              input: t(`answers:input.${first.input}`),
              low: formatPercent(first.low.pass),
              high: formatPercent(first.high.pass),
            })
          : t(`futures:drivers.${sure ?? "none"}`, { year })}
      </p>
      {moving.length === 0 ? null : (
        <SpanBars
          title={title}
          header={t("futures:tornado.input")}
          bar={t("futures:drivers.scale")}
          figure={t("futures:drivers.figure")}
          zero={pass ?? 0}
          domain={[0, 1]}
          rows={moving.map(({ input, low, high }) => ({
            id: input,
            label: t(`answers:input.${input}`),
            from: low.pass ?? 0,
            to: high.pass ?? 0,
            look: (high.pass ?? 0) > (low.pass ?? 0) ? "gain" : "loss",
            text: (
              <>
                <div>
                  {t("futures:drivers.low")} <End probability={low} />
                </div>
                <div>
                  {t("futures:drivers.high")} <End probability={high} />
                </div>
              </>
            ),
          }))}
        />
      )}
      {sure === null ? <Folded words="unclear" inputs={unclear} /> : null}
      <Folded words="constant" inputs={constant} />
    </Card>
  );
};

/** How far each input alone moves the distance from the standard. */
const Ends = ({ view: { ends } }: { readonly view: UncertaintyView }) => {
  const { t } = useTranslation();
  const { year, likely, moving, still } = ends;
  const title = t("futures:tornado.title", { year });
  if (moving.length === 0)
    return (
      <Card title={title}>
        <p>{t("futures:tornado.still", { year })}</p>
      </Card>
    );
  return (
    <Card title={title} note={t("futures:tornado.note", { distance: formatNumber(likely.distance, 2), count: likely.failing })} flush>
      <SpanBars
        title={title}
        header={t("futures:tornado.input")}
        figure={t("futures:tornado.figure")}
        zero={likely.distance}
        rows={moving.map(({ input, low, high }) => ({
          id: input,
          label: t(`answers:input.${input}`),
          from: Math.min(low.distance, high.distance),
          to: Math.max(low.distance, high.distance),
          look: "total",
          text: t("futures:tornado.ends", {
            low: formatNumber(low.distance, 2),
            high: formatNumber(high.distance, 2),
            lowFailing: low.failing,
            highFailing: high.failing,
          }),
        }))}
      />
      <Folded words="still" inputs={still} />
    </Card>
  );
};

/** What drives the result of the target year: by the draws, then one input at a time. */
export const UncertaintyDrivers = ({ view }: { readonly view: UncertaintyView }) => (
  <>
    <Passing view={view} />
    <Ends view={view} />
  </>
);
