import { describe, expect, it } from "vitest";
import { whileSame } from "./while-same";

describe("what is kept while columns stay the same", () => {
  const counted = () => {
    let asked = 0;
    const of = whileSame(
      (columns: readonly Float64Array[]) => columns,
      () => {
        asked += 1;
        return asked;
      },
    );
    return of;
  };

  it("is worked out once for the same figures, whoever holds them, a missing one included", () => {
    const of = counted();
    expect(of([Float64Array.of(1, Number.NaN)], "a")).toBe(1);
    expect(of([Float64Array.of(1, Number.NaN)], "a")).toBe(1);
  });

  it("is worked out anew when a figure has changed in place, is missing, or another key or size is asked for", () => {
    const of = counted();
    const column = Float64Array.of(1, 2);
    of([column], "a");
    column[1] = 3;
    expect(of([column], "a")).toBe(2);
    column[0] = Number.NaN;
    expect(of([column], "a")).toBe(3);
    expect(of([column], "b")).toBe(4);
    expect(of([Float64Array.of(Number.NaN, 3, 0)], "b")).toBe(5);
  });
});
