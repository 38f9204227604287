import { defaultDate, type RuleSet, type Rules, rulesInForce } from "@server/compliance/engine/index";

/** Rules of the day on which each year is judged, each resolved once. */
export const rulesByYear = (ruleSet: RuleSet): ((year: number) => Rules) => {
  const known = new Map<number, Rules>();
  return (year) => {
    let rules = known.get(year);
    if (rules === undefined) {
      rules = rulesInForce(ruleSet, defaultDate(year));
      known.set(year, rules);
    }
    return rules;
  };
};
