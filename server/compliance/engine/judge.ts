import type { CountyAssessment, Verdict } from "@server/compliance/contract";
import type { ItemId, ItemResult, Overall } from "@server/compliance/items-contract";
import { resourceAssessment } from "./assessment";
import type { CountyColumns } from "./columns";
import type { CountSchools } from "./counted";
import { furtherVerdicts, judgeItems, overallOf, verdictsOf, wholeVerdict } from "./items/index";
import { type CountyVerdicts, judgeColumns, judgeVerdicts } from "./kernel";
import { judgedWithoutReliefs, sunsetsOf } from "./reliefs";
import type { RuleSet } from "./rule-set";
import { defaultDate, type Rules, rulesInForce } from "./rules-in-force";

/** Raised whenever the same input and rule set could give another answer; judgements are stored under it. */
export const complianceEngineVersion = "2.3.0";

export interface JudgingOptions {
  /** Day whose rules are used (ISO date); 1 September of the statistics year when left out. */
  readonly date?: string | undefined;
  /** False leaves out the items, vetoes, eligibility and local indicators: a projection knows nothing of them. */
  readonly items?: boolean | undefined;
}

/** Judges one county of one statistics year by all parts: sections, balance, stages, items, vetoes, eligibility, county. */
export const judgeCounty = (columns: CountyColumns, ruleSet: RuleSet, { date, items = true }: JudgingOptions = {}): CountyAssessment => {
  const rules = rulesInForce(ruleSet, date ?? defaultDate(columns.statisticsYear));
  const judged = judgeColumns(columns, rules);
  const plain = judgedWithoutReliefs(columns, rules, judged);
  const further = items ? judgeItems(columns, judged.inclusion, rules) : null;
  const resource = resourceAssessment(columns, rules, judged, plain);
  return {
    format: "hengce.assessment/2",
    engineVersion: complianceEngineVersion,
    ruleSet: { id: ruleSet.id, version: ruleSet.version },
    ...resource,
    overall: further === null ? null : overallOf(judged, verdictsOf(further)),
    items: further === null ? null : { ...further.items },
    vetoes: further === null ? [] : [...further.vetoes],
    eligibility: further?.eligibility ?? null,
    extras: further === null ? [] : [...further.extras],
    sunsets: sunsetsOf(columns, rules, judged, plain, further === null ? [] : Object.values(further.items)),
  };
};

/** Verdicts of the 25 items and of all parts together. */
export interface ItemVerdicts {
  readonly items: Readonly<Record<ItemId, Verdict>>;
  readonly overall: Overall;
}

/** The verdicts that `judgeCounty` gives of the items and of the whole, without their reasons: for loops over many counties. */
export const itemVerdicts = (columns: CountyColumns, judged: CountyVerdicts, rules: Rules): ItemVerdicts => {
  const further = furtherVerdicts(columns, judged.inclusion, rules);
  return { items: further.items, overall: overallOf(judged, further) };
};

/** What `judgeCounty` finds of the items: figures, limits and schools beside the verdicts. */
export const itemResults = (
  columns: CountyColumns,
  { inclusion }: Pick<CountyVerdicts, "inclusion">,
  rules: Rules,
): Readonly<Record<ItemId, ItemResult>> => judgeItems(columns, inclusion, rules).items;

/** All that a loop over very many futures asks of a year: verdicts, and nothing of what is behind them. */
export interface Verdicts extends CountyVerdicts {
  readonly items: Readonly<Record<ItemId, Verdict>>;
  readonly whole: Overall["verdict"];
}

/** The verdicts of `judgeColumns` and `itemVerdicts` together. */
export const verdictsOfCounty = (columns: CountyColumns, rules: Rules, count: CountSchools): Verdicts => {
  const resource = judgeVerdicts(columns, rules, count);
  const further = furtherVerdicts(columns, resource.inclusion, rules);
  return { ...resource, items: further.items, whole: wholeVerdict(resource, further) };
};
