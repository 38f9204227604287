import { Form } from "@remix-run/react";
import type { Suggestion } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { formatMoneyWan } from "~/components/format";
import { ProgressBar } from "~/components/ProgressBar";
import { summaryText } from "~/features/planning/outline-text";
import { useCan } from "~/features/shell/use-session";
import { useAdvice } from "./use-advice";

const most = 5;
/** Classrooms decided now stand in three years: what is asked for sooner could only be hired or bought. */
const yearsAhead = 3;

/** 下一步 by price: measures that the engines tried on this screen, the cheapest first, each put into a trial by one click. */
export const Advice = ({ datasetId, statisticsYear }: { readonly datasetId: string; readonly statisticsYear: number }) => {
  const { t } = useTranslation();
  const year = statisticsYear + yearsAhead;
  const advice = useAdvice(datasetId, year, most);
  if (advice.state === "asking") return <ProgressBar label={t("overview:advice.asking")} value={null} />;
  if (advice.state === "failed") return <p className="caption muted">{t("overview:advice.failed")}</p>;
  const { suggestions, before, nothing } = advice.suggestions;
  if (nothing !== null) return <p className="caption muted">{t(`workspace:suggest.nothing.${nothing}`)}</p>;
  const byPrice = suggestions.toSorted((a, b) => a.costWan - b.costWan);
  const name = (code: string) => advice.schoolNames[code] ?? code;
  return (
    <>
      <ol className="plain overview__advice">
        {byPrice.map((suggestion) => {
          const words = suggestion.outlines.map((outline) => summaryText(t, outline, name));
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
                    before: before.failing + before.itemsNotMet,
                    after: suggestion.after.failing + suggestion.after.itemsNotMet,
                  })}
                </span>
              </div>
              <Take datasetId={datasetId} suggestions={[suggestion]} label={t("overview:advice.take")} small />
            </li>
          );
        })}
      </ol>
      {byPrice.length > 1 ? (
        <Take datasetId={datasetId} suggestions={byPrice} label={t("overview:advice.take_all", { count: byPrice.length })} />
      ) : null}
    </>
  );
};

/** Opens a new trial with the measures. */
const Take = ({
  datasetId,
  suggestions,
  label,
  small = false,
}: {
  readonly datasetId: string;
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
      <input type="hidden" name="name" value={t("overview:advice.trial")} />
      <input type="hidden" name="levers" value={JSON.stringify(suggestions.flatMap(({ levers }) => levers))} />
      <Button type="submit" size={small ? "small" : "normal"}>
        {label}
      </Button>
    </Form>
  );
};
