import { yearIssues } from "../asked-years";
import { type Attribution, type AttributionSettings, attributionSettingsSchema } from "../contract";
import { attribute } from "../engine/index";
import type { QuestionKind } from "./kind";

/** 归因: what each lever contributes; stopped early, the orders sampled so far. */
export const attributionKind: QuestionKind<AttributionSettings, Attribution> = {
  kind: "attribution",
  settingsSchema: attributionSettingsSchema,
  format: "hengce.attribution/1",
  limits: { memoryMb: 1536, wallMs: 1_800_000 },
  stopWithinMs: 5_000,
  issues: ({ dataset, document, settings: { years } }) =>
    yearIssues(
      dataset,
      document,
      years.map((year, index) => ({ path: `years.${index}`, year })),
    ),
  answer: ({ dataset, document, ruleSet, settings }, { report, stopRequested }) => {
    const found = attribute(dataset, document, ruleSet, settings, {
      onProgress: (done, total) => report(done / total, { key: "coalitions", params: { done, total } }),
      stopRequested,
    });
    if (found === null) throw new Error("stopped before there was an answer");
    return found;
  },
};
