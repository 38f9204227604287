import { assemble } from "@server/kernel/assemble";
import { compiledModule } from "@server/kernel/wasm";
import { type JudgeGroup, judgeGroupPlainly, lanes, limitCount, type SectionRows, tallyCount } from "./section-rows";
import { vectorSource } from "./vector/source";

/** Rows with room for their results, to be filled and judged again and again. */
export interface SectionMemory extends SectionRows {
  readonly judge: JudgeGroup;
}

const pageBytes = 65_536;
const vectorBytes = 16;

/** Where everything stands, in bytes. */
const layoutOf = (rows: number, groups: number) => {
  let bytes = 0;
  const place = (length: number): number => {
    const start = bytes;
    bytes += Math.ceil(length / vectorBytes) * vectorBytes;
    return start;
  };
  const laneBytes = lanes * Float64Array.BYTES_PER_ELEMENT;
  const limits = place(limitCount * Float64Array.BYTES_PER_ELEMENT);
  const [total, mean, cv] = [place(groups * laneBytes), place(groups * laneBytes), place(groups * laneBytes)];
  const [figures, value] = [place(rows * laneBytes), place(rows * laneBytes)];
  const states = place(rows * Int32Array.BYTES_PER_ELEMENT);
  const tallies = place(groups * tallyCount * Int32Array.BYTES_PER_ELEMENT);
  const verdict = place(rows);
  return { rows, groups, bytes, limits, total, mean, cv, figures, value, states, tallies, verdict };
};
type Layout = ReturnType<typeof layoutOf>;

const rowsIn = (buffer: ArrayBuffer, { rows, groups, ...at }: Layout): SectionRows => ({
  starts: new Int32Array(groups + 1),
  figures: new Float64Array(buffer, at.figures, rows * lanes),
  value: new Float64Array(buffer, at.value, rows * lanes),
  states: new Int32Array(buffer, at.states, rows),
  verdict: new Uint8Array(buffer, at.verdict, rows),
  total: new Float64Array(buffer, at.total, groups * lanes),
  mean: new Float64Array(buffer, at.mean, groups * lanes),
  cv: new Float64Array(buffer, at.cv, groups * lanes),
  tallies: new Int32Array(buffer, at.tallies, groups * tallyCount),
});

/** Room for `rows` sections in `groups` groups, judged by the loop in TypeScript. */
export const plainMemory = (rows: number, groups: number): SectionMemory => {
  const layout = layoutOf(rows, groups);
  return { ...rowsIn(new ArrayBuffer(layout.bytes), layout), judge: judgeGroupPlainly };
};

let vectorModule: WebAssembly.Module | null | undefined;

/** The same, judged with vectors; null where they cannot be had. */
export const vectorMemory = (rows: number, groups: number): SectionMemory | null => {
  vectorModule ??= compiledModule(() => assemble(vectorSource));
  if (vectorModule === null) return null;
  const at = layoutOf(rows, groups);
  const memory = new WebAssembly.Memory({ initial: Math.ceil(at.bytes / pageBytes) });
  const run = new WebAssembly.Instance(vectorModule, { rows: { memory } }).exports["judge"];
  if (typeof run !== "function") return null;
  const limitsThere = new Float64Array(memory.buffer, at.limits, limitCount);
  const judge: JudgeGroup = ({ starts }, group, { packed }) => {
    limitsThere.set(packed);
    const from = starts[group] as number;
    const ofRow = from * lanes * 8;
    const ofGroup = group * lanes * 8;
    run(
      at.figures + ofRow,
      at.value + ofRow,
      at.states + from * 4,
      at.verdict + from,
      (starts[group + 1] as number) - from,
      at.limits,
      at.total + ofGroup,
      at.mean + ofGroup,
      at.cv + ofGroup,
      at.tallies + group * tallyCount * 4,
    );
  };
  return { ...rowsIn(memory.buffer, at), judge };
};

/** Room for `rows` sections in `groups` groups, judged in the quickest way there is here. */
export const sectionMemory = (rows: number, groups: number): SectionMemory => vectorMemory(rows, groups) ?? plainMemory(rows, groups);
