import { keyedRandom } from "@db/seeds/random";
import { assemble } from "@server/kernel/assemble";
import { describe, expect, it } from "vitest";
import { plainMemory, type SectionMemory, vectorMemory } from "../section-memory";
import { flatLimits, indicatorCount, lanes, tallyCount } from "../section-rows";

const scale = [100, 100, 100, 1, 1, 1, 100];
const standard = [4.2, 1, 0.9, 4.5, 7.5, 2000, 2.3];
const line = (value: number) => ({ line: value, centre: value - 0.0025, half: 0.0025 + value * 1e-9 });
const limits = flatLimits({
  scale,
  standard: standard.map(line),
  floor: standard.map((value) => line(value * 0.85)),
  minimumMet: 6,
  cv: line(0.5),
});

/** Groups of every size from none to forty; figures on, beside and far from the limits, zeros, gaps. */
const filled = (memory: SectionMemory, groups: number): SectionMemory => {
  const random = keyedRandom(7);
  let row = 0;
  for (let group = 0; group < groups; group++) {
    for (let section = 0; section < group % 41; section++, row++) {
      const pupils = 20 + Math.floor(random("pupils", row) * 900);
      memory.figures[row * lanes + indicatorCount] = random("no pupils", row) < 0.01 ? Number.NaN : pupils;
      for (let indicator = 0; indicator < indicatorCount; indicator++) {
        const kind = random("kind", row * lanes + indicator);
        const onStandard = ((standard[indicator] ?? 0) * pupils) / (scale[indicator] ?? 1);
        const level = kind < 0.1 ? 1 : kind < 0.2 ? 0.85 : kind < 0.3 ? 1 - random("near", row) * 0.002 : 0.7 + random("level", row) * 0.8;
        memory.figures[row * lanes + indicator] = kind > 0.995 ? Number.NaN : kind > 0.97 ? 0 : onStandard * level;
      }
    }
    memory.starts[group + 1] = row;
  }
  return memory;
};

/** Without the eighth number of every row. */
const indicatorsOf = (numbers: Float64Array): Float64Array => numbers.filter((_, at) => at % lanes < indicatorCount);

describe("the loop for vectors", () => {
  const groups = 200;
  const rows = Array.from({ length: groups }, (_, group) => group % 41).reduce((sum, own) => sum + own, 0);

  it("answers with the bits of the loop in TypeScript: values, states, verdicts, sums, means and coefficients", () => {
    const vectors = vectorMemory(rows, groups);
    if (vectors === null) throw new Error("there is no WebAssembly here");
    const [a, b] = [filled(plainMemory(rows, groups), groups), filled(vectors, groups)];
    for (let group = 0; group < groups; group++) for (const memory of [a, b]) memory.judge(memory, group, limits);
    const seen = { met: 0, below: 0, missing: 0, close: 0 };
    for (let row = 0; row < rows; row++) {
      const state = a.states[row] ?? 0;
      seen.met += Number((state & 0x7f) !== 0);
      seen.below += Number((state & 0x7f00) !== 0);
      seen.missing += Number((state & 0x7f0000) !== 0);
      seen.close += Number((state & 0x7f000000) !== 0);
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
    expect(indicatorsOf(b.value)).toEqual(indicatorsOf(a.value));
    expect(b.states).toEqual(a.states);
    expect(b.verdict).toEqual(a.verdict);
    expect([...new Set(a.verdict)].sort()).toEqual([0, 1, 2]);
    expect(b.tallies).toEqual(a.tallies);
    for (const figure of ["total", "mean", "cv"] as const) expect(indicatorsOf(b[figure])).toEqual(indicatorsOf(a[figure]));
  });

  it("judges one group and leaves its neighbours as they were", () => {
    const memory = vectorMemory(rows, groups);
    if (memory === null) throw new Error("there is no WebAssembly here");
    filled(memory, groups);
    memory.verdict.fill(9);
    memory.tallies.fill(-1);
    memory.cv.fill(-1);
    memory.judge(memory, 30, limits);
    const [from = 0, to = 0] = memory.starts.subarray(30, 32);
    expect([...memory.verdict].flatMap((verdict, row) => (verdict === 9 ? [] : [row]))).toEqual(
      Array.from({ length: to - from }, (_, index) => from + index),
    );
    expect([...memory.tallies].findIndex((own) => own !== -1)).toBe(30 * tallyCount);
    expect([...memory.tallies].findLastIndex((own) => own !== -1)).toBe(30 * tallyCount + 2);
    expect([...memory.cv].flatMap((own, at) => (own === -1 ? [] : [at]))).toEqual(
      Array.from({ length: lanes }, (_, lane) => 30 * lanes + lane),
    );
  });
});

describe("the assembler", () => {
  const module = (body: string): string =>
    `(module (import "rows" "memory" (memory 1)) (func (export "judge") (param $a i32) (local $b i32) ${body}))`;

  it("makes a module that does what the text says, long numbers included", () => {
    const memory = new WebAssembly.Memory({ initial: 1 });
    const bytes = assemble(module("local.get $a i32.const 0x7f007f i32.store offset=300 local.get $a i32.const -5 i32.store"));
    const run = new WebAssembly.Instance(new WebAssembly.Module(bytes), { rows: { memory } }).exports["judge"];
    if (typeof run !== "function") throw new Error("nothing is exported");
    run(8);
    const cells = new Int32Array(memory.buffer);
    expect([cells[2], cells[77]]).toEqual([-5, 0x7f007f]);
  });

  it.each(["i32.mul", "local.get $c", "i32.const x", "f64.const 1", "(block)"])("knows nothing of %s", (text) => {
    expect(() => assemble(module(text))).toThrow(SyntaxError);
  });

  it("refuses a text that ends too early", () => {
    expect(() => assemble("(module")).toThrow(SyntaxError);
  });
});
