import { type Stage, stages } from "@server/statistics/contract";
import type { CountyFacts } from "@server/statistics/facts-contract";
import { cellAt } from "../cells";
import { schoolAt } from "../columns";
import { perRules } from "../rules-in-force";
import { atLeast, type Check, clearlyAtLeast, eachCheck, figureDecimals, isOpen, met, open } from "./check";
import { type Finding, fact, finding, type Input, type ItemContext, inputOf, missingFacts, missingOf } from "./context";
import { nearest, over, plus, type Quantity, quantity, times } from "./quantity";

/** G6: 不足100人的规模较小学校按100人核定公用经费. Every ordinary return on its own; the budget of the fiscal year. */

const baseKeys: Readonly<Record<Stage, keyof CountyFacts>> = { primary: "publicFundsPrimaryYuan", junior: "publicFundsJuniorYuan" };

/** What the rules ask of every school alike. */
const fundsRules = perRules(({ values }) => ({
  /** Fewer pupils than this are a small school, and are funded as so many. */
  full: values["G6.pupils"],
  perPupil: values["G6.method"] === "per_pupil",
  everySmall: values["G6.scope"] === "all_small",
}));

/** What the schools are judged on, read once. */
interface FundsContext extends ItemContext {
  readonly asked: ReturnType<typeof fundsRules>;
  readonly base: Readonly<Record<Stage, number>>;
  readonly budget: Float64Array;
}

const fundsContext = (context: ItemContext): FundsContext => ({
  columns: context.columns,
  inclusion: context.inclusion,
  rules: context.rules,
  ordinary: context.ordinary,
  asked: fundsRules(context.rules),
  base: { primary: fact(context, baseKeys.primary), junior: fact(context, baseKeys.junior) },
  budget: context.columns.further["money.publicFundsBudgetWan"],
});

const inScope = ({ columns, asked }: Pick<FundsContext, "columns" | "asked">, row: number): boolean => {
  if (asked.everySmall) return true;
  const { type, locality } = schoolAt(columns, row);
  return type === "teaching_point" || (type === "primary" && locality === "rural");
};

type Asked = Pick<FundsContext, "asked" | "base" | "rules">;

/** Funds that the number of pupils stands for, yuan: 100 pupils in the school's real proportion of stages. */
const neededOf = ({ asked, base }: Asked, primary: number, junior: number): Quantity => {
  let real = quantity(0);
  if (primary !== 0) real = plus(real, times(quantity(base.primary), quantity(primary)));
  if (junior !== 0) real = plus(real, times(quantity(base.junior), quantity(junior)));
  return asked.perPupil ? real : over(times(real, quantity(asked.full)), plus(quantity(primary), quantity(junior)));
};

/** Its value, bit for bit, for where doubles are enough. */
const neededValue = ({ asked, base }: Asked, primary: number, junior: number): number => {
  const real = (primary === 0 ? 0 : base.primary * primary) + (junior === 0 ? 0 : base.junior * junior);
  return asked.perPupil ? real : (real * asked.full) / (primary + junior);
};

const yuanAWan = 10_000;
const fundsOf = (budget: number): Quantity => times(quantity(budget), quantity(yuanAWan));

const pupilsAt = ({ columns }: ItemContext, row: number): number =>
  cellAt(columns.pupils.primary, row) + cellAt(columns.pupils.junior, row);

/** A school whose pupils are not reported may be a small one. */
const isSmall = (context: FundsContext, row: number): boolean => !(pupilsAt(context, row) >= context.asked.full) && inScope(context, row);

const checkFunds = (asked: Asked, primary: number, junior: number, budget: number): Check => {
  if (Number.isNaN(primary + junior)) return open;
  const { rules } = asked;
  const decimals = figureDecimals(rules);
  return (
    clearlyAtLeast(budget * yuanAWan, neededValue(asked, primary, junior), decimals) ??
    atLeast(fundsOf(budget), neededOf(asked, primary, junior), decimals, rules)
  );
};

/** How G6 is asked of a school whose pupils and funds change. */
export interface FundsAsked {
  /** Fewer pupils than this are a small school. */
  readonly full: number;
  readonly isInScope: (row: number) => boolean;
  /** Verdict code of a small school. */
  readonly judge: (primary: number, junior: number, budgetWan: number) => number;
}

export const fundsAsked = (items: ItemContext): FundsAsked => {
  const context = fundsContext(items);
  return {
    full: context.asked.full,
    isInScope: (row) => inScope(context, row),
    judge: (primary, junior, budget) => checkFunds(context, primary, junior, budget).deciding,
  };
};

const taughtAt = ({ columns }: ItemContext, row: number): readonly Stage[] =>
  stages.filter((stage) => cellAt(columns.pupils[stage], row) !== 0);

const missingInputs = (context: ItemContext, row: number): readonly Input[] => [
  ...taughtAt(context, row)
    .filter((stage) => Number.isNaN(cellAt(context.columns.pupils[stage], row)))
    .map((stage) => inputOf(context, row, `pupils.${stage}ByGrade`)),
  ...missingOf(context, row, ["money.publicFundsBudgetWan"]),
];

export const smallSchoolFunds = (items: ItemContext): Finding => {
  const context = fundsContext(items);
  const small = context.ordinary.filter((row) => isSmall(context, row));
  const { columns, budget } = context;
  const pupilsOf = (row: number): readonly [number, number] => [cellAt(columns.pupils.primary, row), cellAt(columns.pupils.junior, row)];
  const checkOf = (row: number): Check => checkFunds(context, ...pupilsOf(row), cellAt(budget, row));
  return finding(small.length === 0 ? met : eachCheck(small, checkOf), () => {
    const schools = small.map((row) => {
      const fundsYuan = nearest(fundsOf(cellAt(budget, row)));
      const figures = { pupils: pupilsAt(context, row), fundsYuan, neededYuan: nearest(neededOf(context, ...pupilsOf(row))) };
      return { row, stage: null, check: checkOf(row), severity: figures.neededYuan - figures.fundsYuan, figures };
    });
    const total = (of: "pupils" | "fundsYuan" | "neededYuan"): number => schools.reduce((sum, { figures }) => sum + figures[of], 0);
    const bases = new Set(small.flatMap((row) => taughtAt(context, row).map((stage) => baseKeys[stage])));
    const doubtful = schools.filter(({ check }) => isOpen(check));
    return {
      figures: { schools: small.length, pupils: total("pupils"), fundsYuan: total("fundsYuan"), neededYuan: total("neededYuan") },
      limits: { pupils: context.asked.full },
      schools,
      missing: [...missingFacts(context, [...bases].sort()), ...doubtful.flatMap(({ row }) => missingInputs(context, row))],
    };
  });
};
