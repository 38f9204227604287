import { Form } from "@remix-run/react";
import type { Standing, Suggestion } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { formatMoneyWan } from "~/components/format";
import { ProgressBar } from "~/components/ProgressBar";
import { summaryText } from "~/features/planning/outline-text";
import { useCan } from "~/features/shell/use-session";
import { brokenText } from "./broken-text";
import { type AdviceQuestion, useAdvice } from "./use-advice";

/** 差 n 项 of a standing. */
const short = ({ failing, itemsNotMet }: Standing): number => failing + itemsNotMet;

/** 16 rooms or 17 of one school are no choice: what the measures do, and where. */
const kindOf = ({ levers }: Suggestion): string =>
  levers.map((lever) => `${lever.type} ${"schoolCode" in lever ? lever.schoolCode : ""}`).join();

/** For the county as a whole: measures that leave fewer items short, the most a yuan first. Without one, what brings it nearer. */
const chosen = (suggestions: readonly Suggestion[], before: Standing, county: boolean, most: number): readonly Suggestion[] => {
  if (!county) return suggestions.slice(0, most);
  const fall = ({ after }: Suggestion): number => short(before) - short(after);
  const better = suggestions
    .filter((one) => fall(one) > 0)
    .toSorted((a, b) => fall(b) / Math.max(b.costWan, 0.1) - fall(a) / Math.max(a.costWan, 0.1));
  const kept = better.length > 0 ? better : suggestions;
  return kept.filter((one, index) => kept.findIndex((other) => kindOf(other) === kindOf(one)) === index).slice(0, most);
};

/** Measures with price and effect, tried by the engines on this screen, each put into a new trial by one click. */
export const Measures = ({ question, most }: { readonly question: Omit<AdviceQuestion, "most">; readonly most: number }) => {
  const { t } = useTranslation();
  const { year, target } = question;
  const county = target.kind === "county";
  // Of the next steps of a county many are tried and the few that count are shown.
  const advice = useAdvice({ ...question, most: county ? 10 : most });
  if (advice.state === "asking") return <ProgressBar label={t("overview:advice.asking")} value={null} />;
  if (advice.state === "failed") return <p className="caption muted">{t("overview:advice.failed")}</p>;
  const { suggestions, before, nothing } = advice.suggestions;
  if (nothing !== null) return <p className="caption muted">{t(`workspace:suggest.nothing.${nothing}`)}</p>;
  const measures = chosen(suggestions, before, county, most);
  const name = (code: string) => advice.schoolNames[code] ?? code;
  return (
    <>
      <ol className="plain measures">
        {measures.map((suggestion) => {
          const words = suggestion.outlines.map((outline) => summaryText(t, outline, name));
          const broken = brokenText(t, suggestion.broken, name);
          return (
            <li key={words.join()}>
              <div>
                {words.slice(0, 2).map((line) => (
                  <div key={line}>{line}</div>
                ))}
                {words.length > 2 ? <div className="caption muted">{t("overview:advice.further", { count: words.length - 2 })}</div> : null}
                <span className="caption muted">
                  {t("overview:advice.effect", {
                    year,
                    cost: formatMoneyWan(suggestion.costWan),
                    before: short(before),
                    after: short(suggestion.after),
                  })}
                </span>
                {broken === null ? null : <div className="caption tone-fail">{broken}</div>}
              </div>
              <Take question={question} suggestions={[suggestion]} label={t("overview:advice.take")} small />
            </li>
          );
        })}
      </ol>
      {county && measures.length > 1 ? (
        <Take question={question} suggestions={measures} label={t("overview:advice.take_all", { count: measures.length })} />
      ) : null}
    </>
  );
};

/** Opens a new trial with the measures, at the year for which they were asked. */
const Take = ({
  question: { datasetId, year },
  suggestions,
  label,
  small = false,
}: {
  readonly question: Pick<AdviceQuestion, "datasetId" | "year">;
  readonly suggestions: readonly Suggestion[];
  readonly label: string;
  readonly small?: boolean;
}) => {
  const { t } = useTranslation();
  if (!useCan("scenario.write")) return null;
  return (
    <Form method="post" action="/planning/scenarios">
      <input type="hidden" name="intent" value="take" />
      <input type="hidden" name="dataset" value={datasetId} />
      <input type="hidden" name="year" value={year} />
      <input type="hidden" name="name" value={t("overview:advice.trial")} />
      <input type="hidden" name="levers" value={JSON.stringify(suggestions.flatMap(({ levers }) => levers))} />
      <Button type="submit" size={small ? "small" : "normal"}>
        {label}
      </Button>
    </Form>
  );
};
