import { Form } from "@remix-run/react";
import type { PlanAnswer, ScenarioSchool } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { formatMoneyWan } from "~/components/format";
import { Card } from "~/components/page";
import { useSchoolName } from "~/features/planning/lever-text";
import { useCan } from "~/features/shell/use-session";
import { planWordsText } from "./plan-words";

/** Why no plan exists: what would make one possible, each askable at once, and where it falls short. */
export const PlanExplanation = ({
  explanation,
  runId,
  schools,
}: {
  readonly explanation: NonNullable<PlanAnswer["explanation"]>;
  readonly runId: string;
  readonly schools: readonly ScenarioSchool[];
}) => {
  const { t } = useTranslation();
  const may = useCan("run.start");
  const schoolName = useSchoolName(schools);
  return (
    <Card title={t("answers:plan.why")}>
      <div className="stack">
        {explanation.relaxations.length === 0 ? null : (
          <section>
            <h3>{t("answers:plan.relax")}</h3>
            <ul>
              {explanation.relaxations.map(({ limit, words, further = [], costWan }, index) => {
                const what = [words, ...further].map((own) => planWordsText(t, own, schoolName)).join(t("answers:plan.relax_and"));
                return (
                  <li key={limit} className="row">
                    <span>
                      {what}
                      {costWan === null ? null : (
                        <span className="muted"> {t("answers:plan.relax_cost", { cost: formatMoneyWan(costWan) })}</span>
                      )}
                    </span>
                    {may ? (
                      <Form method="post">
                        <input type="hidden" name="intent" value="relax" />
                        <input type="hidden" name="run" value={runId} />
                        <input type="hidden" name="index" value={index} />
                        <Button type="submit" size="small" aria-label={t("answers:plan.relax_ask_of", { what })}>
                          {t("answers:plan.relax_ask")}
                        </Button>
                      </Form>
                    ) : null}
                  </li>
                );
              })}
            </ul>
          </section>
        )}
        {explanation.shortfalls.length === 0 ? null : (
          <section>
            <h3>{t("answers:plan.shortfalls")}</h3>
            <ul>
              {explanation.shortfalls.map(({ words, year, kind, stage, indicator, schoolCode }) => (
                <li key={`${kind}.${words.key}.${words.params["room"]}.${stage}.${year}.${indicator}.${schoolCode}`}>
                  {year}: {planWordsText(t, words, schoolName)}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Card>
  );
};
