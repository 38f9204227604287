import { describe, expect, it } from "vitest";
import { writtenFigure } from "./figure-text";

describe("a figure of a sentence", () => {
  it("never reads as nothing when something is lacking", () => {
    const written = Object.entries({ amount: 0.04, share: 0.0004, costWan: 0.003, toWan: 12 }).map(([name, value]) =>
      writtenFigure(name, value),
    );
    expect(written).toEqual(["0.04", "0.04%", "0.003", "12.0"]);
  });

  it("is short where it is not small, and whole where it is a count", () => {
    expect([writtenFigure("amount", 12.34), writtenFigure("schools", 3), writtenFigure("amount", 0)]).toEqual(["12.3", "3", "0"]);
  });
});
