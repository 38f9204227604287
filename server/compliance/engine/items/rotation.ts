import { cellAt } from "../cells";
import { allChecks, atLeast, open, shareDecimals } from "./check";
import { type Finding, fact, finding, further, type Input, type ItemContext, inputOf, isPublic, missingFacts } from "./context";
import { over, quantity } from "./quantity";
import { shareOf, singleShare } from "./shares";

/** 专任教师 of the compulsory stages of a return; of the whole school where it does not tell the stages apart. */
const teachersAt = (context: ItemContext, row: number): number => {
  const { primary, junior } = context.columns.teachers;
  const stages = cellAt(primary.fullTime, row) + cellAt(junior.fullTime, row);
  return Number.isNaN(stages) ? further(context, "unsplitTeachers.fullTime", row) : stages;
};

/** 符合交流条件教师: as the county counts them, or all teachers of its public schools where the rules ask for all. */
const eligibleTeachers = (context: ItemContext): { readonly eligible: number; readonly missing: () => readonly Input[] } => {
  if (context.rules.values["G11.eligible"] === "reported") {
    return { eligible: fact(context, "rotationEligible"), missing: () => missingFacts(context, ["rotationEligible"]) };
  }
  const rows = context.ordinary.filter((row) => isPublic(context, row));
  let eligible = 0;
  for (const row of rows) eligible += teachersAt(context, row);
  const missing = () =>
    rows.filter((row) => Number.isNaN(teachersAt(context, row))).map((row) => inputOf(context, row, "unsplitTeachers.fullTime"));
  return { eligible, missing };
};

/** G11: rotated ÷ eligible and backbone ÷ rotated, each against its own limit (previous year). */
export const rotation = (context: ItemContext): Finding => {
  const { rules } = context;
  const { eligible, missing } = eligibleTeachers(context);
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
    missing: [...missing(), ...missingFacts(context, ["rotated", "rotatedBackbone"])],
    contradictory: backbone > rotated ? [{ schoolCode: null, path: "facts.rotatedBackbone" }] : [],
  }));
};
