import type { YearOutcome } from "../contract";
import type { BaselineModel } from "./baseline";
import { at, bothStages, type CountyState, classesAt } from "./state";

type Split = YearOutcome["splitClasses"][number];

const known = (value: number): number | null => (Number.isNaN(value) ? null : value);
const lack = (needed: number, present: number): number | null => known(Math.max(0, needed - present));

const classesOfSchool = (state: CountyState, row: number): number => {
  let classes = 0;
  for (const stage of bothStages) if (state.taught[stage][row] === 1) classes += classesAt(state, stage, row);
  return classes;
};

/** Rows at which a cap has split classes: few, if any. */
const splitRows = (split: Float64Array): readonly number[] => {
  const rows: number[] = [];
  for (let row = 0; row < split.length; row += 1) if (at(split, row) > 0) rows.push(row);
  return rows;
};

/** Teachers a class that the section had in the base year. */
const teachersAClass = (model: BaselineModel, stage: (typeof bothStages)[number], row: number, base: number): number => {
  let classes = 0;
  for (const column of model.observed.classes[stage]) classes += at(column, row);
  return classes > 0 ? base / classes : Number.NaN;
};

/** Sections whose classes a cap has split this year, with the rooms and teachers that they then lack. */
export const splitClasses = (
  state: CountyState,
  model: BaselineModel,
  codes: readonly string[],
  baseTeachers: Readonly<Record<(typeof bothStages)[number], Float64Array>>,
): Split[] =>
  bothStages.flatMap((stage) =>
    splitRows(state.split[stage]).map((row): Split => {
      const needed = classesAt(state, stage, row) * teachersAClass(model, stage, row, at(baseTeachers[stage], row));
      return {
        schoolCode: codes[row] ?? "",
        stage,
        classesAdded: at(state.split[stage], row),
        roomsLacking: lack(classesOfSchool(state, row), at(state.facilities.ordinaryClassrooms, row)),
        teachersLacking: lack(needed, at(state.teachers[stage].fullTime, row)),
      };
    }),
  );

/** Pupils that a room of a school takes at the class-size cap; the smaller cap where both stages are taught. */
const placesOfRoom = (state: CountyState, row: number): number =>
  Math.min(...bothStages.filter((stage) => state.taught[stage][row] === 1).map((stage) => at(state.caps[stage], row)));

/** Ordinary classrooms against classes: what stands idle, the places (学位) in it, and what is lacking, over the schools that teach. */
export const roomBalance = (state: CountyState): Pick<YearOutcome, "idleRooms" | "idlePlaces" | "lackingRooms"> => {
  let idle = 0;
  let places = 0;
  let lacking = 0;
  for (let row = 0; row < state.caps.primary.length; row += 1) {
    if (bothStages.every((stage) => state.taught[stage][row] !== 1)) continue;
    const spare = at(state.facilities.ordinaryClassrooms, row) - classesOfSchool(state, row);
    idle += Number.isNaN(spare) ? spare : Math.max(0, spare);
    places += Number.isNaN(spare) ? spare : Math.max(0, spare) * placesOfRoom(state, row);
    lacking += Number.isNaN(spare) ? spare : Math.max(0, -spare);
  }
  return { idleRooms: known(idle), idlePlaces: known(places), lackingRooms: known(lacking) };
};
