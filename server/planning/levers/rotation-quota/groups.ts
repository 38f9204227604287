import type { Stage } from "@server/statistics/contract";
import { heldBy, type StaffIndicator, type StaffNeeds, type StaffSection, staffIndicators } from "../../engine/needs";
import { addGroup, emptyGroup, moveGroup } from "../../engine/staff";
import { add, at, type Column, type CountyState, type TeacherField, type TeacherGroupOf } from "../../engine/state";

/** Persons by attribute who move together. */
export type TeacherGroup = Record<TeacherField, number>;

/** The public sections of a stage that may send or receive this year; a party is its place among them, and in every column. */
export interface Parties {
  readonly sections: readonly StaffSection[];
  readonly pupils: Column;
  /** Own teachers at the school's row who are not guests from elsewhere. */
  readonly own: TeacherGroupOf<Column>;
  /** Persons by indicator at the section, guests and campuses included. */
  readonly held: Readonly<Record<StaffIndicator, Column>>;
  /** Persons that the standard asks for. */
  readonly required: Readonly<Record<StaffIndicator, Column>>;
}

/** Teachers who go from one party to another in one year. */
export interface Flow {
  readonly from: number;
  readonly to: number;
  readonly group: TeacherGroup;
  /** Those of them who were teachers in the base year. */
  readonly veterans: number;
}

const columnFrom = (sections: readonly StaffSection[], figureOf: (section: StaffSection) => number): Column => {
  const column = new Float64Array(sections.length);
  sections.forEach((section, party) => {
    column[party] = figureOf(section);
  });
  return column;
};

/** What a party has of its own when a guest is left out. */
const without = (own: Column, party: number, guests: number): void => {
  own[party] = Math.max(0, at(own, party) - guests);
};

/** Sections of a stage with what they hold now; guests (teachers on loan from elsewhere) cannot be sent on. */
export const partiesOf = (state: CountyState, stage: Stage, needs: StaffNeeds): Parties => {
  const sections = needs.sections[stage].filter(({ pupils }) => pupils > 0);
  const partyAt = new Map(sections.map(({ row }, party) => [row, party]));
  const ownOf = (field: TeacherField): Column => {
    const present = state.teachers[stage][field];
    return columnFrom(sections, ({ row }) => at(present, row));
  };
  const own = {
    fullTime: ownOf("fullTime"),
    aboveRequiredEducation: ownOf("aboveRequiredEducation"),
    backbone: ownOf("backbone"),
    physicalEducation: ownOf("physicalEducation"),
    music: ownOf("music"),
    art: ownOf("art"),
    integratedArts: ownOf("integratedArts"),
  };
  for (const { stage: of, toRow, group } of state.loans) {
    const host = of === stage ? partyAt.get(toRow) : undefined;
    if (host === undefined) continue;
    without(own.fullTime, host, group.fullTime);
    without(own.aboveRequiredEducation, host, group.aboveRequiredEducation);
    without(own.backbone, host, group.backbone);
    without(own.physicalEducation, host, group.physicalEducation);
    without(own.music, host, group.music);
    without(own.art, host, group.art);
    without(own.integratedArts, host, group.integratedArts);
  }
  const heldOf = (indicator: StaffIndicator): Column => heldBy(state, stage, sections, needs.fields[indicator]);
  const requiredOf = (indicator: StaffIndicator): Column => columnFrom(sections, ({ required }) => required[indicator]);
  return {
    sections,
    pupils: columnFrom(sections, ({ pupils }) => pupils),
    own,
    held: { R1: heldOf("R1"), R2: heldOf("R2"), R3: heldOf("R3") },
    required: { R1: requiredOf("R1"), R2: requiredOf("R2"), R3: requiredOf("R3") },
  };
};

const tolerance = 1e-9;

/** Own teachers of a party who have one of the attributes. */
const ownWith = ({ own }: Parties, party: number, fields: readonly TeacherField[]): number => {
  let persons = 0;
  for (const field of fields) persons += at(own[field], party);
  return persons;
};

/**
 * The group that a party sends when `persons` teachers are chosen for one indicator: all have its
 * attribute (R1 above required education, R2 backbone, R3 one of the subjects, in the section's own
 * proportion). Backbone teachers go only on the backbone quota. The other attributes go in proportion
 * to the section's mix, but never more of them than the section can spare above its own standard.
 * Null when the section has not enough such teachers, or could only send them by falling below a
 * standard.
 */
export const groupFrom = (
  parties: Parties,
  party: number,
  chosenFor: StaffIndicator,
  persons: number,
  fields: StaffNeeds["fields"],
): TeacherGroup | null => {
  const fullTime = at(parties.own.fullTime, party);
  if (fullTime < persons - tolerance || ownWith(parties, party, fields[chosenFor]) < persons - tolerance) return null;
  const group = emptyGroup();
  group.fullTime = persons;
  for (const indicator of staffIndicators) {
    const owned = ownWith(parties, party, fields[indicator]);
    const spare = Math.max(0, at(parties.held[indicator], party) - at(parties.required[indicator], party));
    let sent: number;
    if (indicator === chosenFor) {
      sent = persons;
      if (spare < persons - tolerance) return null;
    } else if (indicator === "R2") {
      sent = 0;
    } else {
      // Guests who gained it here are reckoned among the own, so that more seem to have it than there are.
      sent = Math.min(persons, (persons * owned) / fullTime, spare, owned);
    }
    const withoutAttribute = Math.max(0, fullTime - owned);
    if (persons - sent > withoutAttribute + tolerance) return null;
    if (owned > 0) for (const field of fields[indicator]) group[field] = (sent * at(parties.own[field], party)) / owned;
  }
  return group;
};

/** Books a move on both ends: the state and the parties' own figures. Answers how many base-year teachers moved. */
export const move = (
  state: CountyState,
  stage: Stage,
  parties: Parties,
  { from, to, group }: Pick<Flow, "from" | "to" | "group">,
  fields: StaffNeeds["fields"],
): number => {
  const [fromRow, toRow] = [parties.sections[from]?.row ?? -1, parties.sections[to]?.row ?? -1];
  const veterans = moveGroup(state, stage, fromRow, toRow, group);
  addGroup(parties.own, from, group, -1);
  for (const indicator of staffIndicators) {
    let moved = 0;
    for (const field of fields[indicator]) moved += group[field];
    add(parties.held[indicator], from, -moved);
    add(parties.held[indicator], to, moved);
  }
  return veterans;
};
