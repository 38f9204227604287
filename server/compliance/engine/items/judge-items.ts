import type { Verdict } from "@server/compliance/contract";
import type { ItemId } from "@server/compliance/items-contract";
import type { CountyColumns } from "../columns";
import type { Inclusion } from "../inclusion";
import { perRules, type Rules } from "../rules-in-force";
import { nameOf } from "../verdicts";
import { classSize } from "./class-size";
import { contextOf, type Finding, type ItemContext } from "./context";
import { disabledChildren, migrantChildren, quotaPlaces, recognition } from "./county-shares";
import { declaredItem } from "./declared";
import { judgeEligibility } from "./eligibility";
import { extraVerdicts, judgeExtras } from "./extras";
import { itemResult } from "./item-result";
import { monitoring } from "./monitoring";
import { type FurtherVerdicts, type ItemsJudgement, vetoVerdict } from "./overall";
import { pay } from "./pay";
import { retention } from "./retention";
import { rotation } from "./rotation";
import { charters, moralEducation, trainingFunds } from "./school-findings";
import { schoolSize } from "./school-size";
import { smallSchoolFunds } from "./small-school-funds";
import { specialEducation } from "./special-education";
import { specialRooms } from "./special-rooms";
import { unifiedStandards } from "./standards";
import { certificates, training } from "./teachers";
import { judgeVetoes, vetoStates } from "./vetoes";
import { zoning } from "./zoning";

const judges: Readonly<Record<ItemId, (context: ItemContext) => Finding>> = {
  G1: (context) => declaredItem(context, ["G1.layout"]),
  G2: unifiedStandards,
  G3: specialRooms,
  G4: schoolSize,
  G5: classSize,
  G6: smallSchoolFunds,
  G7: specialEducation,
  G8: pay,
  G9: training,
  G10: (context) => declaredItem(context, ["G10.posts"]),
  G11: rotation,
  G12: certificates,
  G13: zoning,
  G14: quotaPlaces,
  G15: migrantChildren,
  Q1: retention,
  Q2: disabledChildren,
  Q3: charters,
  Q4: trainingFunds,
  Q5: (context) => declaredItem(context, ["Q5.informationTechnology"]),
  Q6: moralEducation,
  Q7: (context) => declaredItem(context, ["Q7.curriculum"]),
  Q8: (context) => declaredItem(context, ["Q8.homework"]),
  Q9: monitoring,
  X1: recognition,
};

/** One item on its own. */
export const judgeItem = (context: ItemContext, id: ItemId): ReturnType<typeof itemResult> => itemResult(context, id, judges[id](context));

const perItem = <T>(of: (id: ItemId) => T): Readonly<Record<ItemId, T>> => ({
  G1: of("G1"),
  G2: of("G2"),
  G3: of("G3"),
  G4: of("G4"),
  G5: of("G5"),
  G6: of("G6"),
  G7: of("G7"),
  G8: of("G8"),
  G9: of("G9"),
  G10: of("G10"),
  G11: of("G11"),
  G12: of("G12"),
  G13: of("G13"),
  G14: of("G14"),
  G15: of("G15"),
  Q1: of("Q1"),
  Q2: of("Q2"),
  Q3: of("Q3"),
  Q4: of("Q4"),
  Q5: of("Q5"),
  Q6: of("Q6"),
  Q7: of("Q7"),
  Q8: of("Q8"),
  Q9: of("Q9"),
  X1: of("X1"),
});

/**
 * Government assurance (15), education quality (9), social recognition, vetoes, eligibility and the indicators of
 * layers. G3 and G4 are asked of the counted schools, everything else of a school of every ordinary return.
 */
export const judgeItems = (columns: CountyColumns, inclusion: Inclusion, rules: Rules): ItemsJudgement => {
  const context = contextOf(columns, inclusion, rules);
  return {
    items: perItem((id) => judgeItem(context, id)),
    vetoes: judgeVetoes(context),
    eligibility: judgeEligibility(context),
    extras: judgeExtras(context),
  };
};

/** Items that ask nothing of the schools: what the county itself reports and states decides. */
const countyItems = ["G1", "G2", "G7", "G8", "G10", "G14", "G15", "Q2", "Q5", "Q7", "Q8", "Q9", "X1"] as const satisfies readonly ItemId[];

/** G11 asks the schools only where their teachers are counted. */
const countyItemsUnder = perRules(({ values }): readonly ItemId[] =>
  values["G11.eligible"] === "reported" ? [...countyItems, "G11"] : countyItems,
);

interface CountyVerdicts {
  readonly items: Readonly<Partial<Record<ItemId, Verdict>>>;
  readonly vetoes: readonly Verdict[];
}

const verdictOf = (context: ItemContext, id: ItemId): Verdict => nameOf(judges[id](context).check.deciding);

/** The facts of a county never change: what the rules of a day say of them is worked out once, however many futures share them. */
const knownOfCounty = new WeakMap<CountyColumns["countyFacts"], WeakMap<Rules, CountyVerdicts>>();

const countyVerdicts = (context: ItemContext): CountyVerdicts => {
  const { columns, rules } = context;
  const byRules = knownOfCounty.get(columns.countyFacts) ?? new WeakMap<Rules, CountyVerdicts>();
  const known = byRules.get(rules);
  if (known !== undefined) return known;
  const verdicts: CountyVerdicts = {
    items: Object.fromEntries(countyItemsUnder(rules).map((id) => [id, verdictOf(context, id)])),
    vetoes: vetoStates(context).map(vetoVerdict),
  };
  knownOfCounty.set(columns.countyFacts, byRules.set(rules, verdicts));
  return verdicts;
};

/** The verdicts of `judgeItems`; no reasons are drawn up. */
export const furtherVerdicts = (columns: CountyColumns, inclusion: Inclusion, rules: Rules): FurtherVerdicts => {
  const context = contextOf(columns, inclusion, rules);
  const { items, vetoes } = countyVerdicts(context);
  return {
    items: perItem((id) => items[id] ?? verdictOf(context, id)),
    vetoes,
    eligibility: judgeEligibility(context).verdict,
    extras: extraVerdicts(context),
  };
};
