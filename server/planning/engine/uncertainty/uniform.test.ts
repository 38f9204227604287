import { describe, expect, it } from "vitest";
import { correlation } from "./statistics";
import { common, joined, subjectOf, uniformsOf } from "./uniform";

const years = (seed: number, draw: number, code: string, count: number): Float64Array => {
  const out = new Float64Array(count);
  uniformsOf(seed).years(draw, "entrants", subjectOf(code), out);
  return out;
};

describe("a draw", () => {
  it("depends on seed, draw, input, year and subject only: not on the horizon, nor on what was drawn before", () => {
    const uniforms = uniformsOf(7);
    const out = new Float64Array(15);
    for (const code of ["9", "8", "1001"]) uniforms.years(3, "attrition", subjectOf(code), out);
    uniforms.years(5, "entrants", subjectOf("1001"), out);
    expect([...years(7, 5, "1001", 6)]).toEqual([...out.slice(0, 6)]);
  });

  it("differs by each of them", () => {
    const at = (seed: number, draw: number, code: string): number => years(seed, draw, code, 1)[0] ?? Number.NaN;
    const input = new Float64Array(1);
    uniformsOf(7).years(5, "cost", subjectOf("1001"), input);
    const seen = [at(7, 5, "1001"), at(8, 5, "1001"), at(7, 6, "1001"), at(7, 5, "1002"), input[0], ...years(7, 5, "1001", 15).slice(1)];
    expect(new Set(seen).size).toBe(seen.length);
  });

  it("never takes the number of what all have in common for a school", () => {
    expect(subjectOf("1001")).not.toBe(common);
    expect(new Set(["1001", "1002", "2001", "方案", ""].map(subjectOf)).size).toBe(5);
  });

  it("is spread evenly over (0, 1)", () => {
    const all = Array.from({ length: 4000 }, (_, draw) => [...years(11, draw, "1001", 5)]).flat();
    const counts = new Array<number>(20).fill(0);
    for (const value of all) counts[Math.floor(value * 20)] = (counts[Math.floor(value * 20)] ?? 0) + 1;
    // χ² with 19 degrees of freedom: above 43.8 once in a thousand.
    const expected = all.length / 20;
    expect(counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)).toBeLessThan(43.8);
    expect(Math.min(...all)).toBeGreaterThan(0);
    expect(Math.max(...all)).toBeLessThan(1);
  });
});

describe("joining what all have in common with a subject's own", () => {
  it("is the common number at 1, the own one at 0, and their even mixture by hand at ½", () => {
    expect(joined(1)(0.3, 0.9)).toBe(0.3);
    expect(joined(0)(0.3, 0.9)).toBe(0.9);
    // Mean 0.4 of two even numbers: a triangle of area 2 · 0.4² lies below it; mean 0.7: all but 2 · 0.3².
    expect(joined(0.5)(0.2, 0.6)).toBeCloseTo(0.32, 12);
    expect(joined(0.5)(0.6, 0.8)).toBeCloseTo(0.82, 12);
  });

  it.each([0.2, 0.5, 0.9])("correlates two subjects by the share of %d and leaves each spread evenly", (share) => {
    const join = joined(share);
    const count = 20_000;
    const uniforms = uniformsOf(5);
    const three = new Float64Array(3);
    const left = new Float64Array(count);
    const right = new Float64Array(count);
    const tenths = new Array<number>(10).fill(0);
    for (let draw = 0; draw < count; draw += 1) {
      uniforms.years(draw, "delay", common, three);
      const [shared = 0, own = 0, other = 0] = three;
      left[draw] = join(shared, own);
      right[draw] = join(shared, other);
      const tenth = Math.floor((left[draw] ?? 0) * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    expect(Math.abs((correlation(left, right) ?? 0) - share)).toBeLessThan(0.03);
    // χ² with 9 degrees of freedom: above 27.9 once in a thousand.
    expect(tenths.reduce((sum, seen) => sum + (seen - count / 10) ** 2 / (count / 10), 0)).toBeLessThan(27.9);
  });
});
