import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { type PlanAnswer, planRequestSchema } from "@server/planning/contract";
import { planCheapest } from "@server/planning/solver/index";
import { baseYear, scenario } from "../../cases/planning/county";
import { brokenCounty } from "../../planning-solver/counties";

/*
 * M1: a final-year plan for about 120 sections, five years, seven indicators, a yearly budget, 1 % gap. Ratios of one
 * run are printed: the first solve of the process against the second, and the fast plan against the solver's. What
 * limits it: the module's tier-up when cold; afterwards branch and bound, where the 6-of-7 choice leaves a gap of a
 * few per cent at the root, and the tangents of the balances, which are most of the rows.
 *
 * M2, a share of the sections compliant in every year on the way, is no question that the product answers: a plan is
 * asked for a target year, and to stay met afterwards. Nothing is measured in its place.
 */
const goals = { m1Seconds: 2, m1Gap: 0.01 } as const;
const sections = Number(process.argv[2] ?? 120);
const dataset = brokenCounty(Math.round(sections / 1.12), 1, "mild");
const document = scenario({ horizonYears: 5, assumptions: { priceGrowth: 0.03 } });
const target = { targetYear: baseYear + 5, lasting: false, seconds: 120, gap: 0.01 };

const line = (name: string, { seconds, greedyWan, plan, gap, state }: PlanAnswer): string =>
  `${name}: ${state} in ${seconds.toFixed(2)} s, gap ${((gap ?? Number.NaN) * 100).toFixed(2)} %, fast plan ÷ plan ${((greedyWan ?? Number.NaN) / (plan?.costWan ?? Number.NaN)).toFixed(3)}\n`;

const free = await planCheapest(dataset, document, quality2017, planRequestSchema.parse(target));
process.stdout.write(line("without a yearly budget, cold", free));
const again = await planCheapest(dataset, document, quality2017, planRequestSchema.parse(target));
process.stdout.write(line("without a yearly budget, warm", again));
process.stdout.write(`cold ÷ warm: ${(free.seconds / again.seconds).toFixed(2)}\n`);
const dearest = Math.max(...(free.plan?.years ?? []).map(({ withKeptWan }) => withKeptWan));
const capped = planRequestSchema.parse({ ...target, annualBudgetWan: Math.ceil(dearest * 0.8) });
const bound = await planCheapest(dataset, document, quality2017, capped);
process.stdout.write(line("M1, yearly budget at 80 % of the dearest year", bound));
const isMet = bound.seconds < goals.m1Seconds && (bound.gap ?? Number.POSITIVE_INFINITY) <= goals.m1Gap;
process.stdout.write(
  `  goal: at most ${goals.m1Gap * 100} % in less than ${goals.m1Seconds} s when warm: ${isMet ? "met" : "not met"}; limit: branch and bound of the 6-of-7 choice\n`,
);
process.stdout.write("M2, milestones in the years on the way: the product has none; its goal is not met\n");
process.stdout.write(
  `M1 ÷ without a budget: ${(bound.seconds / again.seconds).toFixed(2)} in time, ${((bound.plan?.costWan ?? Number.NaN) / (again.plan?.costWan ?? Number.NaN)).toFixed(3)} in cost\n`,
);
