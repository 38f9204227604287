import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import type { Lever, Projection } from "@server/planning/contract";
import { checkLevers, leverOutlines } from "@server/planning/engine/index";
import { inOrder, questionOf, simulate } from "@server/planning/engine/simulate";
import type { CountyState } from "@server/planning/engine/state";
import type { CountyDataset } from "@server/statistics/contract";
import { unreportedCounty, unreportedSchool } from "@server/statistics/facts-contract";
import { county, lever, scenario, school } from "./county";

/*
 * One lever in a county in which nothing changes by itself, from 2026 to 2030. Primary schools 1001 (rural, in a dense
 * centre by the return), 1002 and 1003 (民办), a junior school 2001, 20 pupils a grade. Everywhere 10 teachers, 5 with a higher
 * degree, 2 backbone, 1 of music, 8 with a certificate, 6 with 360 hours; 1000 m², 50 万元 of equipment, 8 multimedia rooms;
 * public funds 12 万元, of them 0.3 for training.
 */
const grades = [20, 20, 20, 20, 20, 20] satisfies [number, number, number, number, number, number];
const staff = { fullTime: 10, aboveRequiredEducation: 5, backbone: 2, music: 1 };
const reported = {
  ...unreportedSchool(),
  specialRooms: { music96: 1, music73: 0, music61: 0, music54: 0, art90: 1, art67: 0, art61: 0, art54: 0 },
  money: { publicFundsBudgetWan: 12, publicFundsActualWan: 12, trainingBudgetWan: 0.3, trainingActualWan: 0.3 },
  staff: { ...unreportedSchool().staff, certified: 8, trained360: 6 },
};
const plain = (code: string) => ({ ...school({ code, primary: grades, primaryTeachers: staff }), ...reported });
const base = county([
  { ...plain("1001"), locality: "rural", conditions: { ...reported.conditions, denseCentre: true } },
  plain("1002"),
  { ...plain("1003"), ownerCode: 10 },
  { ...school({ code: "2001", junior: [20, 20, 20], juniorTeachers: staff }), ...reported },
]);
const facts = { specialPupils: 20, specialFundsYuan: 100_000, teacherPayWan: 9, civilServantPayWan: 10, quotaPlaces: 100 };
const dataset: CountyDataset = { ...base, county: { ...base.county, facts: { ...unreportedCounty().facts, ...facts } } };

/** A figure of the county in one year; `row` finds a school's. */
type Read = (state: CountyState, row: (code: string) => number) => number | undefined;

/** A figure in each of the years 2026 to 2030. */
export const figures = (own: Lever, read: Read, ...others: readonly Lever[]): readonly (number | undefined)[] => {
  const levers = [own, ...others];
  const document = scenario({ horizonYears: 4, levers });
  const question = questionOf(dataset, document);
  const found: (number | undefined)[] = [];
  simulate(question, inOrder(levers), quality2017, (state) => {
    found.push(read(state, (code) => question.rowOf.get(code) ?? -1));
  });
  return found;
};

/** What it costs among other levers in each of the years 2026 to 2030: 万元 at once and 万元 of the year. */
export const money = (own: Lever, ...others: readonly Lever[]): readonly (readonly [number, number])[] => {
  const found: [number, number][] = [];
  const cents = (amount: number): number => Math.round(amount * 1e6) / 1e6;
  const [bound] = inOrder([own]);
  const levers = [own, ...others];
  simulate(questionOf(dataset, scenario({ horizonYears: 4, levers })), inOrder(levers), quality2017, (state, prices) => {
    const cost = bound?.cost({ year: state.year, prices, state });
    found.push([cents(cost?.capitalWan ?? Number.NaN), cents(cost?.recurrentWan ?? Number.NaN)]);
  });
  return found;
};

/** Why it is refused among other levers: the field and the key of the reason. */
export const refusals = (own: Lever, ...others: readonly Lever[]): readonly string[] =>
  checkLevers(dataset, scenario({ horizonYears: 4, levers: [own, ...others] }))
    .filter(({ path }) => path.startsWith("levers.0."))
    .map(({ path, message }) => `${path.replace("levers.0.", "")} ${message.replace("planning.issues.", "")}`);

/** Closes a school in 2027. */
export const closing = (schoolCode: string): Lever => lever("close_school", { schoolCode, targets: [{ schoolCode: "1002", share: 1 }] });

/** What it says of itself. */
export const summaryOf = (own: Lever): Projection["levers"][number]["summary"] | undefined =>
  leverOutlines(scenario({ levers: [own] }))[0]?.summary;
