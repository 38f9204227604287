import { describe, expect, it } from "vitest";
import { nextSort, withParams } from "./url";

describe("the address of a view", () => {
  it("keeps what is not named, replaces what is, and drops what is null", () => {
    expect(withParams(new URLSearchParams("stage=junior&offset=100&q=a"), { offset: null, sort: "name" })).toBe(
      "?stage=junior&q=a&sort=name",
    );
  });
  it("cycles a header through ascending, descending and the table's own order", () => {
    const first = nextSort(null, "name");
    const second = nextSort(first, "name");
    expect([first, second, nextSort(second, "name"), nextSort(second, "code")]).toEqual([
      { key: "name", direction: "asc" },
      { key: "name", direction: "desc" },
      null,
      { key: "code", direction: "asc" },
    ]);
  });
});
