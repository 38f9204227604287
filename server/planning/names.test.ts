import { describe, expect, it } from "vitest";
import { freeName } from "./names";

describe("the name of a copy", () => {
  it("counts up to the first free number", () => {
    expect(freeName("方案", new Set(["方案"]))).toBe("方案 (2)");
    expect(freeName("方案", new Set(["方案", "方案 (2)", "方案 (4)"]))).toBe("方案 (3)");
  });

  it("does not pile up numbers when a copy is copied", () => {
    expect(freeName("方案 (2)", new Set(["方案 (2)"]))).toBe("方案 (3)");
  });

  it("fits into the longest name allowed", () => {
    expect(freeName("长".repeat(80), new Set())).toHaveLength(80);
  });
});
