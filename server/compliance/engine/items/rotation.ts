import { allChecks, atLeast, open, shareDecimals } from "./check";
import { type Finding, fact, finding, type ItemContext, missingFacts } from "./context";
import { over, quantity } from "./quantity";
import { shareOf, singleShare } from "./shares";

/** G11: rotated ÷ eligible and backbone ÷ rotated, each against its own limit (previous year). */
export const rotation = (context: ItemContext): Finding => {
  const { rules } = context;
  const eligible = fact(context, "rotationEligible");
  const rotated = fact(context, "rotated");
  const backbone = fact(context, "rotatedBackbone");
  const limits = { rotatedShare: rules.values["G11.rotatedShare"], backboneShare: rules.values["G11.backboneShare"] };
  // More may be rotated than are eligible: the county counts both in its own way.
  const rotation = atLeast(over(quantity(rotated), quantity(eligible)), quantity(limits.rotatedShare), shareDecimals(rules), rules);
  const check = allChecks([eligible === 0 ? open : rotation, singleShare(backbone, rotated, limits.backboneShare, rules)]);
  return finding(check, () => ({
    figures: {
      eligible,
      rotated,
      rotatedShare: shareOf(rotated, eligible),
      rotatedBackbone: backbone,
      backboneShare: shareOf(backbone, rotated),
    },
    limits,
    missing: missingFacts(context, ["rotationEligible", "rotated", "rotatedBackbone"]),
    contradictory: backbone > rotated ? [{ schoolCode: null, path: "facts.rotatedBackbone" }] : [],
  }));
};
