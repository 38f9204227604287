import type { Stage } from "@server/statistics/contract";
import type { StaffIndicator, StaffNeeds } from "../../engine/needs";
import { emptyGroup } from "../../engine/staff";
import { type CountyState, teacherFields } from "../../engine/state";
import { type ExchangeKind, exchangeEvenly } from "./exchange";
import { type Flow, groupFrom, move, type Party, type TeacherGroup } from "./groups";

export interface Departures {
  readonly flows: readonly Flow[];
  /** Persons of each quota who were exchanged evenly, since no useful move was left. */
  readonly exchanged: Readonly<Record<ExchangeKind, number>>;
  /** Persons of each quota who could not be rotated at all. */
  readonly unfilled: Readonly<Record<ExchangeKind, number>>;
}

interface Candidate {
  readonly from: Party;
  readonly to: Party;
  readonly group: TeacherGroup;
  readonly indicator: StaffIndicator;
  readonly deficit: number;
}

const tolerance = 1e-9;

/** Level that surplus and deficit are measured against, persons per pupil. */
type Level = (party: Party) => number;

/** Largest surplus among the parties that can send the step without harm; first of equals by school code. */
const donorFor = (
  parties: readonly Party[],
  host: Party,
  indicator: StaffIndicator,
  level: Level,
  step: number,
  fields: StaffNeeds["fields"],
): { readonly party: Party; readonly group: TeacherGroup } | null => {
  const refused = new Set<Party>();
  for (;;) {
    let best: Party | null = null;
    let most = Number.NEGATIVE_INFINITY;
    for (const party of parties) {
      const surplus = party.held[indicator] - level(party);
      if (surplus > most && surplus >= step - tolerance && party !== host && !refused.has(party)) {
        best = party;
        most = surplus;
      }
    }
    if (best === null) return null;
    const group = groupFrom(best, indicator, step, fields);
    if (group !== null) return { party: best, group };
    refused.add(best);
  }
};

const candidateFor = (
  parties: readonly Party[],
  indicator: StaffIndicator,
  level: Level,
  leastDeficit: number,
  step: number,
  fields: StaffNeeds["fields"],
): Candidate | null => {
  let host: Party | null = null;
  let deficit = leastDeficit;
  for (const party of parties) {
    const lacking = level(party) - party.held[indicator];
    if (lacking > deficit + tolerance) {
      host = party;
      deficit = lacking;
    }
  }
  if (host === null) return null;
  const donor = donorFor(parties, host, indicator, level, step, fields);
  return donor === null ? null : { from: donor.party, to: host, group: donor.group, indicator, deficit };
};

/** Best next move for one of the indicators: first towards the standard, then towards the county's mean. */
const nextMove = (
  parties: readonly Party[],
  indicators: readonly StaffIndicator[],
  step: number,
  fields: StaffNeeds["fields"],
): Candidate | null => {
  const best = (levelOf: (indicator: StaffIndicator) => Level, leastDeficit: number): Candidate | null => {
    let chosen: Candidate | null = null;
    for (const indicator of indicators) {
      const candidate = candidateFor(parties, indicator, levelOf(indicator), leastDeficit, step, fields);
      if (candidate !== null && (chosen === null || candidate.deficit > chosen.deficit + tolerance)) chosen = candidate;
    }
    return chosen;
  };
  const standard =
    (indicator: StaffIndicator): Level =>
    (party) =>
      party.section.required[indicator];
  const levelling = (indicator: StaffIndicator): Level => {
    let held = 0;
    let pupils = 0;
    for (const party of parties) {
      held += party.held[indicator];
      pupils += party.section.pupils;
    }
    return (party) => Math.max(party.section.required[indicator], (held / pupils) * party.section.pupils);
  };
  return best(standard, 0) ?? best(levelling, step / 2);
};

/**
 * Chooses the year's moves within one stage and books them. Teachers go one by one (a last fraction
 * as such) from the largest surplus to the largest deficit, in persons:
 * first where a section is below its standard; when no such move is left, from sections above the
 * county's mean to sections below it by more than half the step, which lowers the coefficient of
 * variation; what is then left of the quota is exchanged evenly. The backbone quota looks at R2, the
 * rest at R3 and R1, whichever lacks more. No sender falls below a standard.
 */
export const departures = (
  state: CountyState,
  stage: Stage,
  parties: readonly Party[],
  fields: StaffNeeds["fields"],
  quota: Readonly<Record<ExchangeKind, number>>,
): Departures => {
  const flows = new Map<string, Flow>();
  const book = ({ from, to, group, veterans }: Flow): void => {
    const key = `${from.section.code}>${to.section.code}`;
    const flow = flows.get(key) ?? { from, to, group: emptyGroup(), veterans: 0 };
    flow.veterans += veterans;
    for (const field of teacherFields) flow.group[field] += group[field];
    flows.set(key, flow);
  };
  const fill = (kind: ExchangeKind, indicators: readonly StaffIndicator[]): { readonly exchanged: number; readonly unfilled: number } => {
    let remaining = quota[kind];
    while (remaining > tolerance) {
      const next = nextMove(parties, indicators, Math.min(1, remaining), fields);
      if (next === null) break;
      book({ ...next, veterans: move(state, stage, next.from, next.to, next.group, fields) });
      remaining -= next.group.fullTime;
    }
    if (remaining <= tolerance) return { exchanged: 0, unfilled: 0 };
    const unfilled = exchangeEvenly(parties, kind, remaining, fields, book);
    return { exchanged: remaining - unfilled, unfilled };
  };
  const backbone = fill("backbone", ["R2"]);
  const others = fill("others", ["R3", "R1"]);
  return {
    flows: [...flows.values()],
    exchanged: { backbone: backbone.exchanged, others: others.exchanged },
    unfilled: { backbone: backbone.unfilled, others: others.unfilled },
  };
};
