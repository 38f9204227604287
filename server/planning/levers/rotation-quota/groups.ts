import type { Stage } from "@server/statistics/contract";
import { heldBy, type StaffIndicator, type StaffNeeds, type StaffSection, staffIndicators } from "../../engine/needs";
import { emptyGroup, moveGroup } from "../../engine/staff";
import { at, type CountyState, type TeacherField, teacherFields } from "../../engine/state";

/** Persons by attribute who move together. */
export type TeacherGroup = Record<TeacherField, number>;

/** A public section that may send or receive this year. */
export interface Party {
  readonly section: StaffSection;
  /** Own teachers at the school's row who are not guests from elsewhere. */
  readonly own: TeacherGroup;
  /** Persons by indicator at the section, guests and campuses included. */
  readonly held: Record<StaffIndicator, number>;
}

/** Teachers who go from one section to another in one year. */
export interface Flow {
  readonly from: Party;
  readonly to: Party;
  readonly group: TeacherGroup;
  /** Those of them who were teachers in the base year. */
  veterans: number;
}

/** Sections of a stage with what they hold now; guests (teachers on loan from elsewhere) cannot be sent on. */
export const partiesOf = (state: CountyState, stage: Stage, needs: StaffNeeds): readonly Party[] => {
  const parties: Party[] = [];
  const partyAt = new Map<number, Party>();
  for (const section of needs.sections[stage]) {
    if (!(section.pupils > 0)) continue;
    const own = emptyGroup();
    for (const field of teacherFields) own[field] = at(state.teachers[stage][field], section.row);
    const held = (indicator: StaffIndicator): number => heldBy(state, stage, section, needs.fields[indicator]);
    const party: Party = { section, own, held: { R1: held("R1"), R2: held("R2"), R3: held("R3") } };
    parties.push(party);
    partyAt.set(section.row, party);
  }
  for (const loan of state.loans) {
    const host = loan.stage === stage ? partyAt.get(loan.toRow) : undefined;
    if (host !== undefined) for (const field of teacherFields) host.own[field] = Math.max(0, host.own[field] - loan.group[field]);
  }
  return parties;
};

const tolerance = 1e-9;

/**
 * The group that a party sends when `persons` teachers are chosen for one indicator: all have its
 * attribute (R1 above required education, R2 backbone, R3 one of the subjects, in the section's own
 * proportion). Backbone teachers go only on the backbone quota. The other attributes go in proportion
 * to the section's mix, but never more of them than the section can spare above its own standard.
 * Null when the section has not enough such teachers, or could only send them by falling below a
 * standard.
 */
export const groupFrom = (party: Party, chosenFor: StaffIndicator, persons: number, fields: StaffNeeds["fields"]): TeacherGroup | null => {
  const { own, held, section } = party;
  const present = (indicator: StaffIndicator): number => fields[indicator].reduce((sum, field) => sum + own[field], 0);
  if (own.fullTime < persons - tolerance || present(chosenFor) < persons - tolerance) return null;
  const group = emptyGroup();
  group.fullTime = persons;
  for (const indicator of staffIndicators) {
    const owned = present(indicator);
    const spare = Math.max(0, held[indicator] - section.required[indicator]);
    let sent: number;
    if (indicator === chosenFor) {
      sent = persons;
      if (spare < persons - tolerance) return null;
    } else if (indicator === "R2") {
      sent = 0;
    } else {
      sent = Math.min((persons * owned) / own.fullTime, spare, owned);
    }
    const withoutAttribute = own.fullTime - owned;
    if (persons - sent > withoutAttribute + tolerance) return null;
    if (owned > 0) for (const field of fields[indicator]) group[field] = (sent * own[field]) / owned;
  }
  return group;
};

/** Books a move on both ends: the state and the parties' own figures. Answers how many base-year teachers moved. */
export const move = (
  state: CountyState,
  stage: Stage,
  from: Party,
  to: Party,
  group: TeacherGroup,
  fields: StaffNeeds["fields"],
): number => {
  const veterans = moveGroup(state, stage, from.section.row, to.section.row, group);
  for (const field of teacherFields) from.own[field] -= group[field];
  for (const indicator of staffIndicators) {
    const moved = fields[indicator].reduce((sum, field) => sum + group[field], 0);
    from.held[indicator] -= moved;
    to.held[indicator] += moved;
  }
  return veterans;
};
