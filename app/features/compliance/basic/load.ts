import type { AppLoadContext } from "@remix-run/node";
import {
  type BasicExplainQuery,
  type BasicStage,
  basicSubjectSchema,
  type SourcedBasicExplanation,
} from "@server/compliance/basic-contract";
import { stageSchema } from "@server/statistics/contract";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";

const stageView = ({ balance, composite }: BasicStage) => ({ balance, composite });

/** The `why` parameter of the address, `primary.B3`; null when it asks nothing or nonsense. */
const readBasicWhy = ({ searchParams }: URL): BasicExplainQuery | null => {
  const [stage, indicator] = (searchParams.get("why") ?? "").split(".");
  const asked = { stage: stageSchema.safeParse(stage), indicator: basicSubjectSchema.safeParse(indicator) };
  return asked.stage.success && asked.indicator.success ? { stage: asked.stage.data, indicator: asked.indicator.data } : null;
};

/** The panel names the cells of the worst schools; the command line gives those of all. */
const schoolsTraced = 5;

const traced = (explanation: SourcedBasicExplanation): SourcedBasicExplanation => {
  const worst = new Set([...new Set(explanation.inputs.map(({ schoolCode }) => schoolCode))].slice(0, schoolsTraced));
  return { ...explanation, inputs: explanation.inputs.filter(({ schoolCode }) => worst.has(schoolCode)) };
};

/** What the page of basic balance shows: the dataset named in the address, else the newest; null when the county has no data. */
export const loadBasic = async (context: AppLoadContext, request: Request) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "data.read");
  const url = new URL(request.url);
  const { basicBalance } = context.services;
  const loaded = unwrap(await basicBalance.assess(actor, url.searchParams.get("dataset")));
  if (loaded === null) return null;
  const query = readBasicWhy(url);
  const { stages, standards, growth, vetoes, score, satisfaction, verdict, ruleSet, inclusion } = loaded.assessment;
  const count = (of: "met" | "notMet" | "notEvaluable"): number => stages.primary.standards[of] + stages.junior.standards[of];
  return {
    dataset: loaded.dataset,
    ruleSet,
    why: query === null ? null : traced(unwrap(await basicBalance.explain(actor, loaded.dataset.id, query))),
    verdict,
    inclusion,
    stages: { primary: stageView(stages.primary), junior: stageView(stages.junior) },
    parts: {
      standards: { ...standards, met: count("met"), notMet: count("notMet"), open: count("notEvaluable") },
      growth,
      vetoes,
      score,
      satisfaction,
    },
  };
};
