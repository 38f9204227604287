import { yearIssues } from "@server/planning/asked-years";
import {
  type Attribution,
  type AttributionSettings,
  attributionSettingsSchema,
  scenarioDocumentSchema,
  type UncertaintyRanges,
  uncertaintySettingsSchema,
} from "@server/planning/contract";
import { checkLevers, rangesOf, attribute as takenApart } from "@server/planning/engine/index";
import { readDatasetFile, readJsonFile } from "../dataset-file";
import { complaint, done, issueComplaints, type Outcome, type Speech, unusable } from "../outcome";
import { type ReceiptOptions, withReceipt } from "../receipts";
import { type RuleOptions, rulesOf } from "../rules";
import { fixed, textTable } from "../text-table";

export interface AttributeOptions extends Omit<RuleOptions, "date">, Speech, ReceiptOptions {
  readonly year?: readonly string[];
  readonly figures?: readonly string[];
  readonly exactUpTo?: string;
  readonly pairs?: string;
  readonly seed?: string;
  readonly passDraws?: string;
  /** File with ranges of the inputs, as `montecarlo` reads them. */
  readonly ranges?: string;
}

/** Options as settings; zod says what is wrong with them. */
const settingsOf = ({ year, figures, exactUpTo, pairs, seed, passDraws }: AttributeOptions, ranges: UncertaintyRanges | undefined) =>
  attributionSettingsSchema.safeParse({
    ...(year === undefined ? {} : { years: year.map(Number) }),
    ...(figures === undefined ? {} : { figures }),
    ...(exactUpTo === undefined ? {} : { exactUpTo: Number(exactUpTo) }),
    ...(pairs === undefined ? {} : { permutationPairs: Number(pairs) }),
    ...(seed === undefined ? {} : { seed: Number(seed) }),
    ...(passDraws === undefined ? {} : { passDraws: Number(passDraws) }),
    ...(ranges === undefined ? {} : { ranges }),
  });

const optionOf: Readonly<Record<keyof AttributionSettings, string>> = {
  years: "--year",
  figures: "--figures",
  exactUpTo: "--exact-up-to",
  permutationPairs: "--pairs",
  seed: "--seed",
  passDraws: "--pass-draws",
  ranges: "--ranges",
};

const methodText = ({ method, coalitions, permutations, residual }: Attribution): string =>
  method === "exact"
    ? `all ${coalitions} subsets of the levers; shares sum to the difference within ${residual.toExponential(1)}`
    : `${permutations} sampled orders; 95 % intervals beside the shares, which sum to the difference within ${residual.toExponential(1)}`;

/** Figures that a lever moves, one line each, the shares as columns. */
const attributionText = (answer: Attribution): string => {
  const ids = answer.levers.map(({ id }) => id);
  const rows = answer.outcomes
    .filter(({ difference }) => difference === null || difference !== 0)
    .map(({ outcome, stage, indicator, year, baseline, trial, difference, shares }) => [
      String(year),
      [outcome, stage, indicator].filter((part) => part !== null).join(" "),
      baseline === null ? "?" : fixed(baseline, 4),
      trial === null ? "?" : fixed(trial, 4),
      difference === null ? "?" : fixed(difference, 4),
      ...ids.map((_, index) => {
        const share = shares?.[index];
        if (share === undefined) return "?";
        return share.halfWidth === null ? fixed(share.value, 4) : `${fixed(share.value, 4)} ± ${fixed(share.halfWidth, 4)}`;
      }),
    ]);
  const minimal = answer.minimal
    .filter(({ passes }) => passes)
    .map(({ year, goal, proof, sets, further }) => {
      const shown = sets.map(({ leverIds, costWan }) => `{${leverIds.join(", ")}} ${fixed(costWan, 1)} 万元`).join("; ");
      return `${year} ${goal}: ${shown}${further > 0 ? ` and ${further} more` : ""}${proof === "greedy" ? " (found by taking levers away)" : ""}`;
    });
  return [
    `${answer.county.name} (${answer.county.code}), base year ${answer.baseYear}, rule set ${answer.ruleSet.id} ${answer.ruleSet.version}`,
    methodText(answer),
    "",
    textTable([["year", "figure", "without", "with", "difference", ...ids], ...rows], `ll${"r".repeat(3 + ids.length)}`),
    "",
    `levers that change nothing: ${answer.idle.length === 0 ? "none" : answer.idle.join(", ")}`,
    ...(minimal.length === 0 ? ["the plan passes in no year asked for"] : ["smallest sets of levers that still pass:", ...minimal]),
    "",
  ].join("\n");
};

/** `attribute FILE SCENARIO`: which lever brings which part of the difference. */
export const attribute = async (
  file: string,
  scenarioFile: string,
  options: AttributeOptions,
  onProgress: (done: number, total: number) => void,
): Promise<Outcome> => {
  const rules = await rulesOf(options);
  if (!rules.ok) return unusable(rules.error);
  const stated = options.ranges === undefined ? null : await readJsonFile(options.ranges, uncertaintySettingsSchema);
  if (stated !== null && !stated.ok) return unusable(stated.error);
  const settings = settingsOf(options, stated === null ? undefined : rangesOf(stated.value));
  if (!settings.success) {
    return unusable(
      settings.error.issues.map(({ path: [field], message }) => {
        const option = Object.entries(optionOf).find(([name]) => name === field);
        return complaint(option?.[1] ?? "", message);
      }),
    );
  }
  const read = await readDatasetFile(file);
  if (!read.ok) return unusable(read.error);
  const scenario = await readJsonFile(scenarioFile, scenarioDocumentSchema);
  if (!scenario.ok) return unusable(scenario.error);
  const issues = checkLevers(read.value.dataset, scenario.value);
  if (issues.length > 0) return unusable(issueComplaints(issues));
  const asked = settings.data.years.map((year) => ({ path: optionOf.years, year }));
  const unknown = yearIssues(read.value.dataset, scenario.value, asked);
  if (unknown.length > 0) return unusable(issueComplaints(unknown));
  const started = performance.now();
  const answer = takenApart(read.value.dataset, scenario.value, rules.value, settings.data, { onProgress });
  if (answer === null) return unusable([complaint(scenarioFile, "stopped before there was an answer")]);
  const told = done(options.format === "json" ? `${JSON.stringify(answer, null, 2)}\n` : attributionText(answer), read.value.warnings);
  const { dataset } = read.value;
  const question = { kind: "attribution", dataset, document: scenario.value, ruleSet: rules.value, settings: settings.data } as const;
  return withReceipt(told, options, question, answer, started);
};
