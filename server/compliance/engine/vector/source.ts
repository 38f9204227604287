/**
 * `judgeGroupPlainly` of `section-rows.ts` once more, in WebAssembly text for 128-bit vectors: four vectors
 * of two numbers hold the eight numbers of a row, so sums are added in the same order and every bit of the
 * result is the same. Addresses are bytes in the memory of the rows.
 */

const four = [0, 1, 2, 3] as const;
const each = (text: (vector: number) => string): string => four.map(text).join("\n");
/** A vector of the limits; see `limitAt` of `section-rows.ts` for the order of the lines. */
const limit = (line: number, vector: number): string => `local.get $limits v128.load offset=${line * 64 + vector * 16}`;
/** The first byte of the limits that are one number for all indicators. */
const single = (index: number): string => `offset=${8 * 64 + index * 8}`;

/** Eight lanes of all ones or all zeros become eight halves of a vector. */
const halves = (mask: (vector: number) => string): string => `
  ${mask(0)} ${mask(1)} i8x16.shuffle 0 1 2 3 8 9 10 11 16 17 18 19 24 25 26 27
  ${mask(2)} ${mask(3)} i8x16.shuffle 0 1 2 3 8 9 10 11 16 17 18 19 24 25 26 27
  i16x8.narrow_i32x4_s`;
/** Eight lanes of two conditions become sixteen bits, the first condition in the low eight. */
const bits = (low: (vector: number) => string, high: (vector: number) => string): string =>
  `${halves(low)} ${halves(high)} i8x16.narrow_i16x8_s i8x16.bitmask`;

const value = (vector: number): string => `local.get $x${vector}`;
const near = (centre: number, vector: number): string =>
  `${value(vector)} ${limit(centre, vector)} f64x2.sub f64x2.abs ${limit(centre + 1, vector)} f64x2.le`;

const locals = (names: readonly string[], type: string): string => names.map((name) => `(local $${name} ${type})`).join(" ");

/** Sums the resources and judges the seven values of every row; 0x7f: all of them plainly met. */
const judgeRows = `
  local.get $figures local.set $row
  local.get $value local.set $at
  block
    local.get $row local.get $end i32.eq br_if 0
    loop
      local.get $row v128.load offset=48 local.tee $x3
      local.get $x3 i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 local.set $pupils
      ${four.map((k) => `local.get $row v128.load offset=${k * 16} local.tee $x${k} local.get $s${k} f64x2.add local.set $s${k}`).join("\n")}
      ${each((k) => `${value(k)} ${limit(0, k)} f64x2.mul local.get $pupils f64x2.div local.set $x${k}`)}
      ${each((k) => `local.get $at ${value(k)} v128.store offset=${k * 16}`)}
      ${four.map((k) => `${value(k)} ${limit(7, k)} f64x2.gt`).join(" ")} v128.and v128.and v128.and i64x2.all_true
      if
        i32.const 0x7f local.set $state
      else
        ${bits(
          (k) => `${value(k)} ${limit(1, k)} f64x2.ge`,
          (k) => `${value(k)} ${limit(4, k)} f64x2.lt`,
        )}
        ${bits(
          (k) => `${value(k)} ${value(k)} f64x2.ne`,
          (k) => `${near(2, k)} ${near(5, k)} v128.or`,
        )}
        i32.const 16 i32.shl i32.or i32.const 0x7f7f7f7f i32.and local.set $state
      end
      local.get $states local.get $state i32.store
      local.get $state i32.const 0x7f00 i32.and i32.const 0 i32.ne
      local.get $state i32.const 0x7f007f i32.and i32.popcnt local.get $minimumMet i32.lt_s
      i32.or local.tee $fails
      local.get $failing i32.add local.set $failing
      local.get $state i32.const 0x7f0000 i32.and i32.const 0 i32.ne
      local.get $fails i32.const 1 i32.xor i32.and local.tee $gap
      local.get $open i32.add local.set $open
      local.get $verdict
      local.get $fails local.get $gap i32.const 1 i32.shl i32.or i32.store8
      local.get $states i32.const 4 i32.add local.set $states
      local.get $verdict i32.const 1 i32.add local.set $verdict
      local.get $at i32.const 64 i32.add local.set $at
      local.get $row i32.const 64 i32.add local.tee $row
      local.get $end i32.ne br_if 0
    end
  end`;

/** Totals and means of the group. */
const means = `
  local.get $s3 local.get $s3 i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 local.set $people
  ${each((k) => `local.get $total local.get $s${k} v128.store offset=${k * 16}`)}
  ${each((k) => `local.get $s${k} ${limit(0, k)} f64x2.mul local.get $people f64x2.div local.set $m${k}`)}
  ${each((k) => `local.get $mean local.get $m${k} v128.store offset=${k * 16}`)}
  ${each((k) => `local.get $zero local.set $s${k}`)}`;

/** Σ pupils · (value − mean)². */
const squares = `
  local.get $figures local.set $row
  local.get $value local.set $at
  block
    local.get $row local.get $end i32.eq br_if 0
    loop
      local.get $row v128.load64_splat offset=56 local.set $pupils
      ${each(
        (k) => `local.get $pupils local.get $at v128.load offset=${k * 16} local.get $m${k} f64x2.sub local.tee $x${k} f64x2.mul
                ${value(k)} f64x2.mul local.get $s${k} f64x2.add local.set $s${k}`,
      )}
      local.get $at i32.const 64 i32.add local.set $at
      local.get $row i32.const 64 i32.add local.tee $row
      local.get $end i32.ne br_if 0
    end
  end`;

/** Coefficients; without a resource there is none. */
const coefficients = `
  ${each(
    (k) => `local.get $s${k} local.get $people f64x2.div f64x2.sqrt local.get $m${k} f64x2.div
            f64.const nan f64x2.splat local.get $m${k} local.get $zero f64x2.gt v128.bitselect local.set $x${k}`,
  )}
  ${each((k) => `local.get $cv ${value(k)} v128.store offset=${k * 16}`)}
  local.get $tallies
  ${bits(
    (k) => `${value(k)} local.get $limits v128.load64_splat ${single(0)} f64x2.gt`,
    (k) => `${value(k)} ${value(k)} f64x2.ne`,
  )}
  ${bits(
    (k) =>
      `${value(k)} local.get $limits v128.load64_splat ${single(1)} f64x2.sub f64x2.abs local.get $limits v128.load64_splat ${single(2)} f64x2.le`,
    () => "local.get $zero",
  )}
  i32.const 16 i32.shl i32.or i32.const 0x7f7f7f7f i32.and i32.store
  local.get $tallies local.get $failing i32.store offset=4
  local.get $tallies local.get $open i32.store offset=8`;

export const vectorSource = `
(module
  (import "rows" "memory" (memory 1))
  (func (export "judge")
    (param $figures i32) (param $value i32) (param $states i32) (param $verdict i32) (param $count i32)
    (param $limits i32) (param $total i32) (param $mean i32) (param $cv i32) (param $tallies i32)
    ${locals(["row", "at", "end", "state", "fails", "gap", "failing", "open", "minimumMet"], "i32")}
    ${locals(["x0", "x1", "x2", "x3", "s0", "s1", "s2", "s3", "m0", "m1", "m2", "m3", "pupils", "people", "zero"], "v128")}
    local.get $figures local.get $count i32.const 6 i32.shl i32.add local.set $end
    local.get $limits f64.load ${single(3)} i32.trunc_f64_s local.set $minimumMet
    ${judgeRows}
    ${means}
    ${squares}
    ${coefficients}
  )
)`;
