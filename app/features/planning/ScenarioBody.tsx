import type { ProgressionTable } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { Notice, type ShownError } from "~/components/Notice";
import { Card } from "~/components/page";
import { EmptyState } from "~/components/states";
import { QuestionNav } from "~/features/answers/QuestionNav";
import { useCan } from "~/features/shell/use-session";
import { catalogueKey } from "~/i18n/catalogue-key";
import { Levers } from "./Levers";
import type { ScenarioData } from "./load-scenario";
import { ProgressionView, progressionAnchor } from "./ProgressionView";
import { ResultViews } from "./ResultViews";
import { RunStatus } from "./RunStatus";
import { AssumptionsForm, SettingsForm } from "./SettingsForms";

/** Measures and assumptions at the left, run and answer at the right. */
export const ScenarioBody = ({
  data,
  progression,
  error,
}: {
  readonly data: ScenarioData;
  /** Null for those who may not change the scenario. */
  readonly progression: ProgressionTable | null;
  readonly error: ShownError | null;
}) => {
  const { t } = useTranslation();
  const { scenario, dataset, schools, run, result } = data;
  const may = useCan("scenario.write");
  const shared = { document: scenario.document, version: scenario.version, error };
  return (
    <div className="workspace">
      <div className="stack">
        {error?.issues && error.issues.length > 0 ? (
          <Notice tone="bad" title={t("planning:form.issues")}>
            <ul>
              {error.issues.map((issue) => (
                <li key={`${issue.path}:${issue.message}`}>{t(catalogueKey(issue.message), { ...issue.params })}</li>
              ))}
            </ul>
          </Notice>
        ) : null}
        <Levers
          document={scenario.document}
          version={scenario.version}
          baseYear={dataset.statisticsYear}
          schools={schools}
          outlines={data.outlines}
          sources={data.defaults.leverSources}
          error={error}
        />
        {may ? (
          <>
            <Card title={t("planning:settings.title")}>
              <SettingsForm {...shared} />
            </Card>
            <Card title={t("planning:assumptions.title")}>
              <details open={error?.issues?.some(({ path }) => path.startsWith("assumptions")) ?? false}>
                <summary>{t("planning:assumptions.open")}</summary>
                <p className="caption">
                  <a href={`#${progressionAnchor}`}>{t("planning:ratios.title")}</a>
                </p>
                <AssumptionsForm {...shared} defaults={data.defaults} uses={result?.assumptionUse ?? []} schools={schools} />
              </details>
            </Card>
          </>
        ) : null}
      </div>
      <div className="stack">
        <QuestionNav scenarioId={scenario.id} page="result" />
        {run === null ? null : <RunStatus run={run} back={`/planning/scenarios/${scenario.id}?tab=result`} />}
        {result === null ? (
          <Card>
            <EmptyState title={t("planning:result.none")}>{t("planning:result.none_text")}</EmptyState>
          </Card>
        ) : (
          <ResultViews data={data} result={result} />
        )}
        {progression === null ? null : <ProgressionView table={progression} />}
      </div>
    </div>
  );
};
