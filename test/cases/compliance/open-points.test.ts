import { type BasicValues, basicParameters } from "@server/compliance/basic-contract";
import { parameters } from "@server/compliance/rules-contract";
import { basic2012 } from "@server/compliance/rulesets/basic-2012";
import type { Dated } from "@server/compliance/rulesets/parameter";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { quality2019 } from "@server/compliance/rulesets/quality-2019";
import { describe, expect, it } from "vitest";
import { basicBalanceSituations } from "./basic/situations-balance";
import { basicCountySituations } from "./basic/situations-county";
import { basicScopeSituations } from "./basic/situations-scope";
import { countySituations } from "./items/situations-county";
import { countyQualitySituations } from "./items/situations-county-quality";
import { roomReliefSituations } from "./items/situations-room-reliefs";
import { roomSituations } from "./items/situations-rooms";
import { rotationSituations } from "./items/situations-rotation";
import { schoolSizeSituations } from "./items/situations-school-size";
import { schoolSituations } from "./items/situations-schools";
import { schoolQualitySituations } from "./items/situations-schools-quality";
import { zoningSituations } from "./items/situations-zoning";
import { resourceSituations } from "./regulation-cases";

/** A point that the documents leave open: the parameter that is its switch, our reading, and the readings offered. */
interface OpenPoint {
  readonly point: string;
  readonly key: string;
  readonly taken: unknown;
  readonly offered: readonly unknown[];
  /** A projection tries it: a single year has nobody away from school (test/cases/planning/rotation.test.ts). */
  readonly projected?: true;
}

const points: readonly OpenPoint[] = [
  { point: "rounding before comparing", key: "rounding.compare", taken: "unrounded", offered: ["displayed"] },
  { point: "the same of basic balance", key: "basic.rounding.compare", taken: "unrounded", offered: ["displayed"] },
  { point: "teaching points under 50", key: "inclusion.smallTeachingPoints", taken: "dropped", offered: ["merged"] },
  { point: "campuses that are no schools", key: "inclusion.campuses", taken: "merged", offered: ["separate"] },
  { point: "the same of basic balance", key: "basic.inclusion.campuses", taken: "merged", offered: ["separate"] },
  { point: "owners in basic balance", key: "basic.inclusion.owners", taken: [7, 8], offered: ["all"] },
  { point: "rooms of mixed-stage schools", key: "G3.mixedStages", taken: "shared", offered: ["added", "all_classes"] },
  { point: "new, partial or closing schools", key: "inclusion.partialSchools", taken: "counted", offered: ["excluded"] },
  { point: "the same of basic balance", key: "basic.inclusion.partialSchools", taken: "counted", offered: ["excluded"] },
  { point: "gym in the teaching area of basic balance", key: "basic.gymInTeachingArea", taken: "kept", offered: ["subtracted"] },
  { point: "kindergarten children in the split", key: "split.kindergarten", taken: 0, offered: [1, 0.5] },
  { point: "the same of basic balance", key: "basic.split.kindergarten", taken: 0, offered: [1] },
  { point: "who is eligible for rotation", key: "G11.eligible", taken: "reported", offered: ["public_teachers"] },
  { point: "zoned pupils of the stock or of the intake", key: "G13.base", taken: "all_pupils", offered: ["entrants"] },
  { point: "funds of special education", key: "G7.perPupil", taken: 6000, offered: [7000, 8000] },
  {
    point: "rotated and seconded teachers",
    key: "teachers.rotated",
    taken: "where_they_work",
    offered: ["where_they_belong"],
    projected: true,
  },
  { point: "which small schools are funded as a hundred", key: "G6.scope", taken: "rural_and_points", offered: ["all_small"] },
  { point: "teachers in post for less than five years", key: "G9.newTeachers", taken: "counted", offered: ["exempt"] },
  { point: "training funds of the budget or the final account", key: "Q4.account", taken: "budget", offered: ["budget_and_final"] },
  { point: "subjects of the monitoring", key: "Q9.subjects", taken: "with_results", offered: [["chinese", "mathematics"]] },
  { point: "where visiting teachers count", key: "relief.R3.localities", taken: ["rural"], offered: [["rural", "town", "urban"]] },
  { point: "small rural schools by pupils too", key: "relief.G3.smallRural.maximumPupils", taken: 0, offered: [200] },
  { point: "the larger limit for twelve-year schools", key: "relief.G4.limit.twelveYear", taken: 2500, offered: [3000] },
  { point: "relieved values in the coefficient", key: "relief.inBalance", taken: true, offered: [false] },
  { point: "satisfaction with basic balance", key: "basic.satisfaction.use", taken: "shown", offered: ["judged"] },
];

const day = "2025-09-01";
const seriesOf = (values: object, key: string): readonly Dated<unknown>[] | undefined =>
  (values as Readonly<Record<string, readonly Dated<unknown>[]>>)[key];
const valuesIn = (series: readonly Dated<unknown>[] | undefined): Dated<unknown> | undefined =>
  series?.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo >= day));

const tried: readonly (readonly [string, unknown])[] = [
  ...Object.values(resourceSituations)
    .flat()
    .flatMap(({ readings, layers = [] }) => [
      ...Object.entries(readings ?? {}),
      ...layers.flatMap(({ entries }) => entries.map(({ key, value }) => [key, value] as [string, unknown])),
    ]),
  ...[
    countySituations,
    countyQualitySituations,
    rotationSituations,
    roomSituations,
    roomReliefSituations,
    schoolSizeSituations,
    schoolSituations,
    schoolQualitySituations,
    zoningSituations,
  ]
    .flat()
    .flatMap(({ values }) => Object.entries(values ?? {})),
  ...[basicBalanceSituations, basicCountySituations, basicScopeSituations]
    .flat()
    .flatMap(({ readings }): [string, unknown][] => Object.entries<BasicValues[keyof BasicValues]>(readings ?? {})),
];
const all = { ...parameters, ...basicParameters };
const definitionOf = (key: string) => Object.entries(all).find(([known]) => known === key)?.[1];

describe.each(points)("the open point “$point” ($key)", ({ key, taken, offered, projected }) => {
  it("has its own reading in every rule set, with unit, ground, days and certainty", () => {
    const sets = key.startsWith("basic.") ? [basic2012.values] : [quality2017.values, quality2019.values];
    for (const values of sets) {
      const found = valuesIn(seriesOf(values, key));
      expect(found?.value).toEqual(taken);
      expect(found?.source.document).not.toBe("");
      expect(found?.source.article).not.toBe("");
      expect(["certain", "one-source", "inferred"]).toContain(found?.certainty);
    }
    expect(definitionOf(key)?.unit).not.toBe("");
  });

  it("takes the other readings, each tried by a situation that it decides", () => {
    for (const value of offered) expect(definitionOf(key)?.schema.safeParse(value).success).toBe(true);
    if (projected) return;
    const values = tried.filter(([one]) => one === key).map(([, value]) => JSON.stringify(value));
    const missing = offered.filter((value) => typeof value === "string" && !values.includes(JSON.stringify(value)));
    expect({ key, missing, tried: values.length > 0 }).toEqual({ key, missing: [], tried: true });
  });
});

describe("a relief", () => {
  it.each(["relief.R3.on", "relief.R5.on", "relief.G3.oldBuilding.on", "relief.G3.smallRural.on", "relief.G4.on"])(
    "%s is off in the national measure, and on without end in the procedure from 2019",
    (key) => {
      expect(valuesIn(seriesOf(quality2017.values, key))?.value).toBe(false);
      expect(valuesIn(seriesOf(quality2019.values, key))).toMatchObject({ value: true, validFrom: "2019-01-01", validTo: null });
    },
  );
});
