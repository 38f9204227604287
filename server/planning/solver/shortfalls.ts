import type { PlanAnswer } from "../contract";
import { type Ask, withinTime } from "./ask";
import { stagesOf } from "./ground";
import { solveModel } from "./search";
import type { Task } from "./task";

type Shortfall = NonNullable<PlanAnswer["explanation"]>["shortfalls"][number];

/** Figures that are not reported: no plan can be judged without them. */
const missingFigures = ({ ground }: Task): Shortfall[] => {
  const [year] = ground.required;
  const planned = year === undefined ? undefined : ground.years.get(year);
  if (year === undefined || planned === undefined) return [];
  return stagesOf(planned).flatMap(({ stage, sections, indicators }) =>
    sections.flatMap(({ code, resource }) =>
      indicators.flatMap(({ id }, position): Shortfall[] =>
        Number.isNaN(resource[position] ?? Number.NaN)
          ? [
              {
                kind: "missing",
                stage,
                year,
                indicator: id,
                schoolCode: code,
                amount: null,
                words: { key: "figureMissing", params: { schoolCode: code, stage, indicator: id } },
              },
            ]
          : [],
      ),
    ),
  );
};

/** What is lacking at each section and balance when the limits are kept and as little as possible is left lacking. */
export const shortfallsOf = (ask: Ask, task: Task): readonly Shortfall[] => {
  const { ground, activities, nothing } = task;
  const missing = missingFigures(task);
  if (missing.length > 0) return missing;
  const options = { request: ask.request, mayFallShort: true, ...withinTime(ask, 4), gap: 0.01 };
  const { model, values } = solveModel(ask.highs, ground, activities, nothing, options);
  if (values === null) return [];
  return model.shortfalls.flatMap(({ column, year, stage, indicator, section }): Shortfall[] => {
    const relative = values[column] ?? 0;
    const planned = ground.years.get(year)?.stages[stage];
    const rule = planned?.indicators[indicator];
    if (relative < 1e-5 || planned === undefined || rule === undefined) return [];
    const own = section === null ? undefined : planned.sections[section];
    if (own === undefined) {
      const words = { key: "balanceOver" as const, params: { year, stage, indicator: rule.id, limit: planned.cvLimit } };
      return [{ kind: "balance", stage, year, indicator: rule.id, schoolCode: null, amount: relative, words }];
    }
    const amount = (relative * rule.standard * own.pupils) / rule.scale;
    const params = { year, schoolCode: own.code, stage, indicator: rule.id, amount, share: relative };
    return [{ kind: "section", stage, year, indicator: rule.id, schoolCode: own.code, amount, words: { key: "sectionShort", params } }];
  });
};
