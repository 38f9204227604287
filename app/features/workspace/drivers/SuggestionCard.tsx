import { resourceIndicators } from "@server/compliance/contract";
import type { Suggestions, SuggestionTarget } from "@server/planning/contract";
import { stages } from "@server/statistics/contract";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { formatMoneyWan } from "~/components/format";
import { ProgressBar } from "~/components/ProgressBar";
import { Card } from "~/components/page";
import { VerdictChip } from "~/components/VerdictChip";
import { summaryText } from "~/features/planning/outline-text";
import { addLevers, removeLevers } from "../edits";
import { useWorkspace } from "../workspace-context";

/** `balance:primary:R5` → what to ask for; sections of an indicator are asked for as the county's next step. */
const targetOf = (focus: string | null): SuggestionTarget => {
  const [kind, stageName, name] = focus?.split(":") ?? [];
  const stage = stages.find((one) => one === stageName);
  const indicator = resourceIndicators.find((one) => one === name);
  return kind === "balance" && stage !== undefined && indicator !== undefined ? { kind: "balance", stage, indicator } : { kind: "county" };
};

/** The three cheapest levers for what is looked at, found by the engines on this screen; added and taken away by one click. */
export const SuggestionCard = ({ focus }: { readonly focus: string | null }) => {
  const { t } = useTranslation();
  const { suggest, answer, edit, document, may, schoolName } = useWorkspace();
  const [state, setState] = useState<"idle" | "asking" | "failed">("idle");
  const [found, setFound] = useState<Suggestions | null>(null);
  const [applied, setApplied] = useState<ReadonlyMap<number, ReadonlySet<string>>>(new Map());
  if (answer === null || !may) return null;
  const ask = async () => {
    setState("asking");
    setApplied(new Map());
    const answered = await suggest({ year: answer.year, target: targetOf(focus), most: 3 });
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
  return (
    <Card
      title={t("workspace:suggest.title")}
      note={t("workspace:suggest.note", { year: answer.year })}
      actions={
        <Button size="small" onClick={() => void ask()} disabled={state === "asking"}>
          {t("workspace:suggest.ask")}
        </Button>
      }
    >
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
                  before: found.before.failing,
                  after: suggestion.after.failing,
                })}
              </span>
            </div>
            <VerdictChip kind={suggestion.after.verdict} plain />
            {applied.has(index) ? (
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
    </Card>
  );
};
