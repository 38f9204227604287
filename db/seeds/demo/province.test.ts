import { type CountyAssessment, type ResourceIndicator, resourceIndicators, type Verdict } from "@server/compliance/contract";
import { columnsOfDataset, judgeCounty } from "@server/compliance/engine/index";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { quality2019 } from "@server/compliance/rulesets/quality-2019";
import { canonicalJson } from "@server/kernel/canonical-json";
import { checkDataset } from "@server/statistics/checks";
import { type CountyDataset, countyDatasetSchema, type Stage, stages } from "@server/statistics/contract";
import { checkAgainstYear } from "@server/statistics/year-checks";
import { sentenceOf } from "@test/support/sentences";
import { describe, expect, it } from "vitest";
import { type DemoCounty, demoProvince } from "./province";

const demo = demoProvince();

const countyNamed = (name: string): DemoCounty => {
  const county = demo.counties.find(({ organisation }) => organisation.name === name);
  if (county === undefined) throw new Error(`no demonstration county ${name}`);
  return county;
};
const newestOf = (county: DemoCounty): CountyDataset => {
  const dataset = county.years.at(-1);
  if (dataset === undefined) throw new Error("a demonstration county without data");
  return dataset;
};
const judge = (dataset: CountyDataset): CountyAssessment => judgeCounty(columnsOfDataset(dataset), quality2017);
const judged = new Map(demo.counties.map((county) => [county.organisation.name, judge(newestOf(county))]));
const assessmentOf = (name: string): CountyAssessment => {
  const assessment = judged.get(name);
  if (assessment === undefined) throw new Error(`no demonstration county ${name}`);
  return assessment;
};

/** Indicators that failing sections do not meet, of the county as a whole. */
const indicatorsBehindFailures = (assessment: CountyAssessment): readonly ResourceIndicator[] => {
  const found = new Set<ResourceIndicator>();
  for (const stage of stages) {
    for (const section of assessment.stages[stage].sections) {
      if (section.verdict !== "not_met") continue;
      for (const indicator of resourceIndicators) {
        const { state } = section.indicators[indicator];
        if (state === "below" || state === "remainder") found.add(indicator);
      }
    }
  }
  return [...found].sort();
};
const cvsOverLimit = (assessment: CountyAssessment): readonly string[] =>
  stages.flatMap((stage) =>
    Object.entries(assessment.stages[stage].balance)
      .filter(([, { verdict }]) => verdict === "not_met")
      .map(([indicator]) => `${stage} ${indicator}`),
  );
const shareMeeting = (assessment: CountyAssessment, indicator: ResourceIndicator, only: readonly Stage[] = stages): number => {
  const total = only.reduce((sum, stage) => sum + assessment.stages[stage].sectionsTotal, 0);
  return only.reduce((sum, stage) => sum + assessment.stages[stage].indicatorMet[indicator], 0) / total;
};

describe("the demonstration province", () => {
  it("is the same on every call", () => {
    expect(canonicalJson(demoProvince())).toBe(canonicalJson(demo));
  });

  it("has two cities and twelve counties of 12 to 120 schools, three statistics years each", () => {
    expect(demo.cities).toHaveLength(2);
    expect(demo.counties).toHaveLength(12);
    const sizes = demo.counties.map((county) => newestOf(county).schools.length);
    expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([12, 120]);
    for (const { organisation, years } of demo.counties) {
      expect(years.map(({ county }) => county.statisticsYear)).toEqual([2024, 2025, 2026]);
      expect(years.every(({ county }) => county.code === organisation.code && county.name === organisation.name)).toBe(true);
    }
  });

  it("keeps to the dataset schema, with codes and names that are unique in each county", () => {
    for (const { years } of demo.counties) {
      for (const dataset of years) {
        expect(countyDatasetSchema.safeParse(dataset).error).toBeUndefined();
        expect(new Set(dataset.schools.map(({ code }) => code)).size).toBe(dataset.schools.length);
        expect(new Set(dataset.schools.map(({ name }) => name)).size).toBe(dataset.schools.length);
      }
    }
  });

  it("has every kind of school: mixed stages, private schools, a merged campus, teaching points above and below 50 pupils", () => {
    const reasons = new Set(assessmentOf("榕岭县").inclusion.map(({ reason }) => reason));
    expect([...reasons].sort()).toEqual([
      "campus_merged",
      "mixed_stage",
      "ordinary",
      "senior_only",
      "special_education",
      "teaching_point_large",
      "teaching_point_small",
      "vocational",
    ]);
    const { schools } = newestOf(countyNamed("榕岭县"));
    expect(new Set(schools.map(({ type }) => type)).size).toBe(9);
    expect(schools.some(({ ownerCode }) => ownerCode === 10)).toBe(true);
    expect(new Set(schools.map(({ locality }) => locality))).toEqual(new Set(["town", "rural"]));
  });

  it("tells the same past in every year's dataset", () => {
    for (const { years } of demo.counties) {
      for (const [index, dataset] of years.entries()) {
        for (const earlier of years.slice(0, index)) {
          const year = earlier.county.statisticsYear;
          const remembered = dataset.schools.map(({ code, history }) => [code, history.find((past) => past.year === year)]);
          const nowCode = (row: number): string | undefined => dataset.schools[row]?.code;
          const then = earlier.schools.map(({ history, pupils: { primaryByGrade, juniorByGrade } }, row) => [
            nowCode(row),
            history.length === 0 ? undefined : { year, primaryByGrade, juniorByGrade },
          ]);
          expect(remembered).toEqual(then);
        }
      }
    }
  });

  it("moves pupils up a grade each year, and loses births", () => {
    const [before, after] = [countyNamed("霜桥县").years[1], countyNamed("霜桥县").years[2]];
    const grade = (dataset: CountyDataset | undefined, index: number): number =>
      (dataset?.schools ?? []).reduce((sum, { pupils }) => sum + (pupils.primaryByGrade?.[index] ?? 0), 0);
    for (let index = 0; index < 5; index++) {
      expect(Math.abs(grade(after, index + 1) / grade(before, index) - 1)).toBeLessThan(0.02);
    }
    expect(grade(after, 0)).toBeLessThan(0.92 * grade(before, 0));
    const births = newestOf(countyNamed("霜桥县")).county.births;
    expect(births.at(-1)?.births).toBeLessThan(0.55 * (births.find(({ year }) => year === 2016)?.births ?? 0));
  });
});

describe("what the demonstration counties report beside their resources", () => {
  it("contradicts itself in no hard check, in any year", () => {
    for (const { organisation, years } of demo.counties) {
      for (const dataset of years) {
        const errors = checkDataset(dataset).filter(({ severity }) => severity === "error");
        expect([organisation.name, errors]).toEqual([organisation.name, []]);
      }
    }
  });

  it("is asked about where a county's report contradicts itself", () => {
    const texts = checkDataset(newestOf(countyNamed("柏渚县"))).map(sentenceOf);
    expect(texts.filter((text) => text.startsWith("《自报数》"))).toEqual([
      expect.stringMatching(/“义务教育学校\(含教学点\)总数\(所\)”自报 \d+，各分项合计却为 \d+/u),
      expect.stringMatching(/“超过50人的初中班级占比”自报 [\d.]+%，按自报的 \d+ 和 \d+ 计算应为 [\d.]+%/u),
    ]);
    expect(
      checkDataset(newestOf(countyNamed("望澜区")))
        .map(sentenceOf)
        .filter((text) => text.startsWith("《自报数》")),
    ).toEqual([]);
  });

  it("follows the school that was given a new code into the years before", () => {
    const [, before, now] = countyNamed("松陂县").years;
    if (before === undefined || now === undefined) throw new Error("years");
    const renamed = now.schools.filter(({ lineage }) => lineage.length > 0);
    expect(renamed.map(({ lineage }) => lineage.map(({ event }) => event))).toEqual([["renamed"]]);
    expect(before.schools.some(({ code }) => code === renamed[0]?.code)).toBe(false);
    const strangers = checkAgainstYear(now, before).filter(({ message }) => /schoolAppeared|schoolVanished|unknownOrigin/u.test(message));
    expect(strangers).toEqual([]);
  });

  it("has classes over the limit in the crowded seats only", () => {
    const over = (name: string): number => {
      const { reported } = newestOf(countyNamed(name)).county;
      return (reported.classesPrimaryOver45 ?? 0) + (reported.classesJuniorOver50 ?? 0);
    };
    expect(over("柏渚县")).toBeGreaterThan(20);
    expect(over("青岫区")).toBeGreaterThan(20);
    expect(["望澜区", "鹿汀县", "霜桥县", "榕岭县"].map(over)).toEqual([0, 0, 0, 0]);
  });

  it("differs by county in rotation, rooms, statements and monitoring", () => {
    const rotation = (name: string): number => {
      const { rotated, rotationEligible } = newestOf(countyNamed(name)).county.facts;
      return (rotated ?? 0) / (rotationEligible ?? 1);
    };
    expect(rotation("霜桥县")).toBeLessThan(0.1);
    expect(rotation("望澜区")).toBeGreaterThan(0.1);
    expect(newestOf(countyNamed("鹿汀县")).schools.every(({ specialRooms }) => (specialRooms.music96 ?? 0) === 0)).toBe(true);
    expect(newestOf(countyNamed("岚嵎县")).county.declarations["Q8.homework"]).toBeUndefined();
    expect(newestOf(countyNamed("沙屿县")).county.monitoring).toEqual([]);
    expect(newestOf(countyNamed("云垭县")).schools.filter(({ unsplitTeachers }) => unsplitTeachers.fullTime !== null)).toHaveLength(1);
    expect(newestOf(countyNamed("青岫区")).schools.filter(({ conditions }) => conditions.denseCentre === true)).toHaveLength(2);
    expect(newestOf(countyNamed("松陂县")).schools.filter(({ conditions }) => conditions.boarding === true).length).toBeGreaterThan(2);
  });
});

describe("judged by the compliance engine, the demonstration counties", () => {
  it("pass, fail or cannot be judged as intended", () => {
    const verdicts = Object.fromEntries([...judged].map(([name, { verdict }]) => [name, verdict]));
    expect(verdicts).toEqual({
      望澜区: "met",
      青岫区: "not_met",
      柏渚县: "not_met",
      松陂县: "not_met",
      岚嵎县: "not_met",
      鹿汀县: "met",
      南浔湾区: "not_met",
      榕岭县: "not_met",
      云垭县: "not_met",
      荻浦湾县: "not_met",
      沙屿县: "not_evaluable",
      霜桥县: "met",
    } satisfies Record<string, Verdict>);
  });

  it.each([
    ["青岫区", ["R4", "R5"]],
    ["柏渚县", ["R4", "R7"]],
    ["松陂县", ["R2", "R3", "R5"]],
    ["南浔湾区", ["R2"]],
    ["榕岭县", ["R2", "R3", "R4", "R5", "R6", "R7"]],
    ["云垭县", ["R6", "R7"]],
  ])("%s fails for %j", (name, indicators) => {
    expect(indicatorsBehindFailures(assessmentOf(name))).toEqual(indicators);
  });

  it.each([
    ["岚嵎县", ["primary R4", "primary R5"]],
    ["荻浦湾县", ["primary R6", "junior R6"]],
  ])("%s has no failing school; its coefficients of variation bind: %j", (name, cvs) => {
    const assessment = assessmentOf(name);
    expect(stages.map((stage) => assessment.stages[stage].sectionsNotMet)).toEqual([0, 0]);
    expect(cvsOverLimit(assessment)).toEqual(cvs);
  });

  it("霜桥县 passes with schools that use the one remainder", () => {
    const sections = stages.flatMap((stage) => assessmentOf("霜桥县").stages[stage].sections);
    expect(sections.filter(({ usesRemainder }) => usesRemainder).length).toBeGreaterThan(3);
  });

  it("沙屿县 would pass if nothing were blank", () => {
    const { failing, notEvaluable } = assessmentOf("沙屿县");
    expect(failing).toBe(0);
    expect(notEvaluable).toBeGreaterThan(0);
  });

  it("榕岭县 starts where the plan it is modelled on starts: 80 %, 85 %, 10 %, 10 % of schools, 0.7 PE and art teachers", () => {
    const assessment = assessmentOf("榕岭县");
    expect(shareMeeting(assessment, "R4")).toBeCloseTo(0.8, 1);
    expect(shareMeeting(assessment, "R5")).toBeCloseTo(0.85, 1);
    expect(shareMeeting(assessment, "R6")).toBeCloseTo(0.1, 1);
    expect(shareMeeting(assessment, "R7")).toBeCloseTo(0.1, 1);
    expect(shareMeeting(assessment, "R1")).toBe(1);
    expect(shareMeeting(assessment, "R3", ["junior"])).toBe(1);
    expect(assessment.stages.primary.balance.R3.mean).toBeCloseTo(0.7, 1);
  });

  it("have more area per pupil in small village schools than in large town schools", () => {
    const { sections } = assessmentOf("岚嵎县").stages.primary;
    const mean = (chosen: typeof sections): number =>
      chosen.reduce((sum, { indicators }) => sum + (indicators.R4.value ?? 0), 0) / chosen.length;
    const village = sections.filter(({ locality, pupils }) => locality === "rural" && (pupils ?? 0) < 150);
    const town = sections.filter(({ locality, pupils }) => locality === "town" && (pupils ?? 0) > 600);
    expect(mean(village)).toBeGreaterThan(2 * mean(town));
  });
});

describe("judged on all thirty-two indicators, reliefs in force", () => {
  const whole = new Map(
    demo.counties.map((county) => [county.organisation.name, judgeCounty(columnsOfDataset(newestOf(county)), quality2019)]),
  );
  const notMet = (name: string): readonly string[] =>
    Object.values(whole.get(name)?.items ?? {})
      .filter(({ verdict }) => verdict !== "met")
      .map(({ id, verdict }) => (verdict === "not_met" ? id : `${id}?`));

  it("counties pass everything, fail for different reasons, or miss something", () => {
    expect(Object.fromEntries([...whole].map(([name, { overall }]) => [name, overall?.verdict]))).toEqual({
      望澜区: "met",
      青岫区: "not_met",
      柏渚县: "not_met",
      松陂县: "not_met",
      岚嵎县: "not_met",
      鹿汀县: "met",
      南浔湾区: "not_met",
      榕岭县: "not_met",
      云垭县: "not_met",
      荻浦湾县: "not_met",
      沙屿县: "incomplete",
      霜桥县: "not_met",
    });
    expect(Object.fromEntries([...whole.keys()].map((name) => [name, notMet(name).join(" ")]))).toEqual({
      望澜区: "",
      青岫区: "G5",
      柏渚县: "G5",
      松陂县: "G9",
      岚嵎县: "G1? Q8?",
      鹿汀县: "",
      南浔湾区: "G13",
      榕岭县: "G11 Q1 X1",
      云垭县: "G3 Q9",
      荻浦湾县: "G6 G7 G14 Q4",
      沙屿县: "G9? Q4? Q9?",
      霜桥县: "G11",
    });
  });

  it("鹿汀县 passes only because its rooms were built by 2016", () => {
    const reliefs = whole.get("鹿汀县")?.items?.G3.reliefs ?? [];
    expect(reliefs.map(({ schools }) => schools.length)).toEqual([newestOf(countyNamed("鹿汀县")).schools.length]);
    const without = judgeCounty(columnsOfDataset(newestOf(countyNamed("鹿汀县"))), quality2017);
    expect(without.items?.G3.verdict).toBe("not_met");
  });
});
