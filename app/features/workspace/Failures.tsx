import type { TFunction } from "i18next";
import { memo, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { VerdictShape } from "~/components/VerdictChip";
import { type Failure, failuresOf } from "./failures";
import { useKept } from "./keep-equal";
import { SuggestedList, useSuggested } from "./Suggested";
import { useActions, useAnswered } from "./workspace-context";

/** Failures listed before the reader asks for more. */
const listed = 6;

const failureText = (t: TFunction, failure: Failure): string =>
  failure.kind === "balance"
    ? t("rules:cv.of", {
        stage: t(`rules:stage.${failure.stage}`),
        indicator: t(`rules:indicator.${failure.indicator}.short`),
      })
    : failure.kind === "item"
      ? `${failure.item} ${t(`clauses:${failure.item}.short`)}`
      : t("workspace:failures.section", {
          school: failure.section.schoolName,
          stage: t(`rules:section.${failure.section.stage}`),
          indicator: t(`rules:indicator.${failure.indicator}.short`),
        });

/** What the trial fails in the chosen year; each answers "what now" with its three cheapest levers. */
export const Failures = () => {
  const { t } = useTranslation();
  const { answer, data } = useAnswered();
  const [all, setAll] = useState(false);
  /** Once asked about they stay, also cured: what was added can be taken back where it was added. */
  const [asked, setAsked] = useState<readonly Failure[]>([]);
  const failures = useKept(useMemo(() => (answer === null ? [] : failuresOf(answer, data.limits)), [answer, data.limits]));
  const onAsk = useCallback((one: Failure) => setAsked((before) => [...before.filter(({ key }) => key !== one.key), one]), []);
  const cured = asked.filter(({ key }) => !failures.some((failure) => failure.key === key));
  if (answer === null || failures.length + cured.length === 0) return null;
  const shown = failures.filter(({ key }, index) => all || index < listed || asked.some((one) => one.key === key));
  return (
    <section className="ws-failures" aria-label={t("workspace:failures.title", { year: answer.year })}>
      <h3>{t("workspace:failures.title", { year: answer.year })}</h3>
      <ul className="plain">
        {[...cured, ...shown].map((failure) => (
          <One key={failure.key} failure={failure} cured={cured.includes(failure)} onAsk={onAsk} />
        ))}
      </ul>
      {failures.length > shown.length ? (
        <Button size="small" look="quiet" onClick={() => setAll(true)}>
          {t("workspace:failures.more", { count: failures.length - shown.length })}
        </Button>
      ) : null}
    </section>
  );
};

const One = memo(
  ({ failure, cured, onAsk }: { readonly failure: Failure; readonly cured: boolean; readonly onAsk: (failure: Failure) => void }) => {
    const { t } = useTranslation();
    const { may } = useActions();
    const [asked, setAsked] = useState(false);
    const [open, setOpen] = useState(false);
    const text = failureText(t, failure);
    const toggle = () => {
      setAsked(true);
      onAsk(failure);
      setOpen(!open);
    };
    return (
      <li>
        <div className="ws-failures__row">
          <VerdictShape kind={cured ? "met" : "not_met"} size={12} label={t(cured ? "common:verdict.met" : "common:verdict.not_met")} />
          <span>{text}</span>
          {may ? (
            <Button size="small" onClick={toggle} aria-expanded={open} aria-label={t("workspace:failures.fix_of", { what: text })}>
              {t("workspace:failures.fix")}
            </Button>
          ) : null}
        </div>
        {asked ? (
          <div hidden={!open}>
            <Answers target={failure.target} open={open} />
          </div>
        ) : null}
      </li>
    );
  },
);
One.displayName = "One";

/** Asks when it is opened, and again as long as nothing was found. */
const Answers = ({ target, open }: { readonly target: Failure["target"]; readonly open: boolean }) => {
  const suggested = useSuggested(target);
  const newest = useRef(suggested);
  newest.current = suggested;
  useEffect(() => {
    const { found, state, ask } = newest.current;
    if (open && found === null && state !== "asking") void ask();
  }, [open]);
  return <SuggestedList {...suggested} />;
};
