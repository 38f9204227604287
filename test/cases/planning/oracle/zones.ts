import type { Assumptions, Lever, LeverOf } from "@server/planning/contract";
import type { School } from "@server/statistics/contract";
import { asCell, type Cell, known, pupilsIn, sumOf } from "./figures";
import { effectOf, inEffect, ofType } from "./levers";
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

type Feeders = Zones["feeders"];
type Ways = Zones["ways"];

/** Those of a stage that move anything, and what a school gives away of its zone by them. */
const ofStage = (moves: readonly Rezone[], wanted: Rezone["stage"]) => {
  const own = moves.filter(({ stage, share }) => stage === wanted && share !== 0);
  const given = (code: string): number => sumOf(own.filter(({ fromCode }) => fromCode === code).map(({ share }) => share));
  return { own, given };
};

const intakesAfter = (intakes: Zones["intakes"], moves: readonly Rezone[]): Zones["intakes"] => {
  const { own, given } = ofStage(moves, "primary");
  const arriving = (code: string): number =>
    sumOf(own.filter(({ toCode }) => toCode === code).map(({ fromCode, share }) => known(intakes.get(fromCode)) * share));
  return new Map([...intakes].map(([code, intake]) => [code, intake * (1 - given(code)) + arriving(code)]));
};

const feedersAfter = (feeders: Feeders, moves: readonly Rezone[]): Feeders => {
  const { own, given } = ofStage(moves, "junior");
  return feeders.map(({ code, keeps, pool, intake }) => {
    const left = 1 - given(code);
    const joining = own.flatMap(({ fromCode, toCode, share }) => {
      const from = toCode === code ? feeders.find((feeder) => feeder.code === fromCode) : undefined;
      if (from === undefined) return [];
      // Of its own leavers fewer stay: as many more come to the new school out of all.
      const fromOwn = Math.max(0, from.intake - from.pool);
      return [{ pool: (from.pool + fromOwn) * share, intake: from.intake * share }];
    });
    return {
      code,
      keeps: keeps * left,
      pool: pool * left + sumOf(joining.map((each) => each.pool)),
      intake: intake * left + sumOf(joining.map((each) => each.intake)),
    };
  });
};

const waysAfter = (ways: Ways, moves: readonly Rezone[]): Ways => {
  const { own, given } = ofStage(moves, "junior");
  return ways.flatMap((way) => {
    const left = 1 - given(way.toCode);
    return [
      ...(left > 1e-9 ? [{ ...way, share: way.share * left }] : []),
      ...own.filter(({ fromCode }) => fromCode === way.toCode).map(({ toCode, share }) => ({ ...way, toCode, share: way.share * share })),
    ];
  });
};

/** The zones once those that move in a year have moved, all of them from what was there before. */
export const zonesMovedIn = ({ intakes, feeders, ways }: Zones, levers: readonly Lever[], year: number): Zones => {
  const moves = inEffect(levers, "rezone", year);
  return { intakes: intakesAfter(intakes, moves), feeders: feedersAfter(feeders, moves), ways: waysAfter(ways, moves) };
};

/** The zones of a year, from those of the base year. */
export const zonesIn = (first: Zones, levers: readonly Lever[], year: number): Zones =>
  [...new Set(ofType(levers, "rezone").map(effectOf))]
    .filter((effect) => effect <= year)
    .sort((left, right) => left - right)
    .reduce((zones, effect) => zonesMovedIn(zones, levers, effect), first);

/** The pupils of all primary grades who change schools once, before the year begins, and what goes with them. */
export const withPupilsMoved = (county: readonly School[], levers: readonly Lever[], year: number): readonly School[] => {
  const moves = inEffect(levers, "rezone", year).filter(
    ({ stage, scope, share }) => scope === "all_pupils" && stage === "primary" && share !== 0,
  );
  /** Of figures of the whole school those go along that the pupils who move are of all. */
  const ofSchool = (code: string, share: number): number => {
    const school = county.find((one) => one.code === code);
    if (school === undefined) return Number.NaN;
    const all = pupilsIn(school, "primary") + pupilsIn(school, "junior");
    return all === 0 ? share : (pupilsIn(school, "primary") * share) / all;
  };
  const parts = moves.map(({ fromCode, toCode, share }) => ({ fromCode, toCode, primary: share, all: ofSchool(fromCode, share) }));
  return county.map((school): School => {
    const leaving = parts.filter(({ fromCode }) => fromCode === school.code);
    const joining = parts.filter(({ toCode }) => toCode === school.code);
    if (leaving.length === 0 && joining.length === 0) return school;
    const of = (read: (school: School) => Cell, part: "primary" | "all"): Cell => {
      const moved = (code: string, share: number): number => known(read(county.find((one) => one.code === code) ?? school)) * share;
      const gone = sumOf(leaving.map((each) => moved(school.code, each[part])));
      const come = sumOf(joining.map((each) => moved(each.fromCode, each[part])));
      return asCell(known(read(school)) - gone + come);
    };
    const grade = (index: 0 | 1 | 2 | 3 | 4 | 5): Cell => of(({ pupils }) => pupils.primaryByGrade?.[index] ?? null, "primary");
    return {
      ...school,
      pupils: { ...school.pupils, primaryByGrade: [grade(0), grade(1), grade(2), grade(3), grade(4), grade(5)] },
      enrolment: {
        ...school.enrolment,
        inZonePrimary: of(({ enrolment }) => enrolment.inZonePrimary, "primary"),
        entrantsPrimary: of(({ enrolment }) => enrolment.entrantsPrimary, "primary"),
        entrantsInZonePrimary: of(({ enrolment }) => enrolment.entrantsInZonePrimary, "primary"),
        migrantWorkerChildren: of(({ enrolment }) => enrolment.migrantWorkerChildren, "all"),
      },
      money: {
        publicFundsBudgetWan: of(({ money }) => money.publicFundsBudgetWan, "all"),
        publicFundsActualWan: of(({ money }) => money.publicFundsActualWan, "all"),
        trainingBudgetWan: of(({ money }) => money.trainingBudgetWan, "all"),
        trainingActualWan: of(({ money }) => money.trainingActualWan, "all"),
      },
    };
  });
};
