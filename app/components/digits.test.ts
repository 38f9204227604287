import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseDigits, readNumber } from "./digits";

describe("typed figures", () => {
  it("may be full-width, grouped or signed", () => {
    expect(["１２３．５", "13 883", "1,200", "－４", "−0.084", ".5"].map(readNumber)).toEqual([123.5, 13883, 1200, -4, -0.084, 0.5]);
  });
  it("tell an empty field from one that holds no number", () => {
    expect([readNumber("  "), readNumber("12人"), readNumber("1e5"), readNumber("--1"), readNumber(".")]).toEqual([
      null,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
  it("read the same in full width and in ASCII", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (n) => {
        const wide = String(n).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
        expect(readNumber(wide)).toBe(n);
        expect(normaliseDigits(wide)).toBe(String(n));
      }),
    );
  });
});
