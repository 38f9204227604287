import { assemble } from "@server/kernel/assemble";
import { compiledModule } from "@server/kernel/wasm";
import type { UncertaintyRange } from "../../../contract";
import type { weightsOf } from "../uniform";
import { constantAt, mostYears, spreadSource } from "./source";

/** Values of an input for many schools, drawn with vectors. */
export interface VectorSpread {
  /** Draws the values of schools of which some are listed by their numbers; what all share is in `shared`. */
  readonly draw: (draw: number, stream: number, range: UncertaintyRange, shared: Float64Array, schools: Int32Array) => void;
  /** Values as last drawn: those of the school listed at `place` from `place * stride` on. */
  readonly values: Float64Array;
  readonly stride: number;
}

const pageBytes = 65_536;
const vectorBytes = 16;

/** Modules by pairs of years; none where they cannot be had. */
const modules = new Map<number, WebAssembly.Module | null>();
const moduleFor = (pairs: number): WebAssembly.Module | null => {
  let found = modules.get(pairs);
  if (found === undefined) {
    found = compiledModule(() => assemble(spreadSource(pairs)));
    modules.set(pairs, found);
  }
  return found;
};

/** Null where there are no vectors, where schools share nothing or everything, or where there are too many years. */
export const vectorSpread = (
  key: Int32Array,
  { weight, rest, small, large }: ReturnType<typeof weightsOf>,
  years: number,
  mostSchools: number,
): VectorSpread | null => {
  if (small === 0 || years > mostYears) return null;
  const pairs = Math.ceil(years / 2);
  const compiled = moduleFor(pairs);
  if (compiled === null) return null;
  const outAt = constantAt.schools + Math.ceil((4 * mostSchools) / vectorBytes) * vectorBytes;
  const memory = new WebAssembly.Memory({ initial: Math.ceil((outAt + vectorBytes * pairs * mostSchools) / pageBytes) });
  const run = new WebAssembly.Instance(compiled, { rows: { memory } }).exports["spread"];
  if (typeof run !== "function") return null;
  const { buffer } = memory;
  const doubles = new Float64Array(buffer);
  const put = (at: number, value: number): void => {
    doubles.fill(value, at / 8, at / 8 + 2);
  };
  key.forEach((word, index) => {
    new Int32Array(buffer, constantAt.key + vectorBytes * index, 4).fill(word);
  });
  new Int32Array(buffer, constantAt.blocks, 4).set([0, 1, 2, 3]);
  const fixed = { weight, rest, small, large, parabola: 2 * small * large, halfSmall: small / 2, one: 1, half: 0.5, spread: 2 ** -32 };
  for (const name of Object.keys(fixed) as (keyof typeof fixed)[]) put(constantAt[name], fixed[name]);
  const shared = new Float64Array(buffer, constantAt.shared, mostYears);
  const listed = new Int32Array(buffer, constantAt.schools, mostSchools);
  return {
    values: new Float64Array(buffer, outAt),
    stride: 2 * pairs,
    draw: (draw, stream, { low, likely, high }, ofAll, schools) => {
      put(constantAt.width, high - low);
      put(constantAt.rise, likely - low);
      put(constantAt.fall, high - likely);
      put(constantAt.low, low);
      put(constantAt.high, high);
      shared.set(ofAll);
      listed.set(schools);
      run(0, constantAt.schools, constantAt.schools + 4 * schools.length, outAt, draw, stream);
    },
  };
};
