import { type Projection, scenarioDocumentSchema, type YearOutcome } from "@server/planning/contract";
import { checkLevers, project, projectedDatasets } from "@server/planning/engine/index";
import { readDatasetFile, readJsonFile } from "../dataset-file";
import { complaint, done, issueComplaints, type Outcome, type Speech, unusable } from "../outcome";
import { type ReceiptOptions, withReceipt } from "../receipts";
import { type RuleOptions, rulesOf } from "../rules";
import { fixed, textTable } from "../text-table";
import { wordsIn } from "../words";

const schoolsMet = ({ stages: { primary, junior } }: YearOutcome): string =>
  `${primary.sectionsMet + junior.sectionsMet}/${primary.sectionsTotal + junior.sectionsTotal}`;

const spanText = ({ firstYear, lasts, lostYears }: Projection["compliance"]["trial"]): string =>
  firstYear === null ? "never in the horizon" : `from ${firstYear}${lasts ? ", lasting" : `, lost in ${lostYears.join(", ")}`}`;

/** A projection as text: one line a year, without and with the levers. */
const projectionText = (projection: Projection, notices: readonly string[]): string => {
  const rows = projection.years.map((year, index) => {
    const before = projection.baseline[index];
    const after = projection.trial[index];
    const cost = projection.cost.find((entry) => entry.year === year);
    return [
      String(year),
      before?.verdict ?? "",
      before === undefined ? "" : String(before.failing),
      before === undefined ? "" : schoolsMet(before),
      after?.verdict ?? "",
      after === undefined ? "" : String(after.failing),
      after === undefined ? "" : schoolsMet(after),
      fixed(cost?.totalWan ?? 0, 1),
    ];
  });
  const { county, ruleSet, compliance } = projection;
  return [
    `${county.name} (${county.code}), base year ${projection.baseYear}, rule set ${ruleSet.id} ${ruleSet.version}`,
    `meets the standard without levers: ${spanText(compliance.baseline)}; with them: ${spanText(compliance.trial)}`,
    "",
    textTable([["year", "baseline", "failing", "schools", "trial", "failing", "schools", "cost 万元"], ...rows], "llrrlrrr"),
    ...(notices.length === 0 ? [] : ["", ...notices.map((notice) => `notice: ${notice}`)]),
    "",
  ].join("\n");
};

export interface SimulateOptions extends Omit<RuleOptions, "date">, Speech, ReceiptOptions {
  /** Each year's dataset goes into the JSON too. */
  readonly datasets?: boolean;
}

/** `simulate FILE SCENARIO`: the county year by year, without and with the scenario's levers. */
export const simulate = async (
  file: string,
  scenarioFile: string,
  options: SimulateOptions,
  onProgress: (done: number, total: number) => void,
): Promise<Outcome> => {
  if (options.datasets === true && options.format !== "json") return unusable([complaint("--datasets", "commands.datasets")]);
  const rules = await rulesOf(options);
  if (!rules.ok) return unusable(rules.error);
  const read = await readDatasetFile(file);
  if (!read.ok) return unusable(read.error);
  const scenario = await readJsonFile(scenarioFile, scenarioDocumentSchema);
  if (!scenario.ok) return unusable(scenario.error);
  const { dataset, warnings } = read.value;
  const issues = checkLevers(dataset, scenario.value);
  if (issues.length > 0) return unusable(issueComplaints(issues));
  const started = performance.now();
  const projection = project(dataset, scenario.value, rules.value, onProgress, "figures");
  const asked = { kind: "projection", dataset, document: scenario.value, ruleSet: rules.value } as const;
  const told = (stdout: string): Promise<Outcome> => withReceipt(done(stdout, warnings), options, asked, projection, started);
  if (options.format === "table") {
    const { notice } = await wordsIn(options.language);
    const notices = projection.notices.map((one) => notice(one, dataset));
    return told(projectionText(projection, notices));
  }
  const datasets = options.datasets === true ? { datasets: projectedDatasets(dataset, scenario.value, rules.value) } : {};
  return told(`${JSON.stringify({ ...projection, ...datasets }, null, 2)}\n`);
};
