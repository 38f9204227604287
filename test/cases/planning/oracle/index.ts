import type { ScenarioDocument } from "@server/planning/contract";
import type { CountyDataset, School, Stage } from "@server/statistics/contract";
import { asCell, asLikely, type Chance, gradeOf, known, lastGrade, teaches } from "./figures";
import { withFollowers } from "./followers";
import { entrantsOf, feedersOf, juniorIntake, nextGrades, ratiosOf } from "./pupils";
import { withPupils, withStaff } from "./school-year";
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
 * A second, slow reading of the projection without levers, written apart from the engine from its specification: a
 * school is an object, a year is a list of them, and the next year is made from the one before. It shares nothing with
 * the engine but the county dataset and the scenario document.
 */
export const oracleOf = (base: CountyDataset, { assumptions, horizonYears }: ScenarioDocument) => {
  const ratios = ratiosOf(base);
  const feeders = feedersOf(base, assumptions.juniorLeakage);
  const retiring = retirementRates(assumptions, base.county.statisticsYear, horizonYears);
  const first = new Map(base.schools.map((school) => [school.code, school]));

  const nextYear = (years: readonly CountyDataset[], veterans: Map<string, number>, chance: Chance): CountyDataset => {
    const yearsOn = years.length;
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
      const changed = turnover(assumptions, veterans.get(code) ?? 1, known(retiring[yearsOn - 1]), {
        attrition: chance("attrition", code, yearsOn),
        replacement: chance("replacement", code, yearsOn),
      });
      veterans.set(code, changed.veterans);
      const withNewPupils = withPupils(
        first.get(code) ?? school,
        school,
        { primary: grades("primary"), junior: grades("junior") },
        assumptions,
      );
      return withStaff(withNewPupils, changed, assumptions, chance("gains", code, yearsOn));
    });
    const schools = moved
      .map((school, row) => withFollowers(before.schools, before.schools[row] ?? school, school))
      .map((school) => {
        const entered = years[yearsOn - 3]?.schools.find(({ code }) => code === school.code);
        const graduated = before.schools.find(({ code }) => code === school.code);
        if (assumptions.retention === "base_year" || entered === undefined || graduated === undefined) return school;
        return teaches(school, "junior") ? withCohort(school, entered, graduated) : school;
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
