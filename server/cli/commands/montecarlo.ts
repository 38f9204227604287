import { yearIssues } from "@server/planning/asked-years";
import {
  type Clause,
  type MonteCarlo,
  type Probability,
  scenarioDocumentSchema,
  uncertaintySettingsSchema,
} from "@server/planning/contract";
import { checkLevers, joinMonteCarlo, monteCarloPart } from "@server/planning/engine/index";
import { readDatasetFile, readJsonFile } from "../dataset-file";
import { type Complaint, complaint, done, issueComplaints, type Outcome, type Speech, unusable } from "../outcome";
import { type ReceiptOptions, withReceipt } from "../receipts";
import { type RuleOptions, rulesOf } from "../rules";
import { fixed, textTable } from "../text-table";
import { type PartProcess, partsOf } from "./montecarlo-parts";

export interface MonteCarloOptions extends Omit<RuleOptions, "date">, Speech, ReceiptOptions {
  readonly draws?: string;
  readonly seed?: string;
  readonly year?: string;
  /** File with ranges of the inputs. */
  readonly settings?: string;
  readonly threads?: string;
}

/** How a command runs beside its reading: who hears of its progress, and how further processes are started. */
export interface MonteCarloWatch {
  readonly onProgress: (done: number, total: number) => void;
  readonly startPart: PartProcess;
}

const mostThreads = 64;

const share = ({ pass, low, high }: Probability): string =>
  pass === null ? "?" : `${fixed(pass * 100, 1)} (${fixed((low ?? 0) * 100, 1)} to ${fixed((high ?? 1) * 100, 1)})`;

const clauseText = (clause: Clause): string =>
  clause.kind === "item" ? clause.item : `${clause.kind === "balance" ? "CV " : ""}${clause.indicator} ${clause.stage}`;

const bindingText = (binding: MonteCarlo["binding"]["resource"][number] | undefined): string =>
  binding === null || binding === undefined ? "" : `${clauseText(binding.clause)} (${fixed(binding.share * 100, 0)} %)`;

/** One line an input: P(pass) where it was low and where it was high, and what it does alone. */
const inputRow = ({ input, low, high, thirds, passCorrelation }: MonteCarlo["tornado"]["inputs"][number], likely: number): string[] => [
  input,
  ...(thirds ? [share(thirds.low), share(thirds.high), fixed(thirds.change.difference * 100, 1)] : ["–", "–", "–"]),
  fixed(low.distance - likely, 4),
  fixed(high.distance - likely, 4),
  passCorrelation === null ? "–" : fixed(passCorrelation, 2),
];

/** One line a year, then what each input does. */
const monteCarloText = (answer: MonteCarlo): string => {
  const rows = answer.years.map((year, index) => {
    const resource = answer.resource[index];
    const overall = answer.overall[index];
    const cost = answer.costWan[index];
    return [
      String(year),
      resource === undefined ? "" : share(resource),
      overall === undefined ? "" : share(overall),
      String(overall?.notEvaluable ?? ""),
      bindingText(answer.binding.resource[index]),
      bindingText(answer.binding.items[index]),
      ...[cost?.p10, cost?.p50, cost?.p90].map((amount) => fixed(amount ?? 0, 1)),
    ];
  });
  const { county, ruleSet, tornado, settings } = answer;
  return [
    `${county.name} (${county.code}), base year ${answer.baseYear}, rule set ${ruleSet.id} ${ruleSet.version}`,
    `${answer.resource[0]?.draws ?? 0} draws, seed ${settings.seed}; in brackets the 95 % interval that so many draws leave`,
    "",
    textTable([["year", "7 indicators %", "all 32 %", "open", "binds most", "item", "cost p10", "p50", "p90 万元"], ...rows], "lrrrllrrr"),
    "",
    `what drives ${tornado.targetYear}: P(pass) of the 7 indicators in the draws of each input's lowest and highest third (– where it does not vary),`,
    "then one input at a time at the low and high end of its range: change of the distance; correlation with passing",
    textTable(
      [
        ["input", "low third %", "high third %", "change", "low end", "high end", "correlation"],
        ...tornado.inputs.map((driver) => inputRow(driver, tornado.likely.distance)),
      ],
      "lrrrrrr",
    ),
    "",
  ].join("\n");
};

/** Ranges from the file, draws and seed from the options; zod says what is wrong with them. */
const settingsOf = async ({ settings, draws, seed, year }: MonteCarloOptions) => {
  const read = settings === undefined ? null : await readJsonFile(settings, uncertaintySettingsSchema);
  if (read !== null && !read.ok) return read;
  const parsed = uncertaintySettingsSchema.safeParse({
    ...read?.value,
    ...(draws === undefined ? {} : { draws: Number(draws) }),
    ...(seed === undefined ? {} : { seed: Number(seed) }),
    ...(year === undefined ? {} : { targetYear: Number(year) }),
  });
  if (parsed.success) return { ok: true as const, value: parsed.data };
  const error: readonly Complaint[] = parsed.error.issues.map(({ path, message }) =>
    complaint(path[0] === "targetYear" ? "--year" : `--${path.join(".")}`, message),
  );
  return { ok: false as const, error };
};

const asked = async (file: string, scenarioFile: string, options: MonteCarloOptions) => {
  const { ruleset, layer, set } = options;
  const ruleSet = await rulesOf({ ruleset, ...(layer ? { layer } : {}), ...(set ? { set } : {}) });
  if (!ruleSet.ok) return ruleSet;
  const settings = await settingsOf(options);
  if (!settings.ok) return settings;
  const read = await readDatasetFile(file);
  if (!read.ok) return read;
  const scenario = await readJsonFile(scenarioFile, scenarioDocumentSchema);
  if (!scenario.ok) return scenario;
  const { dataset, warnings } = read.value;
  const issues = checkLevers(dataset, scenario.value);
  const { targetYear: year } = settings.value;
  const unknown = yearIssues(dataset, scenario.value, year === null ? [] : [{ path: "--year", year }]);
  if (issues.length + unknown.length > 0) return { ok: false as const, error: issueComplaints([...issues, ...unknown]) };
  return { ok: true as const, value: { dataset, warnings, document: scenario.value, ruleSet: ruleSet.value, settings: settings.value } };
};

/** `montecarlo FILE SCENARIO`: how the scenario may turn out. */
export const montecarlo = async (
  file: string,
  scenarioFile: string,
  options: MonteCarloOptions,
  { onProgress, startPart }: MonteCarloWatch,
): Promise<Outcome> => {
  const threads = Number(options.threads ?? 1);
  if (!Number.isInteger(threads) || threads < 1 || threads > mostThreads) {
    return unusable([complaint("--threads", "commands.threads", { most: mostThreads })]);
  }
  const question = await asked(file, scenarioFile, options);
  if (!question.ok) return unusable(question.error);
  const { dataset, document, ruleSet, settings, warnings } = question.value;
  const started = performance.now();
  const parts =
    threads === 1
      ? [monteCarloPart(dataset, document, ruleSet, settings, { onProgress })]
      : await partsOf(settings.draws, threads, startPart, onProgress);
  const answer = joinMonteCarlo(dataset, document, ruleSet, settings, parts);
  const told = done(options.format === "json" ? `${JSON.stringify(answer, null, 2)}\n` : monteCarloText(answer), warnings);
  return withReceipt(told, options, { kind: "montecarlo", dataset, document, ruleSet, settings }, answer, started);
};

/** `montecarlo FILE SCENARIO --part from:to`, in a process that another one has started: the draws of a part, handed over. */
export const montecarloPart = async (
  file: string,
  scenarioFile: string,
  options: MonteCarloOptions & { readonly part: string },
  send: (message: unknown) => void,
): Promise<Outcome> => {
  const [from, to] = options.part.split(":").map(Number);
  const question = await asked(file, scenarioFile, options);
  if (!question.ok) return unusable(question.error);
  const { dataset, document, ruleSet, settings } = question.value;
  send({ part: monteCarloPart(dataset, document, ruleSet, settings, { from, to, onProgress: (count) => send({ count }) }) });
  return done("");
};
