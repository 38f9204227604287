import type { FieldIssue } from "@server/kernel/errors";
import type { CountyDataset } from "@server/statistics/contract";
import { yearIssues } from "../asked-years";
import type { PlanRequest, ScenarioDocument } from "../contract";
import { checkLevers } from "../engine/index";
import { mergerYears, withMerger } from "./mergers";

/** What of a request is impossible in this county and a scenario that can run: years that are not projected, mergers that cannot be. */
export const requestIssues = (dataset: CountyDataset, document: ScenarioDocument, request: PlanRequest): readonly FieldIssue[] => {
  const { targetYear, milestones = [], mergers } = request;
  const years = milestones.map(({ year }, index) => ({ path: `milestones.${index}.year`, year }));
  const own = `levers.${document.levers.length}.`;
  const dates = mergerYears(dataset, document, request);
  const refused = mergers.flatMap((merger): readonly FieldIssue[] => {
    let reason: FieldIssue | undefined;
    for (const year of dates) {
      const issues = checkLevers(dataset, withMerger(document, merger, year));
      if (issues.length === 0) return [];
      // What is wrong with the merger itself comes before what it makes impossible of other levers.
      reason ??= issues.find(({ path }) => path.startsWith(own)) ?? issues[0];
    }
    return reason === undefined ? [] : [{ ...reason, path: "mergers" }];
  });
  return [...yearIssues(dataset, document, [{ path: "targetYear", year: targetYear }, ...years]), ...refused];
};
