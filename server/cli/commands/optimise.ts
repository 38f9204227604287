import {
  type FoundPlan,
  type Incumbent,
  type PlanAnswer,
  type PlanWords,
  planRequestSchema,
  scenarioDocumentSchema,
} from "@server/planning/contract";
import { checkLevers } from "@server/planning/engine/index";
import { planCheapest, requestIssues } from "@server/planning/solver/index";
import { tellingDecimals } from "~/components/format";
import { readDatasetFile, readJsonFile } from "../dataset-file";
import { done, exitCodes, issueComplaints, type Outcome, type Speech, unusable } from "../outcome";
import { type ReceiptOptions, withReceipt } from "../receipts";
import { type RuleOptions, rulesOf } from "../rules";
import { fixed, textTable } from "../text-table";
import { wordsIn } from "../words";

type Standing = NonNullable<FoundPlan["standings"]>[number];

export interface OptimiseOptions extends Omit<RuleOptions, "date">, Speech, ReceiptOptions {}

const wan = (amount: number | null): string => (amount === null ? "?" : fixed(amount, tellingDecimals(amount, 2)));

/** One better plan, as a line. */
const incumbentText = ({ seconds, source, costWan, boundWan, gap }: Incumbent): string =>
  `${fixed(seconds, 1)} s  ${source}  ${wan(costWan)} 万元, bound ${wan(boundWan)}, gap ${gap === null ? "?" : `${fixed(gap * 100, 2)} %`}`;

/** All 32 indicators of a year, those that are not met by name. */
const standingText = ({ year, overall, met, notMet, notEvaluable, indicators }: Standing): string => {
  const named = (wanted: string): string => {
    const ids = indicators.filter(({ verdict }) => verdict === wanted).map(({ id }) => id);
    return ids.length === 0 ? "" : ` (${ids.join(" ")})`;
  };
  return `${year} all 32 indicators: ${overall}; ${met} met, ${notMet} not met${named("not_met")}, ${notEvaluable} not evaluable${named("not_evaluable")}`;
};

const answerText = (answer: PlanAnswer, sentence: (words: PlanWords) => string): string => {
  const { county, ruleSet, request, state, plan, clauses, explanation, clausePrices, frontier, robust } = answer;
  const lines = [
    `${county.name} (${county.code}), base year ${answer.baseYear}, target ${request.targetYear}, rule set ${ruleSet.id} ${ruleSet.version}`,
    `${state}: ${plan === null ? "no plan" : `${wan(plan.costWan)} 万元, bound ${wan(answer.boundWan)}, fast plan ${wan(answer.greedyWan)}`}`,
  ];
  if (clauses !== undefined) {
    lines.push(`held to: resource part${clauses.held.map((clause) => `, ${clause}`).join("")}`);
    for (const { clause, schools, figures } of clauses.leftOut) {
      lines.push(`not judged from the data, not asked for: ${clause} (schools ${schools}, missing figures ${figures})`);
    }
  }
  if (plan !== null) {
    const years = plan.years.map(({ year, verdict, capitalWan, recurrentWan, withKeptWan, hires }) => [
      String(year),
      verdict,
      wan(capitalWan),
      wan(recurrentWan),
      wan(withKeptWan),
      String(hires),
    ]);
    const kinds = plan.byKind.map(({ kind, schools, quantity, costWan }) => [kind, String(schools), fixed(quantity, 1), wan(costWan)]);
    lines.push("", textTable([["year", "verdict", "capital 万元", "yearly 万元", "with kept 万元", "posts"], ...years], "llrrrr"));
    const milestones = (plan.milestones ?? []).map(({ year, share, schools, asked, met }) => [
      String(year),
      `${fixed(share * 100, 1)} %`,
      String(asked),
      String(met),
      String(schools),
    ]);
    if (milestones.length > 0) lines.push("", textTable([["milestone", "share", "asked", "met", "schools"], ...milestones], "lrrrr"));
    lines.push("", textTable([["kind", "schools", "quantity", "cost 万元"], ...kinds], "lrrr"));
    lines.push("", ...(plan.standings ?? []).map(standingText));
  }
  for (const { words, further = [], costWan } of explanation?.relaxations ?? []) {
    lines.push(`way out: ${[words, ...further].map(sentence).join("; ")}${costWan === null ? "" : `, then ${wan(costWan)} 万元`}`);
  }
  for (const { words, year } of explanation?.shortfalls ?? []) lines.push(`lacking: ${year} ${sentence(words)}`);
  for (const { clause, stage, part, savedWan } of clausePrices ?? []) {
    const name = [stage, clause, part].filter((word) => word !== undefined).join(" ");
    lines.push(`price of ${name}: ${savedWan === null ? "not found" : `${wan(savedWan)} 万元`}`);
  }
  for (const { targetYear, state: ended, costWan } of frontier ?? []) {
    lines.push(`by ${targetYear}: ${costWan === null ? "no plan" : `${wan(costWan)} 万元`} (${ended})`);
  }
  if (robust !== null) {
    const found =
      robust.plan === null ? "no plan" : `${wan(robust.plan.costWan)} 万元, standards raised by ${fixed(robust.margin * 100, 0)} %`;
    lines.push(
      `robust: ${found}, met in ${fixed(robust.pass * 100, 1)} % of ${robust.draws} futures (95 %: ${fixed(robust.low * 100, 1)} to ${fixed(robust.high * 100, 1)} %)`,
    );
  }
  return `${lines.join("\n")}\n`;
};

/**
 * `optimise FILE SCENARIO REQUEST`: the cheapest plan on top of a scenario; every better plan on the way is told to `tell`.
 * The best plan when `stopRequested` turns true is an answer too, with an exit code of its own.
 */
export const optimise = async (
  file: string,
  scenarioFile: string,
  requestFile: string,
  options: OptimiseOptions,
  tell: (line: string) => void,
  stopRequested: () => boolean = () => false,
): Promise<Outcome> => {
  const rules = await rulesOf(options);
  if (!rules.ok) return unusable(rules.error);
  const read = await readDatasetFile(file);
  if (!read.ok) return unusable(read.error);
  const scenario = await readJsonFile(scenarioFile, scenarioDocumentSchema);
  if (!scenario.ok) return unusable(scenario.error);
  const request = await readJsonFile(requestFile, planRequestSchema);
  if (!request.ok) return unusable(request.error);
  const { dataset, warnings } = read.value;
  const impossible = checkLevers(dataset, scenario.value);
  const issues = impossible.length > 0 ? impossible : requestIssues(dataset, scenario.value, request.value);
  if (issues.length > 0) return unusable(issueComplaints(issues));
  const started = performance.now();
  const answer = await planCheapest(dataset, scenario.value, rules.value, request.value, {
    onIncumbent: (incumbent) => tell(incumbentText(incumbent)),
    stopRequested,
  });
  const exitCode = answer.interrupted === null ? exitCodes.done : exitCodes.interrupted;
  const question = { kind: "plan", dataset, document: scenario.value, ruleSet: rules.value, settings: request.value } as const;
  const told = (stdout: string): Promise<Outcome> => withReceipt(done(stdout, warnings, exitCode), options, question, answer, started);
  if (options.format === "json") return told(`${JSON.stringify(answer, null, 2)}\n`);
  const { plan } = await wordsIn(options.language);
  return told(answerText(answer, (words) => plan(words, dataset)));
};
