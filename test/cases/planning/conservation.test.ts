import { countyOfSize } from "@db/seeds/small-county";
import type { CountyColumns } from "@server/compliance/engine/index";
import { canonicalJson } from "@server/kernel/canonical-json";
import { type Lever, projectionSchema, type ScenarioDocument } from "@server/planning/contract";
import { checkLevers } from "@server/planning/engine/index";
import type { CountyDataset } from "@server/statistics/contract";
import { projectionsPerProperty } from "@test/cases/compliance/runs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsByYear, lever, run, scenario } from "./county";

/** Counties of ordinary primary schools (and what else the fixture has), and levers that only move things about. */
const ordinary = (dataset: CountyDataset): string[] =>
  dataset.schools
    .filter(({ type, code }) => type === "primary" && dataset.schools.every(({ parentCode }) => parentCode !== code))
    .map(({ code }) => code);

const sum = (column: Float64Array): number => column.reduce((total, figure) => total + (Number.isNaN(figure) ? 0 : figure), 0);

const cases = fc
  .record({
    seed: fc.nat(5000),
    share: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
    attrition: fc.double({ min: 0, max: 0.1, noNaN: true }),
    picks: fc.array(fc.nat(100), { minLength: 3, maxLength: 3 }),
  })
  .map(({ seed, share, attrition, picks }) => {
    const dataset = countyOfSize(24, seed);
    const codes = ordinary(dataset);
    const pick = (index: number, among: readonly string[]): string => among[(picks[index] ?? 0) % among.length] ?? "";
    const first = pick(0, codes);
    const second = pick(
      1,
      codes.filter((code) => code !== first),
    );
    const third = pick(
      2,
      codes.filter((code) => code !== first && code !== second),
    );
    return { dataset, first, second, third, share, attrition };
  });

const moving = ({ first, second, third, share }: { first: string; second: string; third: string; share: number }): readonly Lever[] => [
  lever("close_school", {
    schoolCode: first,
    targets: [
      { schoolCode: second, share },
      { schoolCode: third, share: 1 - share },
    ],
    startYear: 2027,
  }),
  { ...lever("rezone", { fromCode: second, toCode: third, stage: "primary", scope: "all_pupils", share }), id: "zone" },
  {
    ...lever("rotate_teachers", { fromCode: third, toCode: second, stage: "primary", teachers: 2, termYears: 2, startYear: 2027 }),
    id: "move",
  },
  { ...lever("transfer_equipment", { fromCode: third, toCode: second, valueWan: 1, startYear: 2027 }), id: "hand" },
];

const runs = { numRuns: projectionsPerProperty(15), seed: 20260902 };

describe("levers that move things about", () => {
  it("neither make nor lose pupils, teachers, certificates, equipment or places in the zones of the county", () => {
    fc.assert(
      fc.property(cases, ({ dataset, attrition, ...choice }) => {
        const assumptions: Partial<ScenarioDocument["assumptions"]> = { teacherAttrition: attrition, teacherReplacement: 0.5 };
        // Every school's ratio is 1, or the pupils who change school would change their ratio too.
        const plain = { ...dataset, schools: dataset.schools.map((school) => ({ ...school, history: [] })) };
        const levers = moving(choice);
        const without = columnsByYear(plain, scenario({ horizonYears: 4, assumptions }));
        const moved = columnsByYear(plain, scenario({ horizonYears: 4, assumptions, levers }));
        const reads: readonly ((columns: CountyColumns) => Float64Array)[] = [
          ({ pupils }) => pupils.primary,
          ({ pupils }) => pupils.junior,
          ({ teachers }) => teachers.primary.fullTime,
          ({ teachers }) => teachers.primary.backbone,
          ({ teachers }) => teachers.junior.music,
          ({ facilities }) => facilities.equipmentValueWan,
          ({ further }) => further["basic.books"],
          ({ further }) => further["staff.certified"],
          ({ further }) => further["staff.trained360"],
        ];
        for (const year of [2027, 2028, 2029, 2030]) {
          for (const read of reads) {
            const before = sum(read(without.at(year)));
            expect(sum(read(moved.at(year)))).toBeCloseTo(before, 5);
            expect(Math.min(...read(moved.at(year)).filter((figure) => !Number.isNaN(figure)))).toBeGreaterThanOrEqual(-1e-9);
          }
        }
      }),
      runs,
    );
  });

  it("give the same bytes in whatever order they are listed", () => {
    fc.assert(
      fc.property(cases, fc.nat(23), ({ dataset, ...choice }, turn) => {
        const levers = [...moving(choice)];
        const turned = [...levers.slice(turn % 4), ...levers.slice(0, turn % 4)].toReversed();
        const answer = (listed: readonly Lever[]) => JSON.stringify(run(dataset, scenario({ horizonYears: 3, levers: listed })));
        expect(checkLevers(dataset, scenario({ horizonYears: 3, levers }))).toEqual([]);
        expect(answer(turned)).toBe(answer(levers));
      }),
      { ...runs, numRuns: projectionsPerProperty(6) },
    );
  });
});

describe("every lever together", () => {
  const dataset = countyOfSize(24, 7);
  const [first = "", second = "", third = ""] = ordinary(dataset);
  const junior = dataset.schools.find(({ type }) => type === "junior")?.code ?? "";
  const levers: readonly Lever[] = [
    ...moving({ first, second, third, share: 0.5 }),
    lever("build_classrooms", { schoolCode: second }),
    lever("build_sports", { schoolCode: second }),
    lever("build_special_rooms", { schoolCode: third }),
    lever("buy_equipment", { schoolCode: junior }),
    lever("equip_multimedia", { schoolCode: junior }),
    lever("write_off", { schoolCode: junior, valueWan: 1 }),
    lever("hire_teachers", { target: { mode: "largest_deficit", stage: "junior" }, count: 5 }),
    lever("upgrade_education", { schoolCode: "", stage: "junior", endYear: 2029 }),
    lever("train_backbone", { schoolCode: "", stage: "primary", endYear: 2029 }),
    lever("train_360", { schoolCode: "", endYear: 2029 }),
    lever("certify_teachers", { schoolCode: "", endYear: 2029 }),
    lever("rotation_quota", { endYear: 2030 }),
    lever("open_school", { code: "N001" }),
    { ...lever("rezone", { fromCode: second, toCode: "N001", stage: "primary", scope: "entrants", startYear: 2027 }), id: "new" },
    lever("class_cap", { schoolCode: "", stage: "primary", cap: 40 }),
    lever("public_funds", { schoolCode: "" }),
    lever("training_funds", { schoolCode: "" }),
    lever("special_funds", {}),
    lever("teacher_pay", {}),
    lever("county_fact", { fact: "quotaPlaces", mode: "linear", targetValue: 200, targetYear: 2029 }),
    lever("declare", { item: "all", endYear: 2030 }),
    { ...lever("declare", { item: "vetoes", endYear: 2030 }), id: "vetoes" },
  ];
  const document = scenario({
    horizonYears: 4,
    levers,
    assumptions: { retirement: "by_age", retention: "by_cohort", entrantShares: "rolling" },
  });
  const answer = run(dataset, document);

  it("is possible, of the documented shape, and holds no number that is not one", () => {
    expect(checkLevers(dataset, document)).toEqual([]);
    projectionSchema.parse(answer);
    canonicalJson(answer);
    expect(answer.levers).toHaveLength(levers.length);
    expect(answer.notices.filter(({ key }) => key === "leverImpossible" || key === "limitedToExisting")).toEqual([]);
  });

  it("is judged on all items in every year, and meets what the levers are for", () => {
    for (const { items, overall } of answer.trial) {
      expect(Object.keys(items ?? {})).toHaveLength(25);
      expect((overall?.met ?? 0) + (overall?.notMet ?? 0) + (overall?.notEvaluable ?? 0)).toBe(32);
    }
    expect(answer.trial[4]?.items).toMatchObject({ G1: "met", G7: "met", G8: "met", G11: "met", Q4: "met" });
  });

  it("adds its money up by source and by lever", () => {
    for (const { byLever, bySource, totalWan } of answer.cost) {
      expect(byLever.reduce((total, { capitalWan, recurrentWan }) => total + capitalWan + recurrentWan, 0)).toBeCloseTo(totalWan, 6);
      expect(bySource.reduce((total, part) => total + part.totalWan, 0)).toBeCloseTo(totalWan, 6);
    }
  });

  it("says how often each assumption was used", () => {
    const used = Object.fromEntries(answer.assumptionUse.map(({ path, used: times }) => [path, times]));
    expect(used).toMatchObject({ priceGrowth: 4, evidence: 4 });
    expect(used.classPolicy).toBeGreaterThan(0);
    expect(used.entrantsTrendBeyondBirths).toBeUndefined();
  });
});
