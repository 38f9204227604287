import { allChecks, met } from "./check";
import { type Finding, fact, finding, type ItemContext, missingFacts, missingStatements } from "./context";
import { statements } from "./declared";
import { shareOf, singleShare } from "./shares";

/** Items whose figures the county itself reports as one part of one whole. */

/** G14: 优质高中招生名额分配, and its tilt to rural junior schools, for which there is no number. */
export const quotaPlaces = (context: ItemContext): Finding => {
  const places = fact(context, "seniorPlaces");
  const quota = fact(context, "quotaPlaces");
  const rural = fact(context, "quotaRural");
  const limit = context.rules.values["G14.quotaShare"];
  return finding(allChecks([singleShare(quota, places, limit, context.rules), ...statements(context, ["G14.ruralTilt"])]), () => ({
    figures: { places, quota, quotaShare: shareOf(quota, places), quotaRural: rural, ruralShare: shareOf(rural, quota) },
    limits: { quotaShare: limit },
    missing: [...missingFacts(context, ["seniorPlaces", "quotaPlaces"]), ...missingStatements(context, ["G14.ruralTilt"])],
    contradictory: quota > places ? [{ schoolCode: null, path: "facts.quotaPlaces" }] : [],
  }));
};

/** G15: 留守儿童关爱体系, and eligible migrant children in public or purchased places. */
export const migrantChildren = (context: ItemContext): Finding => {
  const eligible = fact(context, "migrantEligible");
  const inPublic = fact(context, "migrantPublic");
  const inPurchased = fact(context, "migrantPurchased");
  const placed = inPublic + inPurchased;
  const limit = context.rules.values["G15.placedShare"];
  const nobody = eligible === 0 && !(placed > 0);
  const share = nobody ? met : singleShare(placed, eligible, limit, context.rules);
  return finding(allChecks([share, ...statements(context, ["G15.leftBehindCare"])]), () => ({
    figures: { eligible, inPublic, inPurchased, placed, placedShare: shareOf(placed, eligible) },
    limits: { placedShare: limit },
    missing: [
      ...(nobody ? [] : missingFacts(context, ["migrantEligible", "migrantPublic", "migrantPurchased"])),
      ...missingStatements(context, ["G15.leftBehindCare"]),
    ],
    contradictory: placed > eligible ? [{ schoolCode: null, path: "facts.migrantEligible" }] : [],
  }));
};

/** Q2: 残疾儿童少年入学率, the county's number. */
export const disabledChildren = (context: ItemContext): Finding => {
  const children = fact(context, "disabledChildren");
  const enrolled = fact(context, "disabledEnrolled");
  const inSpecialSchools = fact(context, "disabledInSpecialSchools");
  const limit = context.rules.values["Q2.enrolledShare"];
  const nobody = children === 0 && !(enrolled > 0);
  return finding(nobody ? met : singleShare(enrolled, children, limit, context.rules), () => ({
    figures: {
      children,
      enrolled,
      enrolledShare: shareOf(enrolled, children),
      inSpecialSchools,
      specialShare: shareOf(inSpecialSchools, enrolled),
    },
    limits: { enrolledShare: limit },
    missing: nobody ? [] : missingFacts(context, ["disabledChildren", "disabledEnrolled"]),
    contradictory: enrolled > children ? [{ schoolCode: null, path: "facts.disabledEnrolled" }] : [],
  }));
};

/** X1: 社会认可度, satisfied among the valid questionnaires. */
export const recognition = (context: ItemContext): Finding => {
  const { all, parents } = context.columns.countyFacts.survey;
  const number = (value: number | null): number => value ?? Number.NaN;
  const [valid, satisfied] = [number(all.valid), number(all.satisfied)];
  const limit = context.rules.values["X1.satisfiedShare"];
  return finding(singleShare(satisfied, valid, limit, context.rules), () => ({
    figures: {
      sent: number(all.sent),
      valid,
      satisfied,
      satisfiedShare: shareOf(satisfied, valid),
      visited: number(all.visited),
      visitedSatisfied: number(all.visitedSatisfied),
      visitedShare: shareOf(number(all.visitedSatisfied), number(all.visited)),
      parentsSent: number(parents.sent),
      parentsValid: number(parents.valid),
      parentsSatisfied: number(parents.satisfied),
      parentsShare: shareOf(number(parents.satisfied), number(parents.valid)),
      parentsVisited: number(parents.visited),
      parentsVisitedSatisfied: number(parents.visitedSatisfied),
      parentsVisitedShare: shareOf(number(parents.visitedSatisfied), number(parents.visited)),
    },
    limits: { satisfiedShare: limit },
    missing: (["valid", "satisfied"] as const)
      .filter((key) => all[key] === null)
      .map((key) => ({ schoolCode: null, path: `survey.all.${key}` })),
    contradictory: satisfied > valid ? [{ schoolCode: null, path: "survey.all.satisfied" }] : [],
  }));
};
