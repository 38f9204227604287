import { type Backtest, type ScenarioDocument, scenarioDocumentSchema } from "@server/planning/contract";
import { defaultAssumptions } from "@server/planning/defaults";
import { checkLevers, backtest as replay } from "@server/planning/engine/index";
import type { CountyDataset } from "@server/statistics/contract";
import { readDatasetFile, readJsonFile } from "../dataset-file";
import { type Complaint, complaint, done, issueComplaints, type Outcome, type Speech, unusable } from "../outcome";
import { type ReceiptOptions, withReceipt } from "../receipts";
import { type RuleOptions, rulesOf } from "../rules";
import { fixed, textTable } from "../text-table";

const percent = (share: number | null): string => (share === null ? "–" : `${fixed(share * 100, 1)} %`);

const backtestText = ({ baseYear, years }: Backtest): string => {
  const rows = years.flatMap(({ year, stages, verdict }) =>
    (["primary", "junior"] as const).map((stage) => {
      const { pupils, classes, teachers, sectionError, sectionsCompared, verdictsRight } = stages[stage];
      return [
        String(year),
        stage,
        percent(pupils.error),
        percent(classes.error),
        percent(teachers.error),
        percent(sectionError),
        `${verdictsRight}/${sectionsCompared}`,
        `${verdict.projected} / ${verdict.reported}`,
      ];
    }),
  );
  const head = ["year", "stage", "pupils", "classes", "teachers", "schools ±", "verdicts", "projected / reported"];
  return [`projected from ${baseYear} without levers`, "", textTable([head, ...rows], "llrrrrrl"), ""].join("\n");
};

export interface BacktestOptions extends Omit<RuleOptions, "date">, Speech, ReceiptOptions {
  /** File of the scenario whose assumptions are tested. */
  readonly scenario?: string;
}

/** `backtest FILE…`: later years of a county against the projection of the earliest, by its default assumptions or a scenario's. */
export const backtest = async (files: readonly string[], options: BacktestOptions): Promise<Outcome> => {
  const rules = await rulesOf(options);
  if (!rules.ok) return unusable(rules.error);
  const datasets: CountyDataset[] = [];
  const warnings: Complaint[] = [];
  for (const file of files) {
    const read = await readDatasetFile(file);
    if (!read.ok) return unusable(read.error);
    datasets.push(read.value.dataset);
    warnings.push(...read.value.warnings);
  }
  const counties = new Map(datasets.map(({ county: { code, name } }, index) => [code, { file: files[index] ?? "files", code, name }]));
  const [one, ...others] = counties.values();
  if (one !== undefined && others.length > 0) {
    return unusable(
      others.map(({ file, ...other }) => complaint(file, "commands.otherCounty", { ...other, first: one.code, firstName: one.name })),
    );
  }
  const years = datasets.map(({ county }) => county.statisticsYear);
  if (new Set(years).size < years.length) return unusable([complaint("files", "commands.sameYear")]);
  const first = datasets.reduce<CountyDataset | undefined>(
    (earliest, dataset) => (earliest !== undefined && earliest.county.statisticsYear <= dataset.county.statisticsYear ? earliest : dataset),
    undefined,
  );
  if (first === undefined) return unusable([complaint("files", "commands.twoYears")]);
  const scenario = options.scenario === undefined ? null : await readJsonFile(options.scenario, scenarioDocumentSchema);
  if (scenario !== null && !scenario.ok) return unusable(scenario.error);
  const issues = scenario === null ? [] : checkLevers(first, { ...scenario.value, levers: [] });
  if (issues.length > 0) return unusable(issueComplaints(issues));
  const assumptions = scenario?.value.assumptions ?? defaultAssumptions(first);
  const started = performance.now();
  const found = replay(datasets, assumptions, rules.value);
  if (found === null) return unusable([complaint("files", "commands.twoYears")]);
  const told = done(options.format === "json" ? `${JSON.stringify(found, null, 2)}\n` : backtestText(found), warnings);
  const further = datasets
    .filter((dataset) => dataset !== first)
    .sort((left, right) => left.county.statisticsYear - right.county.statisticsYear);
  const document: ScenarioDocument = {
    format: "hengce.scenario/1",
    name: String(first.county.statisticsYear),
    horizonYears: Math.max(...years) - first.county.statisticsYear,
    assumptions,
    levers: [],
    annualBudgetWan: null,
  };
  return withReceipt(told, options, { kind: "backtest", dataset: first, further, document, ruleSet: rules.value }, found, started);
};
