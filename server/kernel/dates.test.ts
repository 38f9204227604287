import { expect, it } from "vitest";
import { daysAfter, today } from "./dates";

it("counts days over the ends of months and years", () => {
  expect([daysAfter("2024-02-28", 1), daysAfter("2025-01-01", -1)]).toEqual(["2024-02-29", "2024-12-31"]);
});

it("takes the day of the officials, which begins eight hours before that of universal time", () => {
  expect(["2026-11-22T15:59:59Z", "2026-11-22T16:00:00Z"].map((now) => today(new Date(now)))).toEqual(["2026-11-22", "2026-11-23"]);
});
