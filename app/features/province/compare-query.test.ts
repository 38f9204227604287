import type { HeatCell } from "@server/province/contract";
import { expect, test } from "vitest";
import { compareQuery, heatOf } from "./compare-query";

const cell = (sections: Partial<HeatCell["sections"]>): HeatCell => ({
  stage: "primary",
  indicator: "R3",
  cv: 0.6,
  cvVerdict: "not_met",
  cvExcess: 0.2,
  mean: 1,
  sections: { met: 0, remainder: 0, below: 0, not_evaluable: 0, ...sections },
});

test("an address without a measure shows the share of schools below the standard", () => {
  expect(compareQuery(new URL("https://hengce.example/province/compare")).measure).toBe("schools");
  expect(compareQuery(new URL("https://hengce.example/province/compare?measure=cv")).measure).toBe("cv");
});

test("the share counts sections below the standard, those under 85 % and those above", () => {
  expect(heatOf(cell({ met: 6, remainder: 1, below: 3 }), "schools")).toBe(0.4);
  expect(heatOf(cell({ met: 6, remainder: 1, below: 3 }), "cv")).toBe(0.2);
  expect(heatOf(cell({ met: 5 }), "schools")).toBe(0);
});

test("sections that cannot be judged are no pass", () => {
  expect(heatOf(cell({ met: 5, not_evaluable: 1 }), "schools")).toBeNull();
  expect(heatOf(cell({ met: 5, below: 4, not_evaluable: 1 }), "schools")).toBe(0.4);
  expect(heatOf(cell({}), "schools")).toBeNull();
});
