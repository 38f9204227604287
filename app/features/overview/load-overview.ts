import type { AppLoadContext } from "@remix-run/node";
import type { CountyAssessment } from "@server/compliance/contract";
import { assuranceItems, type ItemId, qualityItems } from "@server/compliance/items-contract";
import { wholeOf } from "@server/compliance/whole-contract";
import { loadReminders } from "~/features/review/load-reminders";
import { unwrap } from "~/features/shell/respond";
import { requireActor } from "~/features/shell/session";
import { gapsOf, watchesOf } from "../compliance/gaps";
import { itemGapsOf } from "../compliance/item-gaps";
import { loadAssessment } from "../compliance/load";
import { stageOverview } from "../compliance/stage-overview";
import type { HeadData, ItemCounts } from "./Head";
import { loadHistory } from "./history";

const countsOf = ({ items }: CountyAssessment, ids: readonly ItemId[]): ItemCounts => {
  const results = items === null ? [] : ids.map((id) => items[id]);
  const count = (of: "met" | "not_met" | "not_evaluable"): number => results.filter(({ verdict }) => verdict === of).length;
  return {
    met: count("met"),
    notMet: count("not_met"),
    open: count("not_evaluable"),
    relieved: results.filter(({ verdict, reliefs }) => verdict === "met" && reliefs.length > 0).length,
  };
};

const recognitionOf = ({ items }: CountyAssessment): HeadData["recognition"] => {
  const result = items?.X1;
  return {
    id: "X1",
    verdict: result?.verdict ?? "not_evaluable",
    share: result?.figures["satisfiedShare"] ?? null,
    limit: result?.limits["satisfiedShare"] ?? null,
  };
};

/** What the home of a county shows; null while it has no data. */
export const loadOverview = async (context: AppLoadContext, request: Request) => {
  const loaded = await loadAssessment(context, request);
  if (loaded === null) return null;
  const { dataset, assessment } = loaded;
  const { history, before } = await loadHistory(context, request, dataset, assessment);
  return {
    dataset,
    statisticsYear: dataset.statisticsYear,
    ruleSet: assessment.ruleSet,
    overall: assessment.overall,
    eligibility: assessment.eligibility,
    whole: wholeOf(assessment),
    history,
    before,
    reminders: await loadReminders(context, request, dataset.statisticsYear),
    outlook: unwrap(await context.services.outlook.outlook(requireActor(context, request), dataset.id)),
    stages: { primary: stageOverview(assessment.stages.primary), junior: stageOverview(assessment.stages.junior) },
    assurance: countsOf(assessment, assuranceItems),
    quality: countsOf(assessment, qualityItems),
    recognition: recognitionOf(assessment),
    vetoes: {
      total: assessment.vetoes.length,
      occurred: assessment.vetoes.filter(({ state }) => state === "occurred").length,
      undeclared: assessment.vetoes.filter(({ state }) => state === "undeclared").length,
    },
    excluded: assessment.inclusion.filter(({ decision }) => decision === "excluded").length,
    gaps: gapsOf(assessment),
    itemGaps: itemGapsOf(assessment),
    watches: watchesOf(assessment),
    sunsets: assessment.sunsets,
  };
};
