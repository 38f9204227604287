import type { ScenarioDocument } from "@server/planning/contract";
import { type CountyDataset, type School, type Stage, stages } from "@server/statistics/contract";
import { asCell, asLikely, type Chance, gradeOf, known, lastGrade, sumOf, teaches } from "./figures";
import { withFollowers } from "./followers";
import { hiredFor, withHires, withWorks } from "./levers";
import { entrantsOf, feedersOf, juniorIntake, nextGrades, ratiosOf } from "./pupils";
import { withPupils } from "./school-pupils";
import { afterGains, afterTurnover, withWholes } from "./school-staff";
import { retirementRates, turnover } from "./staff";

/** 巩固率 of the cohort that has graduated: grade 9 of the year before against its grade 7, nobody known to have moved. */
const withCohort = (school: School, entered: School, graduated: School): School => ({
  ...school,
  retention: {
    graduates: asCell(gradeOf(graduated, "junior", lastGrade.junior)),
    entrants: asCell(gradeOf(entered, "junior", 0)),
    transferredIn: 0,
    transferredOut: 0,
    died: 0,
  },
});

/**
 * A second, slow reading of the projection with the commonest levers, written apart from the engine from its specification: a
 * school is an object, a year is a list of them, and the next year is made from the one before. It shares nothing with
 * the engine but the county dataset and the scenario document.
 */
export const oracleOf = (base: CountyDataset, { assumptions, horizonYears, levers }: ScenarioDocument) => {
  const ratios = ratiosOf(base);
  const feeders = feedersOf(base, assumptions.juniorLeakage);
  const retiring = retirementRates(assumptions, base.county.statisticsYear, horizonYears);
  const first = new Map(base.schools.map((school) => [school.code, school]));

  const nextYear = (years: readonly CountyDataset[], veterans: Map<string, number>, chance: Chance): CountyDataset => {
    const yearsOn = years.length;
    const year = base.county.statisticsYear + yearsOn;
    const before = years.at(-1) ?? base;
    const entering = {
      primary: entrantsOf(base, assumptions, yearsOn),
      junior: juniorIntake(before.schools, feeders, assumptions, (code) => chance("migration", code, yearsOn)),
    };
    const moved = before.schools.map((school): School => {
      const { code } = school;
      const enters = {
        primary: known(entering.primary.get(code)) * chance("entrants", code, yearsOn),
        junior: known(entering.junior.get(code)),
      };
      const grades = (stage: Stage) => (teaches(school, stage) ? nextGrades(school, stage, ratios, enters[stage], chance, yearsOn) : []);
      const withNewPupils = withPupils(
        first.get(code) ?? school,
        school,
        { primary: grades("primary"), junior: grades("junior") },
        assumptions,
      );
      const factors = { attrition: chance("attrition", code, yearsOn), replacement: chance("replacement", code, yearsOn) };
      const turnoverOf = (stage: Stage) =>
        turnover(assumptions, veterans.get(`${code} ${stage}`) ?? 1, known(retiring[yearsOn - 1]), factors);
      const changed = { primary: turnoverOf("primary"), junior: turnoverOf("junior") };
      let now = afterTurnover(withNewPupils, changed);
      for (const stage of stages) {
        const teachers = known(now.teachers[stage]?.fullTime);
        const hired = sumOf(hiredFor(levers, year, code, stage).map(({ fullTime }) => fullTime));
        veterans.set(`${code} ${stage}`, hired === 0 ? changed[stage].veterans : (changed[stage].veterans * teachers) / (teachers + hired));
        now = withHires(now, levers, year, stage);
      }
      return withWholes(withWorks(afterGains(now, assumptions, chance("gains", code, yearsOn)), levers, year));
    });
    const schools = moved
      .map((school, row) => withFollowers(before.schools, before.schools[row] ?? school, school))
      .map((school, row) => {
        if (assumptions.retention === "base_year" || !teaches(school, "junior")) return school;
        const entered = years[yearsOn - 3]?.schools[row];
        const graduated = before.schools[row];
        return entered === undefined || graduated === undefined ? school : withCohort(school, entered, graduated);
      });
    const { county } = before;
    return {
      ...before,
      county: {
        ...county,
        statisticsYear: county.statisticsYear + 1,
        fiscalYear: county.fiscalYear + 1,
        declarations: assumptions.evidence === "as_base_year" ? county.declarations : {},
        vetoes: assumptions.evidence === "as_base_year" ? county.vetoes : {},
      },
      schools,
    };
  };

  /** Every year of the county, the base year first. */
  return (chance: Chance = asLikely): readonly CountyDataset[] => {
    const years: CountyDataset[] = [base];
    const veterans = new Map<string, number>();
    while (years.length <= horizonYears) years.push(nextYear(years, veterans, chance));
    return years;
  };
};
