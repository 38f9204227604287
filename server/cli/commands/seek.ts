import { type GoalAnswer, goalRequestSchema, scenarioDocumentSchema } from "@server/planning/contract";
import { checkLevers, goalIssues, seekGoal } from "@server/planning/engine/index";
import { readDatasetFile, readJsonFile } from "../dataset-file";
import { complaint, done, issueComplaints, type Outcome, type Speech, unusable } from "../outcome";
import { type RuleOptions, rulesOf } from "../rules";
import { fixed, textTable } from "../text-table";

export interface SeekOptions extends Omit<RuleOptions, "date">, Speech {}

const goalText = ({ request, present, reached, value, low, high, oneSided, tried }: GoalAnswer): string =>
  [
    reached
      ? `${request.leverId} ${request.field}: ${value} reaches the goal in ${request.year} (now ${present ?? "–"})`
      : `${request.leverId} ${request.field}: no value from ${low} to ${high} reaches the goal in ${request.year}`,
    ...(oneSided ? [] : ["other values tried on either side disagree: see the table"]),
    textTable(
      [
        ["value", "verdict", "cost 万元"],
        ...tried.map((one) => [String(one.value), one.possible ? one.verdict : "refused", one.possible ? fixed(one.costWan, 1) : "–"]),
      ],
      "rlr",
    ),
    "",
  ].join("\n");

/** `seek FILE SCENARIO REQUEST`: how little of one lever is enough, or how late it may begin. */
export const seek = async (file: string, scenarioFile: string, requestFile: string, options: SeekOptions): Promise<Outcome> => {
  const rules = await rulesOf(options);
  if (!rules.ok) return unusable(rules.error);
  const read = await readDatasetFile(file);
  if (!read.ok) return unusable(read.error);
  const scenario = await readJsonFile(scenarioFile, scenarioDocumentSchema);
  if (!scenario.ok) return unusable(scenario.error);
  const request = await readJsonFile(requestFile, goalRequestSchema);
  if (!request.ok) return unusable(request.error);
  const issues = [...checkLevers(read.value.dataset, scenario.value), ...goalIssues(read.value.dataset, scenario.value, request.value)];
  if (issues.length > 0) return unusable(issueComplaints(issues));
  const answer = seekGoal(read.value.dataset, scenario.value, rules.value, request.value);
  if (answer === null) {
    return unusable([complaint(requestFile, "commands.noGoal")]);
  }
  return done(options.format === "json" ? `${JSON.stringify(answer, null, 2)}\n` : goalText(answer), read.value.warnings);
};
