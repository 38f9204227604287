import type { StaffNeeds } from "../../engine/needs";
import { emptyGroup } from "../../engine/staff";
import { at, teacherFields } from "../../engine/state";
import type { Flow, Party, TeacherGroup } from "./groups";

/** Backbone teachers, or all the others. */
export type ExchangeKind = "backbone" | "others";

const tolerance = 1e-9;

const stockOf = (party: Party, kind: ExchangeKind): number =>
  kind === "backbone" ? party.own.backbone : party.own.fullTime - party.own.backbone;

/** Teachers alike in every attribute: each end gives what it gets. */
const equalGroup = (left: Party, right: Party, kind: ExchangeKind, persons: number, fields: StaffNeeds["fields"]): TeacherGroup => {
  const group = emptyGroup();
  group.fullTime = persons;
  if (kind === "backbone") group.backbone = persons;
  const share = (party: Party, field: (typeof teacherFields)[number]): number => party.own[field] / party.own.fullTime;
  for (const field of fields.R1) {
    group[field] = Math.min(persons * Math.max(share(left, field), share(right, field)), left.own[field], right.own[field]);
  }
  for (const field of fields.R3) group[field] = persons * Math.min(share(left, field), share(right, field));
  return group;
};

/**
 * 对等交流: the part of the quota for which no useful move is left is rotated in even exchanges between
 * pairs of sections, which counts as rotation and costs its subsidy but changes no indicator. Pairs
 * are chosen so that sections take part in proportion to the teachers of the kind whom they have at
 * home. Returns the persons for whom no partner is left.
 */
export const exchangeEvenly = (
  parties: readonly Party[],
  kind: ExchangeKind,
  persons: number,
  fields: StaffNeeds["fields"],
  book: (flow: Flow) => void,
): number => {
  const stock = Float64Array.from(parties, (party) => stockOf(party, kind));
  const present = stock.slice();
  const sent = new Float64Array(parties.length);
  let remaining = persons;
  while (remaining > tolerance) {
    const step = Math.min(1, remaining / 2);
    let first = -1;
    let second = -1;
    let firstScore = -1;
    let secondScore = -1;
    for (let i = 0; i < present.length; i += 1) {
      if (at(present, i) < step - tolerance) continue;
      const score = at(stock, i) / (at(sent, i) + 1);
      if (score > firstScore) {
        second = first;
        secondScore = firstScore;
        first = i;
        firstScore = score;
      } else if (score > secondScore) {
        second = i;
        secondScore = score;
      }
    }
    const left = parties[first];
    const right = parties[second];
    if (left === undefined || right === undefined) return remaining;
    const group = equalGroup(left, right, kind, step, fields);
    for (const field of teacherFields) {
      left.own[field] -= group[field];
      right.own[field] -= group[field];
    }
    present[first] = stockOf(left, kind);
    present[second] = stockOf(right, kind);
    book({ from: left, to: right, group: { ...group }, veterans: 0 });
    book({ from: right, to: left, group, veterans: 0 });
    sent[first] = at(sent, first) + step;
    sent[second] = at(sent, second) + step;
    remaining -= 2 * step;
  }
  return 0;
};
