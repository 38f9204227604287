import type { CountyColumns } from "@server/compliance/engine/index";
import { type Lever, type LeverType, leverTypes, type ScenarioDocument } from "@server/planning/contract";
import { checkLevers } from "@server/planning/engine/index";
import type { CountyDataset } from "@server/statistics/contract";
import { projectionsPerProperty } from "@test/cases/compliance/runs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsByYear, lever, run, scenario } from "./county";
import { countyWith, everyKind } from "./every-kind";

/** What holds of every lever there is, on generated counties. */
const runs = (everyday: number) => ({ numRuns: projectionsPerProperty(everyday), seed: 20_260_903 });

const baseYearOf = ({ county }: CountyDataset): number => county.statisticsYear;
const seeds = fc.nat(5000);
const kinds = fc.constantFrom(...leverTypes);
const staffing: Partial<ScenarioDocument["assumptions"]> = { teacherAttrition: 0.04, teacherReplacement: 0.5, priceGrowth: 0.03 };

/** Everything that the compliance engine reads of one year, for the schools that are there in the base year. */
const readable = ({ schools: _, ...columns }: CountyColumns, rows: number): unknown =>
  JSON.parse(
    JSON.stringify(columns, (__, value: unknown) =>
      value instanceof Float64Array ? Array.from(value.slice(0, rows), (figure) => (Number.isNaN(figure) ? "missing" : figure)) : value,
    ),
  );

describe("every kind of lever", () => {
  it("can act in these counties, and changes what is judged from its effect year on, not before", () => {
    const { dataset, places } = countyWith(7);
    const baseYear = baseYearOf(dataset);
    const rows = dataset.schools.length;
    const without = columnsByYear(dataset, scenario({ horizonYears: 3, assumptions: staffing }));
    const levers = everyKind(places, { startYear: baseYear + 1, leadYears: 1 }, baseYear + 3);
    for (const type of leverTypes) {
      const document = scenario({ horizonYears: 3, assumptions: staffing, levers: [levers[type]] });
      expect([type, checkLevers(dataset, document)]).toEqual([type, []]);
      const trial = columnsByYear(dataset, document);
      const same = [2, 3].map((years) =>
        [without, trial].map(({ at }) => JSON.stringify(readable(at(baseYear + years), at(baseYear + years).schools.length))),
      );
      expect([type, same.every(([before, after]) => before === after)]).toEqual([type, false]);
      expect([type, readable(trial.at(baseYear + 1), rows)]).toEqual([type, readable(without.at(baseYear + 1), rows)]);
    }
  });

  it("changes nothing and costs nothing when it would take effect after the horizon, and is refused", () => {
    fc.assert(
      fc.property(seeds, kinds, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3 }), (seed, type, late, leadYears) => {
        const { dataset, places } = countyWith(seed);
        const baseYear = baseYearOf(dataset);
        const timing = { startYear: baseYear + 2 + late - leadYears, leadYears };
        const levers = [everyKind(places, timing, baseYear + 9)[type]];
        const [bare, late2] = [[], levers].map((listed) => scenario({ horizonYears: 2, assumptions: staffing, levers: listed }));
        if (bare === undefined || late2 === undefined) throw new Error("two scenarios");
        expect(checkLevers(dataset, late2).map(({ message }) => message)).toContain("planning.issues.effectBeyondHorizon");
        const rows = dataset.schools.length;
        const [before, after] = [columnsByYear(dataset, bare), columnsByYear(dataset, late2)];
        for (const year of [baseYear, baseYear + 1, baseYear + 2]) {
          expect(readable(after.at(year), rows)).toEqual(readable(before.at(year), rows));
        }
        expect([after.trace.flows, after.trace.notices]).toEqual([[], []]);
      }),
      runs(27),
    );
  });

  it("is left out of a run that it comes too late for: the trial is the baseline, without cost", () => {
    fc.assert(
      fc.property(seeds, kinds, (seed, type) => {
        const { dataset, places } = countyWith(seed);
        const baseYear = baseYearOf(dataset);
        const levers = [everyKind(places, { startYear: baseYear + 1, leadYears: 2 }, baseYear + 9)[type]];
        const answer = run(dataset, scenario({ horizonYears: 2, assumptions: staffing, levers }));
        expect(answer.trial).toEqual(answer.baseline);
        expect(answer.cost.every(({ totalWan }) => totalWan === 0)).toBe(true);
        expect(answer.notices.filter(({ leverId }) => leverId !== null).map(({ key }) => key)).toEqual(["leverImpossible"]);
      }),
      runs(4),
    );
  });

  it("changes nothing among other levers when it is disabled, and their order in the list never matters", () => {
    fc.assert(
      fc.property(seeds, fc.shuffledSubarray([...leverTypes], { minLength: 4, maxLength: 12 }), kinds, (seed, chosen, off) => {
        const { dataset, places } = countyWith(seed);
        const baseYear = baseYearOf(dataset);
        const all = everyKind(places, { startYear: baseYear + 1, leadYears: 1 }, baseYear + 3);
        // A closed school can be neither the source nor the place of the others.
        const levers = chosen.filter((type) => type !== "close_school" && type !== off).map((type) => all[type]);
        const disabled: Lever = { ...all[off], id: "off", enabled: false };
        const answer = (listed: readonly Lever[]) =>
          JSON.stringify(run(dataset, scenario({ horizonYears: 3, assumptions: staffing, levers: listed, annualBudgetWan: 50 })));
        const plain = answer(levers);
        expect(answer([disabled, ...levers.toReversed()])).toBe(plain);
        expect(answer([...levers.toSorted((left, right) => (left.type < right.type ? -1 : 1)), disabled])).toBe(plain);
      }),
      runs(4),
    );
  });
});

const totalOf = (column: Float64Array): number => column.reduce((sum, figure) => sum + figure, 0);

describe("what a county has", () => {
  it("grows by what is built and bought and shrinks by what is written off, and by nothing else", () => {
    fc.assert(
      fc.property(
        seeds,
        fc.record({ startYear: fc.integer({ min: 0, max: 2 }), leadYears: fc.integer({ min: 1, max: 2 }) }),
        (seed, time) => {
          const { dataset, places } = countyWith(seed);
          const baseYear = baseYearOf(dataset);
          const effect = baseYear + time.startYear + time.leadYears;
          const {
            close_school: _,
            open_school: __,
            ...levers
          } = everyKind(places, { startYear: baseYear + time.startYear, leadYears: time.leadYears }, baseYear + 5);
          const { at } = columnsByYear(dataset, scenario({ horizonYears: 5, assumptions: staffing, levers: Object.values(levers) }));
          const figures = (year: number) => {
            const { facilities } = at(year);
            return [
              facilities.teachingAreaM2,
              facilities.gymAreaM2,
              facilities.sportsFieldAreaM2,
              facilities.equipmentValueWan,
              facilities.multimediaRooms,
              facilities.ordinaryClassrooms,
              facilities.musicRooms,
              facilities.artRooms,
            ].map(totalOf);
          };
          // 4 classrooms of 90 m², 400 m² of gym, an art room of 96 m²; 12.5 and 3 × 2.5 bought less 1.5; 4 + 3 − 1 rooms.
          const gained = [360 + 400 + 96, 400, 0, 12.5 + 7.5 - 1.5, 4 + 3 - 1, 4, 0, 1];
          const base = figures(baseYear);
          for (let year = baseYear; year <= baseYear + 5; year += 1) {
            figures(year).forEach((figure, index) => {
              expect(figure).toBeCloseTo((base[index] ?? Number.NaN) + (year < effect ? 0 : (gained[index] ?? Number.NaN)), 6);
            });
          }
        },
      ),
      runs(12),
    );
  });

  it("keeps its teachers where nobody leaves, and gains exactly those whom it hires", () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 30 }), fc.double({ min: 0, max: 1, noNaN: true }), (seed, count, fulfilment) => {
        const { dataset, places } = countyWith(seed);
        const baseYear = baseYearOf(dataset);
        const timing = { startYear: baseYear + 1, leadYears: 1 };
        const { close_school: _, hire_teachers: __, ...others } = everyKind(places, timing, baseYear + 4);
        const hire = lever("hire_teachers", {
          target: { mode: "school", schoolCode: places.junior, stage: "junior" },
          count,
          fulfilment,
          subject: "art",
          ...timing,
        });
        const { at } = columnsByYear(dataset, scenario({ horizonYears: 4, levers: [...Object.values(others), hire] }));
        const base = at(baseYear).teachers;
        for (let year = baseYear; year <= baseYear + 4; year += 1) {
          const { primary, junior } = at(year).teachers;
          const hired = year < baseYear + 2 ? 0 : count * fulfilment;
          expect(totalOf(primary.fullTime)).toBeCloseTo(totalOf(base.primary.fullTime), 6);
          expect(totalOf(primary.music)).toBeCloseTo(totalOf(base.primary.music), 6);
          expect(totalOf(junior.fullTime)).toBeCloseTo(totalOf(base.junior.fullTime) + hired, 6);
          expect(totalOf(junior.art)).toBeCloseTo(totalOf(base.junior.art) + hired, 6);
          expect(totalOf(junior.music)).toBeCloseTo(totalOf(base.junior.music), 6);
        }
      }),
      runs(12),
    );
  });

  it("loses the pupils of no closed or rezoned school: the county's pupils are those of the baseline", () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom<LeverType>("close_school", "rezone", "class_cap", "hire_teachers"), (seed, type) => {
        const { dataset: original, places } = countyWith(seed);
        // Pupils who change school take on its ratios, so that only equal ratios keep their number.
        const dataset = { ...original, schools: original.schools.map((school) => ({ ...school, history: [] })) };
        const baseYear = baseYearOf(dataset);
        const levers = [everyKind(places, { startYear: baseYear + 1, leadYears: 1 }, baseYear + 4)[type]];
        const [without, moved] = [[], levers].map((listed) => columnsByYear(dataset, scenario({ horizonYears: 4, levers: listed })));
        for (let year = baseYear; year <= baseYear + 4; year += 1) {
          for (const stage of ["primary", "junior"] as const) {
            const before = totalOf(without?.at(year).pupils[stage] ?? new Float64Array());
            expect(totalOf(moved?.at(year).pupils[stage] ?? new Float64Array([Number.NaN]))).toBeCloseTo(before, 5);
          }
        }
      }),
      runs(12),
    );
  });

  it("pays for works what they cost, once, whatever the lead time, and prices grow from the base year", () => {
    const works = {
      build_classrooms: (4 * 90 * 4500) / 10_000 + 4 * 2.5,
      build_sports: (400 * 400) / 10_000,
      convert_sports: (500 * 1000) / 10_000,
      build_special_rooms: (96 * 4500) / 10_000,
      buy_equipment: 12.5,
      equip_multimedia: 7.5,
      open_school: 5940,
    } as const satisfies Partial<Record<LeverType, number>>;
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(works) as (keyof typeof works)[])),
        fc.integer({ min: 0, max: 2 }),
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom(0, 0.03, 0.1),
        (type, start, leadYears, priceGrowth) => {
          fc.pre(start + leadYears > 0);
          const { dataset, places } = countyWith(11);
          const baseYear = baseYearOf(dataset);
          const measure = everyKind(places, { startYear: baseYear + start, leadYears }, baseYear + 6)[type];
          const { cost } = run(dataset, scenario({ horizonYears: 6, assumptions: { priceGrowth }, levers: [measure] }));
          const atBasePrices = cost.map(({ capitalWan, year }) => capitalWan / (1 + priceGrowth) ** (year - baseYear));
          const parts = Math.max(1, leadYears);
          const expected = cost.map((_, index) => (index >= start && index < start + parts ? works[type] / parts : 0));
          atBasePrices.forEach((paid, index) => {
            expect(paid).toBeCloseTo(expected[index] ?? Number.NaN, 6);
          });
          expect(cost.every(({ recurrentWan }) => recurrentWan === 0)).toBe(true);
        },
      ),
      runs(5),
    );
  });
});
