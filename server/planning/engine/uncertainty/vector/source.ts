/**
 * `uniformsOf`, `joined` and `triangular` of many schools in WebAssembly text for 128-bit vectors: the four numbers of a
 * vector are four blocks of the counter, so that one run of Threefry gives the words of all years of a school, and two
 * years at a time are then spread over their range. Nothing is fused: every bit is that of the loops in TypeScript.
 */

/** Where everything stands in the memory, in bytes; every constant fills a vector. */
export const constantAt = {
  key: 0,
  blocks: 384,
  weight: 400,
  rest: 416,
  small: 432,
  large: 448,
  parabola: 464,
  halfSmall: 480,
  width: 496,
  rise: 512,
  fall: 528,
  low: 544,
  high: 560,
  one: 576,
  half: 592,
  spread: 608,
  shared: 624,
  schools: 752,
} as const;

/** Years of one run of Threefry. */
export const mostYears = 16;

const names = ["x", "y", "z", "w"] as const;
type Name = (typeof names)[number];

const constant = (name: keyof typeof constantAt, vector = 0): string =>
  `local.get $constants v128.load offset=${constantAt[name] + 16 * vector}`;

const addKey = (group: number): string =>
  names.map((name, word) => `local.get $${name} ${constant("key", 4 * group + word)} i32x4.add local.set $${name}`).join("\n");

const mix = (into: Name, from: Name, rotation: number): string => `
  local.get $${into} local.get $${from} i32x4.add local.set $${into}
  local.get $${from} i32.const ${rotation} i32x4.shl local.get $${from} i32.const ${32 - rotation} i32x4.shr_u v128.or
  local.get $${into} v128.xor local.set $${from}`;

/** Rotations of four rounds, of the pairs (x, y), (z, w) and (x, w), (z, y) in turn. */
const rotations = [
  [10, 26, 11, 21, 13, 27, 23, 5],
  [6, 20, 17, 11, 25, 10, 18, 20],
] as const;

const fourRounds = ([a, b, c, d, e, f, g, h]: (typeof rotations)[number]): string =>
  [
    mix("x", "y", a),
    mix("z", "w", b),
    mix("x", "w", c),
    mix("z", "y", d),
    mix("x", "y", e),
    mix("z", "w", f),
    mix("x", "w", g),
    mix("z", "y", h),
  ].join("\n");

const threefry = [1, 2, 3, 4, 5]
  .map((group) => `${fourRounds(rotations[(group + 1) % 2] as (typeof rotations)[number])}\n${addKey(group)}`)
  .join("\n");

const lowHalves = "i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23";
const highHalves = "i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31";
const upper = "i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15";

/** The words of two neighbouring years, as the low half of a vector. */
const words = (pair: number): string => {
  const [first, second] = pair % 2 === 0 ? (["x", "y"] as const) : (["z", "w"] as const);
  const both = `local.get $${first} local.get $${second} ${pair < 4 ? lowHalves : highHalves}`;
  return pair % 4 < 2 ? both : `${both} local.tee $t local.get $t ${upper}`;
};

/** Two years: their even numbers joined with what all schools share, and spread over the range. */
const years = (pair: number): string => `
  ${constant("weight")} ${constant("shared", pair)} f64x2.mul
  ${constant("rest")} ${words(pair)} f64x2.convert_low_i32x4_u ${constant("half")} f64x2.add ${constant("spread")} f64x2.mul f64x2.mul
  f64x2.add local.tee $sum ${constant("small")} f64x2.lt local.set $isBelow
  local.get $sum ${constant("one")} local.get $sum f64x2.sub local.get $isBelow v128.bitselect local.tee $edge
  local.get $edge f64x2.mul ${constant("parabola")} f64x2.div local.tee $curve
  ${constant("one")} local.get $curve f64x2.sub
  local.get $sum ${constant("halfSmall")} f64x2.sub ${constant("large")} f64x2.div
  local.get $sum ${constant("large")} f64x2.gt v128.bitselect
  local.get $isBelow v128.bitselect local.tee $part
  ${constant("width")} f64x2.mul ${constant("rise")} f64x2.lt local.set $isLow
  local.get $part ${constant("one")} local.get $part f64x2.sub local.get $isLow v128.bitselect ${constant("width")} f64x2.mul
  ${constant("rise")} ${constant("fall")} local.get $isLow v128.bitselect f64x2.mul f64x2.sqrt local.set $root
  local.get $out
  ${constant("low")} local.get $root f64x2.add ${constant("high")} local.get $root f64x2.sub local.get $isLow v128.bitselect
  v128.store offset=${16 * pair}`;

/** The module for so many years, two by two. */
export const spreadSource = (pairs: number): string => `
(module
  (import "rows" "memory" (memory 1))
  (func (export "spread")
    (param $constants i32) (param $schools i32) (param $end i32) (param $out i32) (param $draw i32) (param $stream i32)
    ${[...names, "t", "sum", "isBelow", "edge", "curve", "part", "isLow", "root"].map((name) => `(local $${name} v128)`).join(" ")}
    block
      local.get $schools local.get $end i32.eq br_if 0
      loop
        local.get $draw i32x4.splat local.set $x
        local.get $stream i32x4.splat local.set $y
        ${constant("blocks")} local.set $z
        local.get $schools v128.load32_splat local.set $w
        ${addKey(0)}
        ${threefry}
        ${Array.from({ length: pairs }, (_, pair) => years(pair)).join("\n")}
        local.get $out i32.const ${16 * pairs} i32.add local.set $out
        local.get $schools i32.const 4 i32.add local.tee $schools
        local.get $end i32.ne br_if 0
      end
    end
  )
)`;
