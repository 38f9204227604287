import type { CountyFacts } from "@server/statistics/facts-contract";
import { atLeast, type Check, figureDecimals } from "./check";
import { type Finding, fact, finding, type ItemContext, missingFacts } from "./context";
import { declaredItem } from "./declared";
import { quantity } from "./quantity";

const bases = [
  ["publicFundsPrimaryYuan", "G2.publicFundsFloor.primary"],
  ["publicFundsJuniorYuan", "G2.publicFundsFloor.junior"],
] as const satisfies readonly (readonly [keyof CountyFacts, string])[];

/** G2: four standards the same for town and country, and a base of public funds not below that of a higher level, where one is set. */
export const unifiedStandards = (context: ItemContext): Finding => {
  const { values } = context.rules;
  const asked = bases.filter(([, floor]) => values[floor] > 0);
  const checks = asked.map(
    ([key, floor]): Check => atLeast(quantity(fact(context, key)), quantity(values[floor]), figureDecimals(context.rules), context.rules),
  );
  const declared = declaredItem(context, ["G2.construction", "G2.staffing", "G2.publicFunds", "G2.equipment"], checks);
  return finding(declared.check, () => {
    const { figures, missing } = declared.reasons();
    const keys = asked.map(([key]) => key);
    return {
      figures: { ...figures, ...Object.fromEntries(keys.map((key) => [key, fact(context, key)])) },
      limits: Object.fromEntries(asked.map(([key, floor]) => [key, values[floor]])),
      missing: [...missing, ...missingFacts(context, keys)],
    };
  });
};
