import type { Stage } from "@server/statistics/contract";
import type { StaffIndicator, StaffNeeds } from "../../engine/needs";
import { at, type CountyState } from "../../engine/state";
import { type ExchangeKind, exchangeEvenly } from "./exchange";
import { type Flow, groupFrom, move, type Parties, type TeacherGroup } from "./groups";

export interface Departures {
  readonly flows: readonly Flow[];
  /** Persons of each quota who were exchanged evenly, since no useful move was left. */
  readonly exchanged: Readonly<Record<ExchangeKind, number>>;
  /** Persons of each quota who could not be rotated at all. */
  readonly unfilled: Readonly<Record<ExchangeKind, number>>;
}

interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly group: TeacherGroup;
  readonly deficit: number;
}

const tolerance = 1e-9;

/** Persons of an indicator that a party has beyond its level: its standard, or more where so many a pupil are more. */
const surplusOf = ({ held, required, pupils }: Parties, indicator: StaffIndicator, perPupil: number) => {
  const [own, least] = [held[indicator], required[indicator]];
  return (party: number): number => at(own, party) - Math.max(at(least, party), perPupil * at(pupils, party));
};

/** Largest surplus among the parties that can send the step without harm; first of equals by school code. */
const donorFor = (
  parties: Parties,
  host: number,
  indicator: StaffIndicator,
  surplusAt: (party: number) => number,
  step: number,
  fields: StaffNeeds["fields"],
): { readonly party: number; readonly group: TeacherGroup } | null => {
  const refused = new Set<number>();
  for (;;) {
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (let party = 0; party < parties.pupils.length; party += 1) {
      const surplus = surplusAt(party);
      if (surplus > most && surplus >= step - tolerance && party !== host && !refused.has(party)) {
        best = party;
        most = surplus;
      }
    }
    if (best < 0) return null;
    const group = groupFrom(parties, best, indicator, step, fields);
    if (group !== null) return { party: best, group };
    refused.add(best);
  }
};

/** The party that lacks most of an indicator, more than `leastDeficit`, and who can send it somebody. */
const candidateFor = (
  parties: Parties,
  indicator: StaffIndicator,
  perPupil: number,
  leastDeficit: number,
  step: number,
  fields: StaffNeeds["fields"],
): Candidate | null => {
  const surplusAt = surplusOf(parties, indicator, perPupil);
  let host = -1;
  let deficit = leastDeficit;
  for (let party = 0; party < parties.pupils.length; party += 1) {
    const lacking = -surplusAt(party);
    if (lacking > deficit + tolerance) {
      host = party;
      deficit = lacking;
    }
  }
  if (host < 0) return null;
  const donor = donorFor(parties, host, indicator, surplusAt, step, fields);
  return donor === null ? null : { from: donor.party, to: host, group: donor.group, deficit };
};

/** Persons a pupil over all parties. */
const meanOf = ({ held, pupils }: Parties, indicator: StaffIndicator): number => {
  const own = held[indicator];
  let persons = 0;
  let children = 0;
  for (let party = 0; party < own.length; party += 1) {
    persons += at(own, party);
    children += at(pupils, party);
  }
  return persons / children;
};

/** Best next move for one of the indicators: first towards the standard, then towards the county's mean. */
const nextMove = (
  parties: Parties,
  indicators: readonly StaffIndicator[],
  step: number,
  fields: StaffNeeds["fields"],
): Candidate | null => {
  const best = (perPupilOf: (indicator: StaffIndicator) => number, leastDeficit: number): Candidate | null => {
    let chosen: Candidate | null = null;
    for (const indicator of indicators) {
      const candidate = candidateFor(parties, indicator, perPupilOf(indicator), leastDeficit, step, fields);
      if (candidate !== null && (chosen === null || candidate.deficit > chosen.deficit + tolerance)) chosen = candidate;
    }
    return chosen;
  };
  return best(() => 0, 0) ?? best((indicator) => meanOf(parties, indicator), step / 2);
};

const bothGroups = (one: TeacherGroup, other: TeacherGroup): TeacherGroup => ({
  fullTime: one.fullTime + other.fullTime,
  aboveRequiredEducation: one.aboveRequiredEducation + other.aboveRequiredEducation,
  backbone: one.backbone + other.backbone,
  physicalEducation: one.physicalEducation + other.physicalEducation,
  music: one.music + other.music,
  art: one.art + other.art,
  integratedArts: one.integratedArts + other.integratedArts,
});

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
  parties: Parties,
  fields: StaffNeeds["fields"],
  quota: Readonly<Record<ExchangeKind, number>>,
): Departures => {
  const flows = new Map<number, Flow>();
  const book = (flow: Flow): void => {
    const key = flow.from * parties.sections.length + flow.to;
    const booked = flows.get(key);
    flows.set(
      key,
      booked === undefined ? flow : { ...flow, group: bothGroups(booked.group, flow.group), veterans: booked.veterans + flow.veterans },
    );
  };
  const fill = (kind: ExchangeKind, indicators: readonly StaffIndicator[]): { readonly exchanged: number; readonly unfilled: number } => {
    let remaining = quota[kind];
    while (remaining > tolerance) {
      const next = nextMove(parties, indicators, Math.min(1, remaining), fields);
      if (next === null) break;
      book({ ...next, veterans: move(state, stage, parties, next, fields) });
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
