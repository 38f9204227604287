import type { Lever, LeverOf, LeverType } from "@server/planning/contract";
import type { Facilities, School, Stage } from "@server/statistics/contract";
import { asCell, type Cell, known } from "./figures";

/** What the levers of the second reading have in common, and those that change what a school has. */

export const effectOf = ({ startYear, leadYears }: Lever): number => startYear + leadYears;

/** Enabled levers of a kind in the order in which they act within a year. */
export const ofType = <T extends LeverType>(levers: readonly Lever[], type: T): readonly LeverOf<T>[] =>
  levers
    .filter((lever): lever is LeverOf<T> => lever.enabled && lever.type === type)
    .sort((left, right) => left.startYear - right.startYear || (left.id < right.id ? -1 : 1));

/** Of these, the ones that take effect in a year. */
export const inEffect = <T extends LeverType>(levers: readonly Lever[], type: T, year: number): readonly LeverOf<T>[] =>
  ofType(levers, type).filter((lever) => effectOf(lever) === year);

/** The county with one school changed. */
export const withSchool = (schools: readonly School[], code: string, change: (school: School) => School): readonly School[] =>
  schools.map((school) => (school.code === code ? change(school) : school));

export const plus = (cell: Cell, amount: number): Cell => asCell(known(cell) + amount);

/** Classes may not be larger than this at a school in a year. */
export const capOf = (levers: readonly Lever[], year: number, code: string, stage: Stage, assumed: number): number => {
  const own = ofType(levers, "class_cap").filter(
    (lever) => lever.stage === stage && (lever.schoolCode === "" || lever.schoolCode === code),
  );
  const inForce = own.filter((lever) => effectOf(lever) <= year).map(({ cap }) => cap);
  return Math.min(assumed, ...inForce);
};

type SpecialRooms = School["specialRooms"];

const withRooms = (rooms: SpecialRooms, { kind, areaPerRoomM2, rooms: count }: LeverOf<"build_special_rooms">): SpecialRooms => {
  const of = (field: keyof SpecialRooms): SpecialRooms => ({ ...rooms, [field]: plus(rooms[field], count) });
  if (kind === "music") {
    if (areaPerRoomM2 >= 96) return of("music96");
    if (areaPerRoomM2 >= 73) return of("music73");
    if (areaPerRoomM2 >= 61) return of("music61");
    return areaPerRoomM2 >= 54 ? of("music54") : rooms;
  }
  if (areaPerRoomM2 >= 90) return of("art90");
  if (areaPerRoomM2 >= 67) return of("art67");
  if (areaPerRoomM2 >= 61) return of("art61");
  return areaPerRoomM2 >= 54 ? of("art54") : rooms;
};

const withMore = (school: School, more: Partial<Record<keyof Facilities, number>>): School => {
  const { facilities } = school;
  const of = (field: keyof Facilities): Cell => (more[field] ? plus(facilities[field], more[field]) : facilities[field]);
  return {
    ...school,
    facilities: {
      teachingAreaM2: of("teachingAreaM2"),
      gymAreaM2: of("gymAreaM2"),
      sportsFieldAreaM2: of("sportsFieldAreaM2"),
      equipmentValueWan: of("equipmentValueWan"),
      multimediaRooms: of("multimediaRooms"),
      ordinaryClassrooms: of("ordinaryClassrooms"),
      musicRooms: of("musicRooms"),
      artRooms: of("artRooms"),
    },
  };
};

/** Rooms, grounds and equipment that are ready in a year. */
export const withWorks = (county: readonly School[], levers: readonly Lever[], year: number): readonly School[] => {
  let schools = county;
  for (const { schoolCode, rooms, areaPerRoomM2, multimedia } of inEffect(levers, "build_classrooms", year)) {
    const more = { teachingAreaM2: rooms * areaPerRoomM2, ordinaryClassrooms: rooms, multimediaRooms: multimedia ? rooms : 0 };
    schools = withSchool(schools, schoolCode, (school) => withMore(school, more));
  }
  for (const { schoolCode, valueWan } of inEffect(levers, "buy_equipment", year)) {
    schools = withSchool(schools, schoolCode, (school) => withMore(school, { equipmentValueWan: valueWan }));
  }
  for (const { schoolCode, kind, areaM2 } of inEffect(levers, "build_sports", year)) {
    const more = kind === "gym" ? { gymAreaM2: areaM2, teachingAreaM2: areaM2 } : { sportsFieldAreaM2: areaM2 };
    schools = withSchool(schools, schoolCode, (school) => withMore(school, more));
  }
  for (const { schoolCode, rooms, bookValueWanPerRoom } of inEffect(levers, "equip_multimedia", year)) {
    const more = { multimediaRooms: rooms, equipmentValueWan: rooms * bookValueWanPerRoom };
    schools = withSchool(schools, schoolCode, (school) => withMore(school, more));
  }
  for (const lever of inEffect(levers, "build_special_rooms", year)) {
    const { kind, rooms, areaPerRoomM2, newBuilding } = lever;
    const where = newBuilding ? { teachingAreaM2: rooms * areaPerRoomM2 } : { ordinaryClassrooms: -rooms };
    const more = kind === "music" ? { musicRooms: rooms, ...where } : { artRooms: rooms, ...where };
    schools = withSchool(schools, lever.schoolCode, (school) => ({
      ...withMore(school, more),
      specialRooms: withRooms(school.specialRooms, lever),
    }));
  }
  return schools;
};

/** What can be taken of a figure: not more than there is; nothing where nobody knows. */
const taken = (cell: Cell, asked: number): number => Math.min(cell ?? 0, asked);

/** Equipment and rooms that go to another school, then those that are written off. */
export const withMoves = (county: readonly School[], levers: readonly Lever[], year: number): readonly School[] => {
  const take = (schools: readonly School[], code: string, valueWan: number, rooms: number) => {
    const of = schools.find((school) => school.code === code)?.facilities;
    const value = taken(of?.equipmentValueWan ?? null, valueWan);
    const multimedia = taken(of?.multimediaRooms ?? null, rooms);
    const left = withSchool(schools, code, (school) => ({
      ...school,
      facilities: {
        ...school.facilities,
        equipmentValueWan: plus(school.facilities.equipmentValueWan, -value),
        multimediaRooms: plus(school.facilities.multimediaRooms, -multimedia),
      },
    }));
    return { left, more: { equipmentValueWan: value, multimediaRooms: multimedia } };
  };
  let schools = county;
  for (const { fromCode, toCode, valueWan, multimediaRooms } of inEffect(levers, "transfer_equipment", year)) {
    const { left, more } = take(schools, fromCode, valueWan, multimediaRooms);
    schools = withSchool(left, toCode, (school) => withMore(school, more));
  }
  for (const { schoolCode, valueWan, multimediaRooms } of inEffect(levers, "write_off", year)) {
    schools = take(schools, schoolCode, valueWan, multimediaRooms).left;
  }
  return schools;
};
