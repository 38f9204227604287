import { describe, expect, it } from "vitest";
import { shareDifference, shareInterval } from "./share-interval";

describe("the interval of a share", () => {
  it("is Wilson's: 20 of 100 is (0.2 + 0.0192) / 1.0384 ± 1.96 · √((0.16 + 0.0096) / 100) / 1.0384", () => {
    const { standardError, low, high } = shareInterval(100, 20);
    expect(standardError).toBeCloseTo(0.03966, 5);
    expect([low, high]).toEqual([expect.closeTo(0.13337, 5), expect.closeTo(0.28883, 5)]);
  });

  it("is not sure of what none or all of the tries met: 0 of 100 may be 0.0384 / 1.0384 = 3.7 %", () => {
    expect(shareInterval(100, 0)).toEqual({ low: 0, high: expect.closeTo(0.037, 4), standardError: expect.closeTo(0.00944, 5) });
    expect(shareInterval(100, 100)).toMatchObject({ low: expect.closeTo(0.963, 4), high: 1 });
    expect(shareInterval(1, 1).low).toBeCloseTo(0.2065, 4);
  });
});

describe("the interval of a difference of shares", () => {
  it("is Newcombe's: 56 of 70 beside 48 of 80 differ by 0.2, likely by 0.0524 to 0.3339", () => {
    const [more, less] = [
      { share: 56 / 70, ...shareInterval(70, 56) },
      { share: 48 / 80, ...shareInterval(80, 48) },
    ];
    expect(shareDifference(more, less)).toEqual({
      difference: expect.closeTo(0.2, 12),
      low: expect.closeTo(0.0524, 4),
      high: expect.closeTo(0.3339, 4),
    });
  });

  it("leaves open whether two shares differ that all tries agree on", () => {
    const none = { share: 0, ...shareInterval(100, 0) };
    const { difference, low, high } = shareDifference(none, none);
    expect([difference, low, high]).toEqual([0, expect.closeTo(-0.037, 4), expect.closeTo(0.037, 4)]);
  });
});
