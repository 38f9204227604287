import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { later } from "~/components/later";
import { Card } from "~/components/page";
import { Tabs } from "~/components/Tabs";
import { IndicatorYears } from "./IndicatorYears";
import type { ScenarioData } from "./load-scenario";
import { ResultHead } from "./ResultHead";
import { measures, type ResultView } from "./result-view";

const AssumptionUse = await later("AssumptionUse", async () => (await import("./AssumptionUse")).AssumptionUse);
const ClassesView = await later("ClassesView", async () => (await import("./ClassesView")).ClassesView);
const CostView = await later("CostView", async () => (await import("./CostView")).CostView);
const FlowView = await later("FlowView", async () => (await import("./FlowView")).FlowView);
const IndicatorCharts = await later("IndicatorCharts", async () => (await import("./IndicatorCharts")).IndicatorCharts);
const ItemYears = await later("ItemYears", async () => (await import("./ItemYears")).ItemYears);
const NoticesView = await later("NoticesView", async () => (await import("./NoticesView")).NoticesView);
const SchoolsView = await later("SchoolsView", async () => (await import("./SchoolsView")).SchoolsView);

const views = ["table", "items", "charts", "schools", "classes", "cost", "flows", "use", "notices"] as const;

/** The newest answer of a scenario: head, then the view that the address names. */
export const ResultViews = ({ data, result }: { readonly data: ScenarioData; readonly result: ResultView }) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const view = views.find((one) => one === params.get("view")) ?? "table";
  const measure = measures.find((one) => one === params.get("measure")) ?? "cv";
  const byMeasure = view === "table" || view === "charts";
  return (
    <>
      <ResultHead scenarioId={data.scenario.id} result={result} />
      <div className="row">
        <Tabs
          label={t("planning:view.label")}
          param="view"
          value={view}
          items={views.map((one) => ({ value: one, label: t(`planning:view.${one}`) }))}
        />
        <span className="spacer" />
        {byMeasure ? (
          <Tabs
            label={t("planning:measure.label")}
            param="measure"
            value={measure}
            items={measures.map((one) => ({ value: one, label: t(`planning:measure.${one}`) }))}
          />
        ) : null}
      </div>
      {view === "table" ? (
        <Card title={t("planning:table.title")} note={t("planning:table.note")} flush>
          <IndicatorYears result={result} measure={measure} />
        </Card>
      ) : null}
      {view === "items" ? <ItemYears result={result} /> : null}
      {view === "classes" ? <ClassesView result={result} schools={data.schools} /> : null}
      {view === "use" ? <AssumptionUse result={result} /> : null}
      {view === "charts" ? <IndicatorCharts result={result} measure={measure} limits={data.limits} /> : null}
      {view === "schools" ? <SchoolsView result={result} /> : null}
      {view === "cost" ? <CostView result={result} cap={data.scenario.document.annualBudgetWan} schools={data.schools} /> : null}
      {view === "flows" ? <FlowView result={result} schools={data.schools} /> : null}
      {view === "notices" ? <NoticesView result={result} schools={data.schools} /> : null}
    </>
  );
};
