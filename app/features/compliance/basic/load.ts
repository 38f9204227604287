import type { AppLoadContext } from "@remix-run/node";
import type { BasicStage } from "@server/compliance/basic-contract";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";

const stageView = ({ balance, composite }: BasicStage) => ({ balance, composite });

/** What the page of basic balance shows: the dataset named in the address, else the newest; null when the county has no data. */
export const loadBasic = async (context: AppLoadContext, request: Request) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "data.read");
  const loaded = unwrap(await context.services.basicBalance.assess(actor, new URL(request.url).searchParams.get("dataset")));
  if (loaded === null) return null;
  const { stages, standards, growth, vetoes, score, satisfaction, verdict, ruleSet } = loaded.assessment;
  const count = (of: "met" | "notMet" | "notEvaluable"): number => stages.primary.standards[of] + stages.junior.standards[of];
  return {
    dataset: loaded.dataset,
    ruleSet,
    verdict,
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
