import { type Stage, stages } from "@server/statistics/contract";
import type { CountyFacts } from "@server/statistics/facts-contract";
import { cellAt } from "../cells";
import { schoolAt } from "../columns";
import { allChecks, atLeast, type Check, figureDecimals, isOpen, met, open } from "./check";
import {
  type Finding,
  fact,
  finding,
  further,
  type Input,
  type ItemContext,
  inputOf,
  missingFacts,
  missingOf,
  type SchoolCheck,
} from "./context";
import { nearest, over, plus, type Quantity, quantity, sumOf, times } from "./quantity";

/** G6: 不足100人的规模较小学校按100人核定公用经费. Every ordinary return on its own; the budget of the fiscal year. */

const baseKeys: Readonly<Record<Stage, keyof CountyFacts>> = { primary: "publicFundsPrimaryYuan", junior: "publicFundsJuniorYuan" };

const inScope = (context: ItemContext, row: number): boolean => {
  const { type, locality } = schoolAt(context.columns, row);
  if (context.rules.values["G6.scope"] === "all_small") return true;
  return type === "teaching_point" || (type === "primary" && locality === "rural");
};

/** Funds that the number of pupils stands for, yuan: 100 pupils in the school's real proportion of stages. */
const neededOf = (context: ItemContext, row: number): Quantity => {
  const { pupils } = context.columns;
  const full = context.rules.values["G6.pupils"];
  const own = stages.map((stage) => ({ base: quantity(fact(context, baseKeys[stage])), pupils: quantity(cellAt(pupils[stage], row)) }));
  const real = own
    .filter((stage) => stage.pupils.value !== 0)
    .map((stage) => times(stage.base, stage.pupils))
    .reduce(plus, quantity(0));
  if (context.rules.values["G6.method"] === "per_pupil") return real;
  return over(times(real, quantity(full)), sumOf(own.map((stage) => stage.pupils.value)));
};

export const smallSchoolFunds = (context: ItemContext): Finding => {
  const { columns, rules } = context;
  const limit = rules.values["G6.pupils"];
  const missing: Input[] = [];
  const bases = new Set<keyof CountyFacts>();
  const schools: SchoolCheck[] = [];
  const totals = { pupils: 0, fundsYuan: 0, neededYuan: 0 };
  for (const row of context.ordinary) {
    const pupils = cellAt(columns.pupils.primary, row) + cellAt(columns.pupils.junior, row);
    if (!inScope(context, row) || pupils >= limit) continue;
    const funds = times(quantity(further(context, "money.publicFundsBudgetWan", row)), quantity(10_000));
    const needed = neededOf(context, row);
    // A school whose pupils are not reported may be a small one.
    const check: Check = Number.isNaN(pupils) ? open : atLeast(funds, needed, figureDecimals(rules), rules);
    const taught = stages.filter((stage) => cellAt(columns.pupils[stage], row) !== 0);
    for (const stage of taught) bases.add(baseKeys[stage]);
    if (isOpen(check)) {
      missing.push(
        ...taught
          .filter((stage) => Number.isNaN(cellAt(columns.pupils[stage], row)))
          .map((stage) => inputOf(context, row, `pupils.${stage}ByGrade`)),
        ...missingOf(context, row, ["money.publicFundsBudgetWan"]),
      );
    }
    const figures = { pupils, fundsYuan: nearest(funds), neededYuan: nearest(needed) };
    totals.pupils += pupils;
    totals.fundsYuan += figures.fundsYuan;
    totals.neededYuan += figures.neededYuan;
    schools.push({ row, stage: null, check, severity: figures.neededYuan - figures.fundsYuan, figures });
  }
  return finding(schools.length === 0 ? met : allChecks(schools.map(({ check }) => check)), {
    figures: { schools: schools.length, ...totals },
    limits: { pupils: limit },
    schools,
    missing: [...missingFacts(context, [...bases].sort()), ...missing],
  });
};
