import type { Backtest } from "@server/planning/contract";
import { defaultAssumptions } from "@server/planning/defaults";
import { backtest as replay } from "@server/planning/engine/index";
import type { CountyDataset } from "@server/statistics/contract";
import { readDatasetFile } from "../dataset-file";
import { type Complaint, complaint, done, type Outcome, type Speech, unusable } from "../outcome";
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

export interface BacktestOptions extends Omit<RuleOptions, "date">, Speech {}

/** `backtest FILE…`: later years of a county against the projection of the earliest. */
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
  const years = datasets.map(({ county }) => county.statisticsYear);
  if (new Set(years).size < years.length) return unusable([complaint("files", "two files are of the same statistics year")]);
  const first = datasets.reduce<CountyDataset | undefined>(
    (earliest, dataset) => (earliest !== undefined && earliest.county.statisticsYear <= dataset.county.statisticsYear ? earliest : dataset),
    undefined,
  );
  const found = first === undefined ? null : replay(datasets, defaultAssumptions(first), rules.value);
  if (found === null) return unusable([complaint("files", "at least two statistics years are needed")]);
  return done(options.format === "json" ? `${JSON.stringify(found, null, 2)}\n` : backtestText(found), warnings);
};
