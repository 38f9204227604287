import type { Assumptions, Lever, LeverOf } from "@server/planning/contract";
import type { School } from "@server/statistics/contract";
import { asCell, type Cell, known, pupilsIn } from "./figures";
import { effectOf, inEffect, ofType, withSchool } from "./levers";
import type { Feeder } from "./pupils";

/** 调整学区: whose entrants go to another school from a year on, and whose pupils with them. */

export interface Zones {
  /** Grade-1 intake by which a year's entrants are shared out. */
  readonly intakes: ReadonlyMap<string, number>;
  readonly feeders: readonly Feeder[];
  /** 小升初对口: ways that are named. */
  readonly ways: Assumptions["feederShares"];
}

type Rezone = LeverOf<"rezone">;

const afterOne = ({ intakes, feeders, ways }: Zones, { fromCode, toCode, stage, share }: Rezone): Zones => {
  if (share === 0) return { intakes, feeders, ways };
  if (stage === "primary") {
    const own = known(intakes.get(fromCode));
    const other = known(intakes.get(toCode));
    return { feeders, ways, intakes: new Map([...intakes, [fromCode, own * (1 - share)], [toCode, other + own * share]]) };
  }
  const from = feeders.find(({ code }) => code === fromCode);
  if (from === undefined) return { intakes, feeders, ways };
  // Of its own leavers fewer stay: as many more come to the new school out of all.
  const fromOwn = Math.max(0, from.intake - from.pool);
  const isMoved = ({ toCode: to }: (typeof ways)[number]): boolean => to === fromCode;
  return {
    intakes,
    ways: [
      ...ways.map((way) => (isMoved(way) ? { ...way, share: way.share * (1 - share) } : way)).filter((way) => !isMoved(way) || share < 1),
      ...ways.filter(isMoved).map((way) => ({ ...way, toCode, share: way.share * share })),
    ],
    feeders: feeders.map((feeder) => {
      if (feeder.code === fromCode) {
        const { code, keeps, pool, intake } = feeder;
        return { code, keeps: keeps * (1 - share), pool: pool * (1 - share), intake: intake * (1 - share) };
      }
      if (feeder.code !== toCode) return feeder;
      return { ...feeder, pool: feeder.pool + (from.pool + fromOwn) * share, intake: feeder.intake + from.intake * share };
    }),
  };
};

/** The zones of a year, from those of the base year. */
export const zonesIn = (first: Zones, levers: readonly Lever[], year: number): Zones =>
  ofType(levers, "rezone")
    .filter((lever) => effectOf(lever) <= year)
    .sort((left, right) => effectOf(left) - effectOf(right))
    .reduce(afterOne, first);

/** The zones once those that move in a year have moved. */
export const zonesMovedIn = (before: Zones, levers: readonly Lever[], year: number): Zones =>
  ofType(levers, "rezone")
    .filter((lever) => effectOf(lever) === year)
    .reduce(afterOne, before);

/** What a share of one figure leaves and adds. */
const shared = (from: Cell, to: Cell, share: number): { readonly left: Cell; readonly joined: Cell } => {
  if (share === 0) return { left: from, joined: to };
  const moved = known(from) * share;
  return { left: asCell(known(from) - moved), joined: asCell(known(to) + moved) };
};

/** The pupils of all primary grades who change schools once, before the year begins, and what goes with them. */
export const withPupilsMoved = (county: readonly School[], levers: readonly Lever[], year: number): readonly School[] => {
  let schools = county;
  for (const { fromCode, toCode, stage, scope, share } of inEffect(levers, "rezone", year)) {
    const from = schools.find(({ code }) => code === fromCode);
    const to = schools.find(({ code }) => code === toCode);
    if (scope !== "all_pupils" || stage !== "primary" || from === undefined || to === undefined) continue;
    const all = pupilsIn(from, "primary") + pupilsIn(from, "junior");
    const ofSchool = all === 0 ? share : (pupilsIn(from, "primary") * share) / all;
    const change = (side: "left" | "joined"): School => {
      const school = side === "left" ? from : to;
      const of = (read: (school: School) => Cell, part: number): Cell => shared(read(from), read(to), part)[side];
      const grade = (index: 0 | 1 | 2 | 3 | 4 | 5): Cell => of(({ pupils }) => pupils.primaryByGrade?.[index] ?? null, share);
      return {
        ...school,
        pupils: { ...school.pupils, primaryByGrade: [grade(0), grade(1), grade(2), grade(3), grade(4), grade(5)] },
        enrolment: {
          ...school.enrolment,
          inZonePrimary: of(({ enrolment }) => enrolment.inZonePrimary, share),
          entrantsPrimary: of(({ enrolment }) => enrolment.entrantsPrimary, share),
          entrantsInZonePrimary: of(({ enrolment }) => enrolment.entrantsInZonePrimary, share),
          migrantWorkerChildren: of(({ enrolment }) => enrolment.migrantWorkerChildren, ofSchool),
        },
        money: {
          publicFundsBudgetWan: of(({ money }) => money.publicFundsBudgetWan, ofSchool),
          publicFundsActualWan: of(({ money }) => money.publicFundsActualWan, ofSchool),
          trainingBudgetWan: of(({ money }) => money.trainingBudgetWan, ofSchool),
          trainingActualWan: of(({ money }) => money.trainingActualWan, ofSchool),
        },
      };
    };
    const [left, joined] = [change("left"), change("joined")];
    schools = withSchool(
      withSchool(schools, fromCode, () => left),
      toCode,
      () => joined,
    );
  }
  return schools;
};
