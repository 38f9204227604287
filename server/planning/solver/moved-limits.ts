import type { PlanRequest, Relaxation } from "../contract";
import { type Freed, landOf } from "./limits";

/** The next multiple of a step, as it is written: 102.1, not 102.10000000000001. */
const up = (amount: number, step: number): number => Number((Math.ceil(amount / step - 1e-9) * step).toFixed(6));

/** A request with one limit moved, and that in words. */
export interface Moved {
  readonly request: PlanRequest;
  readonly words: Relaxation["words"];
}

/** By how much a limit must be moved: of one school, one milestone's year or the county. */
export type Extra = readonly { readonly amount: number; readonly schoolCode: string | null; readonly year: number | null }[];

const percent = (part: number): string => `${Number((part * 100).toFixed(1))}%`;

/** The request with its milestones lowered to whole parts of a thousand; one of which nothing is left is given up. */
const lowered = (request: PlanRequest, extra: Extra): Moved => {
  const { milestones: asked = [], ...others } = request;
  const reached = asked.map((milestone) => {
    const lacking = extra.find(({ year }) => year === milestone.year)?.amount ?? 0;
    return {
      ...milestone,
      share: lacking < 1e-6 ? milestone.share : Math.max(0, Math.floor((milestone.share - lacking) * 1000 + 1e-6) / 1000),
    };
  });
  const milestones = reached.filter(({ share }) => share >= 0.01);
  const changes = reached.flatMap(({ year, share }, place) => {
    const before = asked[place]?.share ?? 0;
    return share < before ? [`${year}: ${percent(before)} → ${percent(share < 0.01 ? 0 : share)}`] : [];
  });
  return {
    request: milestones.length === 0 ? others : { ...others, milestones },
    words: { key: "lowerMilestones", params: { changes: changes.join(", ") } },
  };
};

/** The request with one limit moved by what the elastic model needs, and a little more for what is ordered in whole units. */
export const moved = (request: PlanRequest, limit: Freed, extra: Extra, more: number): Moved => {
  const county = extra.find(({ schoolCode }) => schoolCode === null)?.amount ?? 0;
  switch (limit) {
    case "annual_budget": {
      const to = up(((request.annualBudgetWan ?? 0) + county) * more, 0.1);
      return {
        request: { ...request, annualBudgetWan: to },
        words: { key: "moreAnnualBudget", params: { fromWan: request.annualBudgetWan ?? 0, toWan: to } },
      };
    }
    case "total_budget": {
      const to = up(((request.totalBudgetWan ?? 0) + county) * more, 0.1);
      return {
        request: { ...request, totalBudgetWan: to },
        words: { key: "moreTotalBudget", params: { fromWan: request.totalBudgetWan ?? 0, toWan: to } },
      };
    }
    case "hires": {
      const to = up((request.hiresPerYear ?? 0) + county, 1);
      return { request: { ...request, hiresPerYear: to }, words: { key: "moreHires", params: { from: request.hiresPerYear ?? 0, to } } };
    }
    case "rotation": {
      const to = Math.min(1, up(((request.rotationShare ?? 0) + county) * more, 0.001));
      return {
        request: { ...request, rotationShare: to },
        words: { key: "moreRotation", params: { from: request.rotationShare ?? 0, to } },
      };
    }
    case "land": {
      const schools = extra.flatMap(({ schoolCode, amount }) =>
        schoolCode === null || amount < 1e-6 ? [] : [{ schoolCode, areaM2: up(((landOf(request, schoolCode) ?? 0) + amount) * more, 1) }],
      );
      const named = new Set(schools.map(({ schoolCode }) => schoolCode));
      const { land } = request;
      const countyM2 = land.countyM2 === null ? null : up((land.countyM2 + county) * more, 1);
      const addedM2 = extra.reduce((sum, { amount }) => sum + amount, 0);
      return {
        request: {
          ...request,
          land: { ...land, countyM2, bySchool: [...land.bySchool.filter(({ schoolCode }) => !named.has(schoolCode)), ...schools] },
        },
        words: { key: "moreLand", params: { addedM2: up(addedM2, 1), schools: schools.length } },
      };
    }
    case "milestones":
      return lowered(request, extra);
  }
};
