import type { Lever, LeverOf } from "@server/planning/contract";
import { type CountyDataset, type Stage, stages, stagesOfType } from "@server/statistics/contract";
import fc from "fast-check";
import { lever } from "../county";
import { between, share } from "./counties";

/** Levers that the second reading knows, in any school and year; some may be impossible. */

interface Place {
  readonly code: string;
  readonly stage: Stage;
}

type Any = fc.Arbitrary<Lever>;
type When = Pick<Lever, "startYear" | "leadYears" | "enabled">;

/** Rooms, grounds and equipment: built, bought, moved and written off. */
const works = (place: fc.Arbitrary<Place>, when: fc.Arbitrary<When>): readonly Any[] => {
  const rooms = fc.integer({ min: 1, max: 24 });
  const areaM2 = fc.integer({ min: 1, max: 4000 });
  const valueWan = between(0, 30);
  return [
    fc
      .record({ place, when, rooms, areaPerRoomM2: fc.constantFrom(67, 90.5), multimedia: fc.boolean() })
      .map(({ place: { code }, when: at, ...parts }) => lever("build_classrooms", { ...at, ...parts, schoolCode: code })),
    fc
      .record({ place, when, valueWan: between(0, 80) })
      .map(({ place: { code }, when: at, ...parts }) => lever("buy_equipment", { ...at, ...parts, schoolCode: code })),
    fc
      .record({ place, when, kind: fc.constantFrom("gym" as const, "field" as const), areaM2 })
      .map(({ place: { code }, when: at, ...parts }) => lever("build_sports", { ...at, ...parts, schoolCode: code })),
    fc
      .record({
        place,
        when,
        kind: fc.constantFrom("music" as const, "art" as const),
        rooms: fc.integer({ min: 1, max: 3 }),
        areaPerRoomM2: fc.constantFrom(53, 54, 61, 67, 73, 90, 96, 120.5),
        newBuilding: fc.boolean(),
      })
      .map(({ place: { code }, when: at, ...parts }) => lever("build_special_rooms", { ...at, ...parts, schoolCode: code })),
    fc
      .record({ place, when, rooms, bookValueWanPerRoom: between(0, 4) })
      .map(({ place: { code }, when: at, ...parts }) => lever("equip_multimedia", { ...at, ...parts, schoolCode: code })),
    fc
      .record({ place, to: place, when, valueWan, multimediaRooms: fc.nat(4) })
      .map(({ place: { code }, to, when: at, ...parts }) =>
        lever("transfer_equipment", { ...at, ...parts, fromCode: code, toCode: to.code }),
      ),
    fc
      .record({ place, when, valueWan, multimediaRooms: fc.nat(4) })
      .map(({ place: { code }, when: at, ...parts }) => lever("write_off", { ...at, ...parts, schoolCode: code })),
  ];
};

/** Teachers hired, trained and sent to other schools; zones and class sizes. */
const staffing = (place: fc.Arbitrary<Place>, when: fc.Arbitrary<When>, baseYear: number): readonly Any[] => {
  const count = fc.integer({ min: 1, max: 20 });
  const where = fc.record({ place, isCounty: fc.boolean() });
  const endYear = fc.integer({ min: baseYear + 1, max: baseYear + 9 });
  const programme = fc.record({ where, when, endYear, count: fc.integer({ min: 1, max: 60 }), fulfilment: share });
  const some = (most: number) => fc.option(fc.integer({ min: 0, max: most }), { nil: null });
  return [
    fc
      .record({
        where,
        when,
        count,
        fulfilment: share,
        subject: fc.constantFrom<LeverOf<"hire_teachers">["subject"]>("general", "physical_education", "music", "art", "integrated_arts"),
        aboveRequiredEducation: fc.boolean(),
        backbone: fc.boolean(),
        certified: fc.boolean(),
      })
      .map(({ where: { place: at, isCounty }, when: then, ...parts }) => {
        const target = isCounty
          ? ({ mode: "largest_deficit", stage: at.stage } as const)
          : ({ mode: "school", schoolCode: at.code, stage: at.stage } as const);
        return lever("hire_teachers", { ...then, ...parts, target });
      }),
    fc
      .record({ type: fc.constantFrom("upgrade_education" as const, "train_backbone" as const), programme })
      .map(({ type, programme: { where: at, when: then, ...parts } }) =>
        lever(type, { ...then, ...parts, schoolCode: at.isCounty ? "" : at.place.code, stage: at.place.stage }),
      ),
    fc
      .record({ type: fc.constantFrom("train_360" as const, "certify_teachers" as const), programme })
      .map(({ type, programme: { where: at, when: then, ...parts } }) =>
        lever(type, { ...then, ...parts, schoolCode: at.isCounty ? "" : at.place.code }),
      ),
    fc
      .record({
        place,
        to: place,
        when,
        teachers: fc.integer({ min: 1, max: 6 }),
        termYears: fc.integer({ min: 1, max: 3 }),
        backbone: some(1),
        music: some(1),
        art: some(1),
        physicalEducation: some(2),
        aboveRequiredEducation: some(6),
      })
      .map(({ place: { code, stage }, to, when: then, ...parts }) =>
        lever("rotate_teachers", { ...then, ...parts, fromCode: code, toCode: to.code, stage }),
      ),
    fc
      .record({ place, to: place, when, isWhole: fc.boolean(), share })
      .map(({ place: { code, stage }, to, when: then, isWhole, share: part }) =>
        lever("rezone", {
          ...then,
          fromCode: code,
          toCode: to.code,
          stage,
          share: part,
          scope: isWhole && stage === "primary" ? "all_pupils" : "entrants",
        }),
      ),
    fc
      .record({ where, when, cap: fc.integer({ min: 20, max: 60 }) })
      .map(({ where: { place: at, isCounty }, when: then, cap }) =>
        lever("class_cap", { ...then, cap, schoolCode: isCounty ? "" : at.code, stage: at.stage }),
      ),
  ];
};

export const leversFor = ({ county, schools }: CountyDataset, horizonYears: number): fc.Arbitrary<readonly Lever[]> => {
  const places = schools.flatMap(({ code, type }) => stagesOfType[type].map((stage) => ({ code, stage })));
  if (places.length === 0) return fc.constant([]);
  // Levers between two schools are possible within a stage only.
  const stage = fc.constantFrom(...stages.filter((one) => places.some((place) => place.stage === one)));
  const when = fc.record({
    startYear: fc.integer({ min: county.statisticsYear, max: county.statisticsYear + horizonYears - 1 }),
    leadYears: fc.constantFrom(0, 1, 1, 1, 2),
    enabled: fc.constantFrom(true, true, true, false),
  });
  const any = stage.chain((one) => {
    const place = fc.constantFrom(...places.filter((candidate) => candidate.stage === one));
    return fc.oneof(fc.oneof(...works(place, when)), fc.oneof(...staffing(place, when, county.statisticsYear)));
  });
  return fc.array(any, { maxLength: 12 }).map((levers) => levers.map((each, index) => ({ ...each, id: `${each.type}-${index}` })));
};
