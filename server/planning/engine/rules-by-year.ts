import { defaultDate, holdsAlike, type RuleSet, type Rules, rulesInForce } from "@server/compliance/engine/index";

/**
 * Rules by which each year is judged, each resolved once. Years of which the rule set says the same have the same
 * rules, dated the year first asked for: what is known under them serves all of these years.
 */
export const rulesByYear = (ruleSet: RuleSet): ((year: number) => Rules) => {
  const known = new Map<number, Rules>();
  return (year) => {
    let rules = known.get(year);
    if (rules === undefined) {
      const day = defaultDate(year);
      rules = [...known.values()].find(({ date }) => holdsAlike(ruleSet, date, day)) ?? rulesInForce(ruleSet, day);
      known.set(year, rules);
    }
    return rules;
  };
};
