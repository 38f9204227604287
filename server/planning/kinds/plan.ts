import { type PlanAnswer, type PlanRequest, planRequestSchema } from "../contract";
import { planCheapest, requestIssues } from "../solver/index";
import type { QuestionKind } from "./kind";

/** 最省方案: the cheapest plan; stopped early, the best that the engine has passed so far. */
export const planKind: QuestionKind<PlanRequest, PlanAnswer> = {
  kind: "plan",
  settingsSchema: planRequestSchema,
  format: "hengce.plan/1",
  limits: { memoryMb: 2048, wallMs: 7_200_000 },
  stopWithinMs: 45_000,
  issues: ({ dataset, document, settings }) => requestIssues(dataset, document, settings),
  answer: ({ dataset, document, ruleSet, settings }, { report, stopRequested }) => {
    let fraction = 0;
    return planCheapest(dataset, document, ruleSet, settings, {
      onIncumbent: ({ costWan, gap }) =>
        report(
          fraction,
          gap === null
            ? { key: "incumbent_unbound", params: { costWan } }
            : { key: "incumbent", params: { costWan, gapShare: Math.max(0, gap) } },
        ),
      onProgress: (done) => {
        fraction = done;
        report(done);
      },
      stopRequested,
    });
  },
  // How long each step took is the machine's.
  lasting: ({ incumbents: _incumbents, rounds: _rounds, seconds: _seconds, ...answer }) => answer,
  interrupted: ({ interrupted }) => interrupted,
};
