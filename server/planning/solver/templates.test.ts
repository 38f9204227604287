import { money } from "@test/cases/planning/alone";
import { describe, expect, it } from "vitest";
import { planRequestSchema } from "../contract";
import { leverOf } from "./templates";

describe("the levers of a plan", () => {
  const request = planRequestSchema.parse({
    targetYear: 2029,
    figures: {
      hire_teachers: { fulfilment: 1, annualCostWan: 10, unitCapitalYuan: 5000, unitYearlyYuan: 1000 },
      build_sports: { unitCostYuanPerM2: 0, unitYearlyYuan: 20 },
    },
  });
  const site = { code: "1001", stage: "primary", startYear: 2026, lastYear: 2030, roomAreas: { music: 96, art: 90 } } as const;
  const costs = (kind: "hire_general" | "build_sports", quantity: number) =>
    money(leverOf(kind, "plan", site, quantity, "music", request)).slice(0, 2);

  it("cost so much a unit, once and yearly, as the request has it", () => {
    expect(costs("hire_general", 1)).toEqual([
      [0.5, 0],
      [0, 10.1],
    ]);
    expect(costs("build_sports", 500)).toEqual([
      [0, 0],
      [0, 1],
    ]);
  });
});
