import { type CountyColumns, columnsOfDataset } from "@server/compliance/engine/index";
import type { CountyDataset, Stage } from "@server/statistics/contract";
import { privateOwner } from "../../engine/needs";
import { at, type Column, type CountyState, pupilsAt } from "../../engine/state";
import { raisedColumn } from "../funds";
import { differenceFacts, levelFacts, shareFacts } from "./form";

/**
 * Results of the county that no key of its own holds: shares in percent, monitored levels (1 to 4) and differences in
 * percent. X1 and Q9 stand in the county's own figures; Q1 and G13 are added up from its schools.
 */
export type ResultFact = (typeof shareFacts)[number] | (typeof levelFacts)[number] | (typeof differenceFacts)[number];
type LevelFact = (typeof levelFacts)[number];
type DifferenceFact = (typeof differenceFacts)[number];
type CountyFacts = CountyState["countyFacts"];
type Monitored = CountyFacts["monitoring"][number];

const isOneOf = <T extends string>(list: readonly T[], fact: string): fact is T => (list as readonly string[]).includes(fact);
export const isResult = (fact: string): fact is ResultFact =>
  isOneOf(shareFacts, fact) || isOneOf(levelFacts, fact) || isOneOf(differenceFacts, fact);

/** Least and largest value that the fact can have. */
export const rangeOf = (fact: ResultFact): readonly [number, number] => (isOneOf(levelFacts, fact) ? [1, 4] : [0, 100]);

/** Twelve digits: what arithmetic leaves beyond them says nothing. */
const clean = (value: number): number => Number(value.toPrecision(12));
const percent = (part: number, whole: number): number => (whole > 0 ? clean((100 * part) / whole) : Number.NaN);
const sumOf = (rows: readonly number[], figure: (row: number) => number): number => rows.reduce((sum, row) => sum + figure(row), 0);

const subjectOf = (fact: LevelFact | DifferenceFact): Monitored["subject"] => fact.slice(fact.lastIndexOf(".") + 1) as Monitored["subject"];
const inZonePath = { primary: "enrolment.inZonePrimary", junior: "enrolment.inZoneJunior" } as const;
const entrantPaths = {
  primary: ["enrolment.entrantsPrimary", "enrolment.entrantsInZonePrimary"],
  junior: ["enrolment.entrantsJunior", "enrolment.entrantsInZoneJunior"],
} as const;

/** In-zone pupils of the urban and town public schools that do not board, of all their pupils. */
const inZoneShare = ({ schools, pupils, further }: CountyColumns, stage: Stage): number => {
  const rows = schools.flatMap(({ locality, ownerCode }, row) =>
    at(pupils[stage], row) !== 0 && locality !== "rural" && ownerCode !== privateOwner && at(further["conditions.boarding"], row) !== 1
      ? [row]
      : [],
  );
  return percent(
    sumOf(rows, (row) => at(further[inZonePath[stage]], row)),
    sumOf(rows, (row) => at(pupils[stage], row)),
  );
};

/** (Graduates − transferred in + transferred out) ÷ (entrants − died) over the schools with a junior stage. */
const retentionShare = ({ pupils, further }: CountyColumns): number => {
  const rows = Array.from(pupils.junior.keys()).filter((row) => at(pupils.junior, row) !== 0);
  const of = (field: "graduates" | "entrants" | "transferredIn" | "transferredOut" | "died") =>
    sumOf(rows, (row) => at(further[`retention.${field}`], row));
  return percent(of("graduates") - of("transferredIn") + of("transferredOut"), of("entrants") - of("died"));
};

/** A result of the base year, from which a line sets out; NaN where it is not reported. */
export const reportedResult = (base: CountyColumns, fact: ResultFact): number => {
  const { survey, monitoring } = base.countyFacts;
  switch (fact) {
    case "X1.satisfiedShare":
      return percent(survey.all.satisfied ?? Number.NaN, survey.all.valid ?? Number.NaN);
    case "Q1.retentionShare":
      return retentionShare(base);
    case "G13.inZoneShare.primary":
      return inZoneShare(base, "primary");
    case "G13.inZoneShare.junior":
      return inZoneShare(base, "junior");
    default: {
      const result = monitoring.find(({ subject }) => subject === subjectOf(fact));
      return isOneOf(levelFacts, fact) ? (result?.level ?? Number.NaN) : percent(result?.differenceRate ?? Number.NaN, 1);
    }
  }
};

/** The same of a dataset. */
export const resultOfDataset = (dataset: CountyDataset, fact: ResultFact): number => reportedResult(columnsOfDataset(dataset), fact);

/**
 * So many percent of a whole. What arithmetic loses must not read as a share that is missed: a part with many digits is a
 * billionth larger, though never more than all.
 */
const partOf = (whole: number, share: number): number => {
  const part = clean((whole * share) / 100);
  const isShort = (figure: number): boolean => Number(figure.toPrecision(6)) === figure;
  return isShort(whole) && isShort(part) ? part : Math.min(whole, clean(part * (1 + 1e-9)));
};

const setRetention = (state: CountyState, share: number): void => {
  const entrants = raisedColumn(state, "retention.entrants");
  const graduates = raisedColumn(state, "retention.graduates");
  const died = raisedColumn(state, "retention.died");
  const moved = [raisedColumn(state, "retention.transferredIn"), raisedColumn(state, "retention.transferredOut"), died];
  for (let row = 0; row < entrants.length; row += 1) {
    if (pupilsAt(state, "junior", row) === 0) continue;
    const reported = at(entrants, row) - at(died, row);
    const leaving = at(state.pupils.junior[2] ?? entrants, row);
    // A school of which neither is known takes no part.
    const whole = [reported, leaving].find((persons) => persons > 0) ?? 0;
    entrants[row] = whole;
    graduates[row] = partOf(whole, share);
    for (const column of moved) column[row] = 0;
  }
};

const setParts = (state: CountyState, part: Column, wholeOf: (row: number) => number, stage: Stage, share: number): void => {
  for (let row = 0; row < part.length; row += 1) {
    if (state.taught[stage][row] === 1) part[row] = partOf(wholeOf(row), share);
  }
};

const setInZone = (state: CountyState, stage: Stage, share: number): void => {
  const [all, inZone] = entrantPaths[stage];
  const entrants = raisedColumn(state, all);
  for (let row = 0; row < entrants.length; row += 1) {
    if (Number.isNaN(at(entrants, row))) entrants[row] = at(state.pupils[stage][0] ?? entrants, row);
  }
  setParts(state, raisedColumn(state, inZonePath[stage]), (row) => pupilsAt(state, stage, row), stage, share);
  setParts(state, raisedColumn(state, inZone), (row) => at(entrants, row), stage, share);
};

const monitored = ({ monitoring }: CountyFacts, fact: LevelFact | DifferenceFact, value: number): CountyFacts["monitoring"] => {
  const subject = subjectOf(fact);
  const before = monitoring.find((result) => result.subject === subject) ?? { subject, level: null, differenceRate: null };
  // A level is reached whole or not at all.
  const now = isOneOf(levelFacts, fact) ? { ...before, level: Math.floor(value) } : { ...before, differenceRate: clean(value / 100) };
  return [...monitoring.filter((result) => result.subject !== subject), now];
};

/** Puts a result in the place of what the year would have without: of the county, or of every school alike. */
export const setResult = (state: CountyState, fact: ResultFact, value: number): void => {
  const { countyFacts } = state;
  const exact = clean(value);
  switch (fact) {
    case "X1.satisfiedShare": {
      // Of every hundred valid questionnaires; nothing is known of how many there will be.
      const all = { sent: null, valid: 100, satisfied: exact, visited: null, visitedSatisfied: null };
      state.countyFacts = { ...countyFacts, survey: { ...countyFacts.survey, all } };
      return;
    }
    case "Q1.retentionShare":
      setRetention(state, exact);
      return;
    case "G13.inZoneShare.primary":
      setInZone(state, "primary", exact);
      return;
    case "G13.inZoneShare.junior":
      setInZone(state, "junior", exact);
      return;
    default:
      state.countyFacts = { ...countyFacts, monitoring: monitored(countyFacts, fact, exact) };
  }
};
