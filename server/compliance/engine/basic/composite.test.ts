import { describe, expect, it } from "vitest";
import { type Fraction, fractionOf } from "../exact";
import type { CvLine } from "../rules-in-force";
import { verdictCode } from "../verdicts";
import { compareRootSum, judgeComposite } from "./composite";

const squareOf = (root: number): Fraction => {
  const { n, d } = fractionOf(root);
  return { n: n * n, d: d * d };
};
const line = (value: number, open = false): CvLine => ({ value, exact: fractionOf(value), open });

describe("a sum of roots against a number", () => {
  it("is equal where all roots are fractions that add up to it", () => {
    expect(compareRootSum([0.1, 0.2, 0.3].map(squareOf), fractionOf(0.6))).toBe(0);
  });

  it("is on the side that the last digit says", () => {
    expect(compareRootSum([0.1, 0.2, 0.3].map(squareOf), fractionOf(0.6000001))).toBe(-1);
    expect(compareRootSum([0.1, 0.2, 0.3].map(squareOf), fractionOf(0.5999999))).toBe(1);
  });

  it("tells roots from a fraction that agrees with them to fifty decimals", () => {
    const unit = 10n ** 50n;
    // √2 = 1.41421356237309504880168872420969807856967187537694 80731766797379…
    const below: Fraction = { n: 141421356237309504880168872420969807856967187537694n, d: unit };
    const above: Fraction = { n: below.n + 1n, d: unit };
    const two: Fraction = { n: 2n, d: 1n };
    expect(compareRootSum([two], below)).toBe(1);
    expect(compareRootSum([two], above)).toBe(-1);
  });

  it("takes zero as a root", () => {
    expect(compareRootSum([{ n: 0n, d: 1n }], fractionOf(0))).toBe(0);
    expect(
      compareRootSum(
        [
          { n: 0n, d: 7n },
          { n: 1n, d: 4n },
        ],
        fractionOf(0.5),
      ),
    ).toBe(0);
  });
});

describe("the composite", () => {
  const limit = line(0.65);
  const shownLimit = line(0.6505, true);

  it("asks for the exact squares only near a line", () => {
    const never = (): never => expect.fail("the exact squares are not needed");
    expect(judgeComposite([0.2, 0.4], never, limit, shownLimit)).toEqual({
      cv: (0.2 + 0.4) / 2,
      verdict: verdictCode.met,
      borderline: false,
    });
    expect(judgeComposite([0.9, 0.8], never, limit, shownLimit).verdict).toBe(verdictCode.notMet);
  });

  it("meets the limit exactly at it and shows it, although the doubles lie beside it", () => {
    const cvs = [0.55, 0.75 + 1e-16];
    expect(judgeComposite(cvs, () => [0.55, 0.75].map(squareOf), limit, shownLimit)).toEqual({
      cv: 0.65,
      verdict: verdictCode.met,
      borderline: false,
    });
  });

  it("fails a hair above the limit, and is borderline as it is shown at the limit", () => {
    const squares = [squareOf(0.55), { n: 5625n * 10n ** 40n + 1n, d: 10n ** 44n }];
    expect(judgeComposite([0.55, 0.75], () => squares, limit, shownLimit)).toMatchObject({ verdict: verdictCode.notMet, borderline: true });
  });

  it("is open with a coefficient missing, unless the known ones exceed the limit alone", () => {
    const none = () => [];
    expect(judgeComposite([Number.NaN, 1.2], none, limit, shownLimit).verdict).toBe(verdictCode.notEvaluable);
    expect(judgeComposite([Number.NaN, 1.3], none, limit, shownLimit).verdict).toBe(verdictCode.notEvaluable);
    expect(judgeComposite([Number.NaN, 1.31], none, limit, shownLimit).verdict).toBe(verdictCode.notMet);
  });
});
