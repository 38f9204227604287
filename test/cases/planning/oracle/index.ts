import type { RuleSet } from "@server/compliance/engine/index";
import type { ScenarioDocument } from "@server/planning/contract";
import { type CountyDataset, type School, type Stage, stages } from "@server/statistics/contract";
import { asCell, asLikely, type Chance, gradeOf, known, lastGrade, sumOf, teaches } from "./figures";
import { withFollowers } from "./followers";
import { withHires } from "./hires";
import { capOf, withMoves, withWorks } from "./levers";
import { withProgrammes } from "./programmes";
import { entrantsOf, feedersOf, intakesOf, juniorIntake, nextGrades, ratiosOf, rolledOn, transfersInto } from "./pupils";
import { type Rotation, rotationOf } from "./rotation";
import { withPupils } from "./school-pupils";
import { afterGains, afterTurnover, withWholes } from "./school-staff";
import { type RetirementAges, retirementRates, turnover } from "./staff";
import { type Veterans, veteransOf } from "./veterans";
import { withPupilsMoved, type Zones, zonesIn, zonesMovedIn } from "./zones";

/** 巩固率 of the cohort that has graduated: grade 9 of the year before against its grade 7, and those known to have moved. */
const withCohort = (school: School, entered: School, graduated: School, moved: readonly number[]): School => ({
  ...school,
  retention: {
    graduates: asCell(gradeOf(graduated, "junior", lastGrade.junior)),
    entrants: asCell(gradeOf(entered, "junior", 0)),
    transferredIn: sumOf(moved.filter((pupils) => pupils > 0)),
    transferredOut: Math.abs(sumOf(moved.filter((pupils) => pupils < 0))),
    died: 0,
  },
});

/** 交流轮岗 of the year as the county reports it; as in the base year where nobody goes. */
const rotationFacts = (county: CountyDataset["county"], went: { readonly fullTime: number; readonly backbone: number } | null) =>
  went === null ? county.facts : { ...county.facts, rotated: went.fullTime, rotatedBackbone: went.backbone };

/**
 * A second, slow reading of the projection, written apart from the engine from its specification: a school is an object, a
 * year is a list of them, and the next year is made from the one before. Of the levers it knows classrooms, special rooms,
 * sports space, equipment bought, moved and written off, multimedia rooms, hiring, the four programmes for teachers, named
 * rotation, zones and class sizes; it passes over the others.
 * It shares nothing with the engine but the county dataset, the scenario document and which schools are judged together.
 */
export const oracleOf = (base: CountyDataset, { assumptions, horizonYears, levers }: ScenarioDocument, ruleSet: RuleSet) => {
  const ratios = ratiosOf(base, assumptions);
  const zones = {
    intakes: intakesOf(base, assumptions),
    feeders: feedersOf(base, assumptions.juniorLeakage),
    ways: assumptions.feederShares,
  };
  const rolls = assumptions.entrantShares === "rolling" && assumptions.entrantNumbers.length > 0;
  /** The zones of a projected year; where shares roll on, from those of the year before by its entrants. */
  const zonesOf = (yearsOn: number): Zones => {
    const year = base.county.statisticsYear + yearsOn;
    if (!rolls || yearsOn === 0) return zonesIn(zones, levers, year);
    const before = zonesOf(yearsOn - 1);
    const entered = yearsOn === 1 ? null : entrantsOf(base, assumptions, before.intakes, yearsOn - 1);
    const intakes = entered === null ? before.intakes : rolledOn(assumptions, before.intakes, entered);
    return zonesMovedIn({ ...before, intakes }, levers, year);
  };
  const ratesOf = (ages: RetirementAges) => retirementRates(ages, base.county.statisticsYear, horizonYears);
  const county = ratesOf(assumptions);
  const ofSchools = new Map(
    assumptions.schoolAges.map(({ schoolCode, teachers, womenShare }) => [
      schoolCode,
      ratesOf({ retirement: assumptions.retirement, ageShares: teachers, womenShare }),
    ]),
  );
  const retiringIn = (code: string, yearsOn: number): number => known((ofSchools.get(code) ?? county)[yearsOn - 1]);
  const first = new Map(base.schools.map((school) => [school.code, school]));

  /** Pupils of the year in their classes, and the teachers who are left and replaced. */
  const movedUp = (before: readonly School[], yearsOn: number, veterans: Veterans, chance: Chance): readonly School[] => {
    const year = base.county.statisticsYear + yearsOn;
    const { intakes, feeders, ways } = zonesOf(yearsOn);
    const entering = {
      primary: entrantsOf(base, assumptions, intakes, yearsOn),
      junior: juniorIntake(before, feeders, { ...assumptions, feederShares: ways }, (code) => chance("migration", code, yearsOn)),
    };
    return before.map((school): School => {
      const { code } = school;
      const enters = {
        primary: known(entering.primary.get(code)) * chance("entrants", code, yearsOn),
        junior: known(entering.junior.get(code)),
      };
      const joining = (grade: number): number => transfersInto(assumptions, code, grade, year);
      const grades = (stage: Stage) =>
        teaches(school, stage) ? nextGrades(school, stage, ratios, enters[stage], chance, yearsOn, joining) : [];
      const withNewPupils = withPupils(
        first.get(code) ?? school,
        school,
        { primary: grades("primary"), junior: grades("junior") },
        assumptions,
        (stage) => capOf(levers, year, code, stage, assumptions.classCap[stage]),
      );
      const factors = { attrition: chance("attrition", code, yearsOn), replacement: chance("replacement", code, yearsOn) };
      const turnoverOf = (stage: Stage) => turnover(assumptions, veterans.shareOf(code, stage), retiringIn(code, yearsOn), factors);
      const changed = { primary: turnoverOf("primary"), junior: turnoverOf("junior") };
      for (const stage of stages) veterans.set(code, stage, changed[stage].veterans);
      return afterTurnover(withNewPupils, changed);
    });
  };

  const nextYear = (years: readonly CountyDataset[], veterans: Veterans, rotation: Rotation, chance: Chance): CountyDataset => {
    const yearsOn = years.length;
    const year = base.county.statisticsYear + yearsOn;
    const last = years.at(-1) ?? base;
    const before = withPupilsMoved(last.schools, levers, year);
    const calendar = { ...base.county, statisticsYear: year, fiscalYear: base.county.fiscalYear + yearsOn };
    const movedOn = movedUp(before, yearsOn, veterans, chance);
    rotation.age((code) => {
      const leaving = Math.min(1, assumptions.teacherAttrition * chance("attrition", code, yearsOn));
      return (1 - retiringIn(code, yearsOn)) * (1 - leaving);
    });
    const hired = withHires({ ...base, county: calendar, schools: [...movedOn] }, levers, year, veterans, ruleSet);
    const gained = hired.map((school) => afterGains(school, assumptions, chance("gains", school.code, yearsOn)));
    const { schools: rotated, went } = rotation.turn(withProgrammes(gained, levers, year), year);
    const equipped = withMoves(withWorks(rotated, levers, year), levers, year);
    const schools = equipped
      .map((school, row) => withFollowers(before, before[row] ?? school, withWholes(school)))
      .map((school, row) => {
        if (assumptions.retention === "base_year" || !teaches(school, "junior")) return school;
        const entered = years[yearsOn - 3]?.schools[row];
        const graduated = before[row];
        if (entered === undefined || graduated === undefined) return school;
        const moved = [transfersInto(assumptions, school.code, 8, year - 2), transfersInto(assumptions, school.code, 9, year - 1)];
        return withCohort(school, entered, graduated, moved);
      });
    const goesOn = assumptions.evidence === "as_base_year";
    return {
      ...last,
      county: {
        ...calendar,
        facts: rotationFacts(base.county, went),
        declarations: goesOn ? base.county.declarations : {},
        vetoes: goesOn ? base.county.vetoes : {},
      },
      schools,
    };
  };

  /** Every year of the county, the base year first. */
  return (chance: Chance = asLikely): readonly CountyDataset[] => {
    const years: CountyDataset[] = [base];
    const veterans = veteransOf();
    const rotation = rotationOf(levers, veterans);
    while (years.length <= horizonYears) years.push(nextYear(years, veterans, rotation, chance));
    return years;
  };
};
