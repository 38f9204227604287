import { type Stage, stages } from "@server/statistics/contract";
import type { CountyFacts } from "@server/statistics/facts-contract";
import { cellAt } from "../cells";
import { schoolAt } from "../columns";
import { atLeast, type Check, eachCheck, figureDecimals, isOpen, met, open } from "./check";
import { type Finding, fact, finding, type Input, type ItemContext, inputOf, missingFacts, missingOf } from "./context";
import { nearest, over, plus, type Quantity, quantity, summed, times } from "./quantity";

/** G6: 不足100人的规模较小学校按100人核定公用经费. Every ordinary return on its own; the budget of the fiscal year. */

const baseKeys: Readonly<Record<Stage, keyof CountyFacts>> = { primary: "publicFundsPrimaryYuan", junior: "publicFundsJuniorYuan" };

const inScope = (context: ItemContext, row: number): boolean => {
  const { type, locality } = schoolAt(context.columns, row);
  if (context.rules.values["G6.scope"] === "all_small") return true;
  return type === "teaching_point" || (type === "primary" && locality === "rural");
};

/** Funds that the number of pupils stands for, yuan: 100 pupils in the school's real proportion of stages. */
const neededOf = (context: ItemContext, row: number): Quantity => {
  const full = context.rules.values["G6.pupils"];
  const primary = cellAt(context.columns.pupils.primary, row);
  const junior = cellAt(context.columns.pupils.junior, row);
  let real = quantity(0);
  if (primary !== 0) real = plus(real, times(quantity(fact(context, baseKeys.primary)), quantity(primary)));
  if (junior !== 0) real = plus(real, times(quantity(fact(context, baseKeys.junior)), quantity(junior)));
  if (context.rules.values["G6.method"] === "per_pupil") return real;
  return over(
    times(real, quantity(full)),
    summed(primary + junior, () => [primary, junior]),
  );
};

interface SmallSchool {
  readonly row: number;
  readonly pupils: number;
  readonly funds: Quantity;
  readonly needed: Quantity;
  readonly check: Check;
}

const smallSchools = (context: ItemContext, limit: number): readonly SmallSchool[] => {
  const { columns, rules } = context;
  const found: SmallSchool[] = [];
  const budget = columns.further["money.publicFundsBudgetWan"];
  for (const row of context.ordinary) {
    const pupils = cellAt(columns.pupils.primary, row) + cellAt(columns.pupils.junior, row);
    if (pupils >= limit || !inScope(context, row)) continue;
    const funds = times(quantity(cellAt(budget, row)), quantity(10_000));
    const needed = neededOf(context, row);
    // A school whose pupils are not reported may be a small one.
    const check = Number.isNaN(pupils) ? open : atLeast(funds, needed, figureDecimals(rules), rules);
    found.push({ row, pupils, funds, needed, check });
  }
  return found;
};

const taughtAt = ({ columns }: ItemContext, row: number): readonly Stage[] =>
  stages.filter((stage) => cellAt(columns.pupils[stage], row) !== 0);

const missingInputs = (context: ItemContext, { row, check }: SmallSchool): readonly Input[] =>
  isOpen(check)
    ? [
        ...taughtAt(context, row)
          .filter((stage) => Number.isNaN(cellAt(context.columns.pupils[stage], row)))
          .map((stage) => inputOf(context, row, `pupils.${stage}ByGrade`)),
        ...missingOf(context, row, ["money.publicFundsBudgetWan"]),
      ]
    : [];

export const smallSchoolFunds = (context: ItemContext): Finding => {
  const limit = context.rules.values["G6.pupils"];
  const small = smallSchools(context, limit);
  return finding(small.length === 0 ? met : eachCheck(small, ({ check }) => check), () => {
    const schools = small.map(({ row, pupils, funds, needed, check }) => {
      const figures = { pupils, fundsYuan: nearest(funds), neededYuan: nearest(needed) };
      return { row, stage: null, check, severity: figures.neededYuan - figures.fundsYuan, figures };
    });
    const total = (of: "pupils" | "fundsYuan" | "neededYuan"): number => schools.reduce((sum, { figures }) => sum + figures[of], 0);
    const bases = new Set(small.flatMap(({ row }) => taughtAt(context, row).map((stage) => baseKeys[stage])));
    return {
      figures: { schools: small.length, pupils: total("pupils"), fundsYuan: total("fundsYuan"), neededYuan: total("neededYuan") },
      limits: { pupils: limit },
      schools,
      missing: [...missingFacts(context, [...bases].sort()), ...small.flatMap((school) => missingInputs(context, school))],
    };
  });
};
