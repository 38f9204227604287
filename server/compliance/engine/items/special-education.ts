import { atLeast, figureDecimals, met, open } from "./check";
import { type Finding, fact, finding, type ItemContext, missingFacts } from "./context";
import { nearest, over, quantity } from "./quantity";

/** G7: 特殊教育生均公用经费, county figure; without pupils there is nothing to fund. */
export const specialEducation = (context: ItemContext): Finding => {
  const { rules } = context;
  const funds = fact(context, "specialFundsYuan");
  const pupils = fact(context, "specialPupils");
  const limit = rules.values["G7.perPupil"];
  const perPupil = over(quantity(funds), quantity(pupils));
  const check = pupils === 0 ? met : Number.isNaN(perPupil.value) ? open : atLeast(perPupil, quantity(limit), figureDecimals(rules), rules);
  return finding(check, () => ({
    figures: { fundsYuan: funds, pupils, perPupilYuan: nearest(perPupil) },
    limits: { perPupilYuan: limit },
    missing: check === met ? [] : missingFacts(context, ["specialFundsYuan", "specialPupils"]),
  }));
};
