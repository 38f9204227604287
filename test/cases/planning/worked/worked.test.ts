import type { CountyColumns, RuleSet } from "@server/compliance/engine/index";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { quality2019 } from "@server/compliance/rulesets/quality-2019";
import { leverTypes } from "@server/planning/contract";
import { checkLevers } from "@server/planning/engine/check";
import { describe, expect, it } from "vitest";
import { columnsByYear, run, scenario, yearOf } from "../county";
import { smallCounty, type WorkedExample } from "./example";
import { everythingExample, flowExamples } from "./flows";
import { leverExamples } from "./levers";

const years = [2026, 2027, 2028];

/** A column by its path, as in the dataset. */
const columnAt = (columns: CountyColumns, path: string): Float64Array => {
  let found: unknown = columns;
  for (const key of path in columns.further ? ["further", path] : path.split("."))
    found = typeof found === "object" && found !== null ? Reflect.get(found, key) : undefined;
  if (!(found instanceof Float64Array)) throw new Error(`no column ${path}`);
  return found;
};

const countyFigure = ({ countyFacts: { facts, declarations } }: CountyColumns, key: string): number => {
  const found: unknown = Reflect.get(key in facts ? facts : declarations, key);
  return found === undefined || found === null ? Number.NaN : Number(found);
};

const check = ({
  dataset = smallCounty,
  assumptions = {},
  levers = [],
  withReliefs = false,
  figures,
  costWan = [0, 0, 0],
}: WorkedExample): void => {
  const ruleSet: RuleSet = withReliefs ? quality2019 : quality2017;
  const document = scenario({ horizonYears: 2, assumptions, levers });
  expect(checkLevers(dataset, document)).toEqual([]);
  const { at, cell } = columnsByYear(dataset, document, ruleSet);
  const { trial, cost } = run(dataset, document, ruleSet);
  const read = (where: string, what: string, year: number): number => {
    if (where === "county") return countyFigure(at(year), what);
    if (!where.includes(":")) return cell(year, where, (columns) => columnAt(columns, what));
    const value: unknown = Reflect.get(yearOf(trial, year).sections.find(({ id }) => id === where)?.values ?? {}, what);
    return typeof value === "number" ? value : Number.NaN;
  };
  for (const [place, expected] of Object.entries(figures)) {
    const [where = "", what = ""] = place.split(" ");
    const found = years.map((year) => read(where, what, year));
    const wanted = expected.map((value) => value ?? Number.NaN);
    const agree = found.every((value, index) => Object.is(value, wanted[index]) || Math.abs(value - (wanted[index] ?? Number.NaN)) < 1e-9);
    if (!agree) expect({ place, found }).toEqual({ place, found: wanted });
  }
  cost.forEach(({ totalWan }, index) => {
    expect(totalWan).toBeCloseTo(costWan[index] ?? Number.NaN, 9);
  });
};

describe("a lever, worked by hand", () => {
  it("has an example for every kind", () => {
    expect(Object.keys(leverExamples).sort()).toEqual([...leverTypes].sort());
    for (const type of leverTypes) expect(leverExamples[type].levers?.map((own) => own.type)).toEqual([type]);
  });
  it.each(Object.entries(leverExamples))("%s", (_, example) => check(example));
});

describe("a rule from one year to the next, worked by hand", () => {
  it.each(flowExamples)("$name", check);
});

describe("everything together, worked by hand", () => {
  it(everythingExample.name, () => check(everythingExample));
});
