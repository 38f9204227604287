import type { StaffNeeds } from "../../engine/needs";
import { addGroup, emptyGroup } from "../../engine/staff";
import { at, type Column, type TeacherField } from "../../engine/state";
import type { Flow, Parties, TeacherGroup } from "./groups";

/** Backbone teachers, or all the others. */
export type ExchangeKind = "backbone" | "others";

const tolerance = 1e-9;

const stockOf = ({ own }: Parties, party: number, kind: ExchangeKind): number =>
  kind === "backbone" ? at(own.backbone, party) : at(own.fullTime, party) - at(own.backbone, party);

/** Teachers alike in every attribute: each end gives what it gets. */
const equalGroup = (
  { own }: Parties,
  left: number,
  right: number,
  kind: ExchangeKind,
  persons: number,
  fields: StaffNeeds["fields"],
): TeacherGroup => {
  const group = emptyGroup();
  group.fullTime = persons;
  if (kind === "backbone") group.backbone = persons;
  const share = (party: number, field: TeacherField): number => at(own[field], party) / at(own.fullTime, party);
  for (const field of fields.R1) {
    const most = Math.max(share(left, field), share(right, field));
    group[field] = Math.min(persons, persons * most, at(own[field], left), at(own[field], right));
  }
  for (const field of fields.R3) group[field] = persons * Math.min(share(left, field), share(right, field));
  return group;
};

/** The two parties with the highest scores among those that still have the step; −1 where there is none. */
const nextPair = (scores: Column, present: Column, step: number): { readonly first: number; readonly second: number } => {
  let first = -1;
  let second = -1;
  let firstScore = -1;
  let secondScore = -1;
  for (let party = 0; party < present.length; party += 1) {
    if (at(present, party) < step - tolerance) continue;
    const score = at(scores, party);
    if (score > firstScore) {
      second = first;
      secondScore = firstScore;
      first = party;
      firstScore = score;
    } else if (score > secondScore) {
      second = party;
      secondScore = score;
    }
  }
  return { first, second };
};

/**
 * 对等交流: the part of the quota for which no useful move is left is rotated in even exchanges between
 * pairs of sections, which counts as rotation and costs its subsidy but changes no indicator. Pairs
 * are chosen so that sections take part in proportion to the teachers of the kind whom they have at
 * home. Returns the persons for whom no partner is left.
 */
export const exchangeEvenly = (
  parties: Parties,
  kind: ExchangeKind,
  persons: number,
  fields: StaffNeeds["fields"],
  book: (flow: Flow) => void,
): number => {
  const stock = Float64Array.from(parties.sections, (_, party) => stockOf(parties, party, kind));
  const present = stock.slice();
  const sent = new Float64Array(stock.length);
  // Those who were there for each who has gone.
  const scores = stock.slice();
  let remaining = persons;
  while (remaining > tolerance) {
    const step = Math.min(1, remaining / 2);
    const { first, second } = nextPair(scores, present, step);
    if (first < 0 || second < 0) return remaining;
    const group = equalGroup(parties, first, second, kind, step, fields);
    for (const party of [first, second]) {
      addGroup(parties.own, party, group, -1);
      present[party] = stockOf(parties, party, kind);
      sent[party] = at(sent, party) + step;
      scores[party] = at(stock, party) / (at(sent, party) + 1);
    }
    book({ from: first, to: second, group, veterans: 0 });
    book({ from: second, to: first, group, veterans: 0 });
    remaining -= 2 * step;
  }
  return 0;
};
