import type { PupilFlows } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { Notice, type ShownError } from "~/components/Notice";
import { Card } from "~/components/page";
import { EmptyState } from "~/components/states";
import { QuestionNav } from "~/features/answers/QuestionNav";
import { useCan } from "~/features/shell/use-session";
import { catalogueKey } from "~/i18n/catalogue-key";
import { AssumptionsReading } from "./AssumptionsReading";
import { IntakeView } from "./IntakeView";
import { Levers } from "./Levers";
import type { ScenarioData } from "./load-scenario";
import { ProgressionView, progressionAnchor } from "./ProgressionView";
import { ResultViews } from "./ResultViews";
import { RunStatus } from "./RunStatus";
import { AssumptionsForm, SettingsForm } from "./SettingsForms";

/** Measures and assumptions at the left, run and answer at the right. */
export const ScenarioBody = ({
  data,
  flows,
  error,
}: {
  readonly data: ScenarioData;
  /** Null where the tab does not show it. */
  readonly flows: PupilFlows | null;
  readonly error: ShownError | null;
}) => {
  const { t } = useTranslation();
  const { scenario, dataset, schools, run, result } = data;
  const may = useCan("scenario.write");
  const shared = { document: scenario.document, version: scenario.version, error };
  const sourced = { defaults: data.defaults, uses: result?.assumptionUse ?? [] };
  const toRatios = (
    <p className="caption no-print">
      <a href={`#${progressionAnchor}`}>{t("planning:ratios.title")}</a>
    </p>
  );
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
          <div className="stack no-print">
            <Card title={t("planning:settings.title")}>
              <SettingsForm {...shared} />
            </Card>
            <Card title={t("planning:assumptions.title")}>
              <details open={error?.issues?.some(({ path }) => path.startsWith("assumptions")) ?? false}>
                <summary>{t("planning:assumptions.open")}</summary>
                {toRatios}
                <AssumptionsForm {...shared} {...sourced} schools={schools} />
              </details>
            </Card>
          </div>
        ) : null}
        <div className={may ? "print-only" : undefined}>
          <Card title={t("planning:assumptions.title")}>
            {toRatios}
            <AssumptionsReading document={scenario.document} {...sourced} schools={schools} />
          </Card>
        </div>
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
        {flows === null ? null : (
          <>
            <ProgressionView table={flows.ratios} />
            <IntakeView shares={flows.shares} />
          </>
        )}
      </div>
    </div>
  );
};
