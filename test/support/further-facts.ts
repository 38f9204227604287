import {
  type CountyFacts,
  classSizeBands,
  declarationItems,
  type FurtherCountyFacts,
  type FurtherSchoolFacts,
  gradeLevels,
  lineageEvents,
  monitoredSubjects,
  unreportedCounty,
  unreportedSchool,
} from "@server/statistics/facts-contract";
import fc from "fast-check";

/** Anything that the contract lets stand in the further facts of a school or a county, believable or not. */

const count = fc.option(fc.integer({ min: 0, max: 10_000_000 }), { nil: null });
const amount = fc.option(fc.double({ min: 0, max: 1e12, noNaN: true }), { nil: null });
const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null });
const flag = fc.option(fc.boolean(), { nil: null });
const code = fc.stringMatching(/^[0-9A-Z]{4,12}$/u);

/** One value of `value` for every member of an unreported group. */
const each = <Group extends object, Value>(group: Group, value: fc.Arbitrary<Value>): fc.Arbitrary<Record<keyof Group, Value>> =>
  fc.record(Object.fromEntries(Object.keys(group).map((key) => [key, value]))) as fc.Arbitrary<Record<keyof Group, Value>>;

const band = fc.tuple(count, count, count, count, count, count, count, count, count, count);
if (classSizeBands.length !== 10) throw new RangeError("the bands of the generator are not those of the contract");
const bands = fc.option(band, { nil: null });

const noSchool = unreportedSchool();
export const anySchoolFacts: fc.Arbitrary<FurtherSchoolFacts> = fc.record({
  conditions: each(noSchool.conditions, flag),
  enrolment: each(noSchool.enrolment, count),
  retention: each(noSchool.retention, count),
  classSizes: fc.record({ primary: bands, junior: bands, unsplit: bands }),
  staff: each(noSchool.staff, count),
  unsplitTeachers: each(noSchool.unsplitTeachers, count),
  specialRooms: each(noSchool.specialRooms, count),
  reliefSports: each(noSchool.reliefSports, amount),
  money: each(noSchool.money, amount),
  quality: fc.record({ charter: flag, informatised: flag, moralEducation: fc.option(fc.constantFrom(...gradeLevels), { nil: null }) }),
  basic: each(noSchool.basic, count),
  totals: each(noSchool.totals, count),
  lineage: fc.uniqueArray(
    fc.record({ year: fc.integer({ min: 1990, max: 2100 }), event: fc.constantFrom(...lineageEvents), fromCode: code }),
    { maxLength: 4, selector: ({ year, event, fromCode }) => `${year} ${event} ${fromCode}` },
  ),
});

const noCounty = unreportedCounty();
const facts: fc.Arbitrary<CountyFacts> = fc
  .tuple(each(noCounty.facts, count), fc.option(fc.integer({ min: 1990, max: 2100 }), { nil: null }), amount)
  .map(([counts, basicRecognitionYear, populationWan]) => ({ ...counts, basicRecognitionYear, populationWan }));
const { standards, ...reportedFigures } = noCounty.reported;
const standard = fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }), { nil: null });
const growthMoney = each(
  {
    appropriationWan: null,
    recurrentRevenueWan: null,
    expenditurePrimaryYuan: null,
    expenditureJuniorYuan: null,
    publicFundsPrimaryYuan: null,
    publicFundsJuniorYuan: null,
    teacherPayPrimaryWan: null,
    teacherPayJuniorWan: null,
  },
  amount,
);

export const anyCountyFacts: fc.Arbitrary<FurtherCountyFacts> = fc.record({
  facts,
  declarations: fc.dictionary(fc.constantFrom(...declarationItems), fc.boolean()),
  vetoes: fc.dictionary(fc.stringMatching(/^[A-Z][0-9A-Z-]{0,11}$/u), fc.boolean(), { maxKeys: 9 }),
  monitoring: fc.uniqueArray(
    fc.record({
      subject: fc.constantFrom(...monitoredSubjects),
      level: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
      differenceRate: fc.option(fc.double({ min: 0, max: 10, noNaN: true }), { nil: null }),
    }),
    { selector: ({ subject }) => subject },
  ),
  survey: fc.record({ all: each(noCounty.survey.all, count), parents: each(noCounty.survey.parents, count) }),
  growth: fc.uniqueArray(
    fc.tuple(fc.integer({ min: 1990, max: 2100 }), growthMoney).map(([fiscalYear, money]) => ({ fiscalYear, ...money })),
    { maxLength: 4, selector: ({ fiscalYear }) => fiscalYear },
  ),
  basicScore: fc.record({ government: fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: null }), satisfaction: share }),
  reported: fc
    .tuple(each(reportedFigures, count), share, share, each(standards, fc.record({ primary: standard, junior: standard })))
    .map(([figures, primaryShare, juniorShare, targets]) => ({
      ...figures,
      classesPrimaryOver45Share: primaryShare,
      classesJuniorOver50Share: juniorShare,
      standards: targets,
    })),
});
