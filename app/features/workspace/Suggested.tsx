import type { Suggestions, SuggestionTarget } from "@server/planning/contract";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { formatMoneyWan } from "~/components/format";
import { ProgressBar } from "~/components/ProgressBar";
import { VerdictChip } from "~/components/VerdictChip";
import { brokenText } from "~/features/advice/broken-text";
import { summaryText } from "~/features/planning/outline-text";
import { addLevers, removeLevers } from "./edits";
import { useWorkspace } from "./workspace-context";

/** The three cheapest levers for one target, found by the engines on this screen; each added and taken away by one click. */
export const useSuggested = (target: SuggestionTarget) => {
  const { suggest, answer, edit, document } = useWorkspace();
  const [state, setState] = useState<"idle" | "asking" | "failed">("idle");
  const [found, setFound] = useState<Suggestions | null>(null);
  const [applied, setApplied] = useState<ReadonlyMap<number, ReadonlySet<string>>>(new Map());
  const ask = async () => {
    if (answer === null) return;
    setState("asking");
    setApplied(new Map());
    const answered = await suggest({ year: answer.year, target, most: 3 });
    setFound(answered);
    setState(answered === null ? "failed" : "idle");
  };
  const apply = (index: number) => {
    const before = new Set(document.levers.map(({ id }) => id));
    let added: ReadonlySet<string> = new Set();
    const taken = edit((current) => {
      const next = addLevers(found?.suggestions[index]?.levers ?? [])(current);
      added = new Set(next?.levers.map(({ id }) => id).filter((id) => !before.has(id)));
      return next;
    });
    if (taken) setApplied((held) => new Map(held).set(index, added));
  };
  const takeBack = (index: number) => {
    edit(removeLevers(applied.get(index) ?? new Set()));
    setApplied((held) => new Map([...held].filter(([one]) => one !== index)));
  };
  // Undone or removed elsewhere: it can be added again.
  const inPlan = new Set(document.levers.map(({ id }) => id));
  const isApplied = (index: number): boolean => [...(applied.get(index) ?? [])].some((id) => inPlan.has(id));
  return { state, found, ask, apply, takeBack, isApplied };
};

export const SuggestedList = ({ state, found, apply, takeBack, isApplied }: ReturnType<typeof useSuggested>) => {
  const { t } = useTranslation();
  const { schoolName } = useWorkspace();
  return (
    <div aria-live="polite">
      {state === "asking" ? <ProgressBar label={t("workspace:suggest.asking")} value={null} /> : null}
      {state === "failed" ? <p className="tone-fail">{t("workspace:suggest.failed")}</p> : null}
      {found?.nothing ? <p className="muted">{t(`workspace:suggest.nothing.${found.nothing}`)}</p> : null}
      <ol className="plain ws-suggest">
        {found?.suggestions.map((suggestion, index) => (
          <li key={suggestion.outlines.map(({ summary }) => JSON.stringify(summary)).join()}>
            <div>
              {suggestion.outlines.map((outline) => (
                <div key={outline.id}>{summaryText(t, outline, schoolName)}</div>
              ))}
              <span className="caption muted">
                {t("workspace:suggest.effect", {
                  cost: formatMoneyWan(suggestion.costWan),
                  before: found.before.failing + found.before.itemsNotMet,
                  after: suggestion.after.failing + suggestion.after.itemsNotMet,
                })}
              </span>
              <div className="caption tone-fail">{brokenText(t, suggestion.broken, schoolName)}</div>
            </div>
            <VerdictChip kind={suggestion.after.verdict} plain />
            {isApplied(index) ? (
              <Button size="small" onClick={() => takeBack(index)}>
                {t("workspace:suggest.remove")}
              </Button>
            ) : (
              <Button size="small" look="primary" onClick={() => apply(index)}>
                {t("workspace:suggest.apply")}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
};
