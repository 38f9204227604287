import { gradeLevels } from "@server/statistics/facts-contract";
import { cellAt } from "../cells";
import { allChecks, atLeast, type Check, clearlyAtLeast, eachCheck, isMet, met, shareDecimals, stated } from "./check";
import { type Finding, finding, further, type ItemContext, missingOf, type Reasons, type SchoolCheck, schoolCounts } from "./context";
import { over, type Quantity, quantity } from "./quantity";

/** Items that every ordinary return must fulfil by itself. */

/** How one item is asked of one school. */
interface Question {
  readonly paths: Parameters<typeof missingOf>[2];
  readonly checkOf: (row: number) => Check;
  readonly describe: (row: number) => Pick<SchoolCheck, "severity" | "figures">;
}

const perSchool = (
  context: ItemContext,
  { paths, checkOf, describe }: Question,
  county: (schools: readonly SchoolCheck[]) => Partial<Reasons>,
): Finding =>
  finding(eachCheck(context.ordinary, checkOf), () => {
    const schools = context.ordinary.map((row): SchoolCheck => ({ row, stage: null, check: checkOf(row), ...describe(row) }));
    return { schools, missing: context.ordinary.flatMap((row) => missingOf(context, row, paths)), ...county(schools) };
  });

const both = (first: Check, second: Check): Check => (isMet(first) ? second : allChecks([first, second]));

/** Q3: 学校章程, 管理与教学信息化. */
export const charters = (context: ItemContext): Finding => {
  const { "quality.charter": charter, "quality.informatised": informatised } = context.columns.further;
  const yes = (column: Float64Array): number => context.ordinary.filter((row) => cellAt(column, row) === 1).length;
  return perSchool(
    context,
    {
      paths: ["quality.charter", "quality.informatised"],
      checkOf: (row) => both(stated(cellAt(charter, row)), stated(cellAt(informatised, row))),
      describe: (row) => ({
        severity: Number(cellAt(charter, row) === 0) + Number(cellAt(informatised, row) === 0),
        figures: { charter: cellAt(charter, row), informatised: cellAt(informatised, row) },
      }),
    },
    (schools) => ({ figures: { ...schoolCounts(schools), withCharter: yes(charter), informatised: yes(informatised) } }),
  );
};

/** Q6: 德育工作、校园文化建设水平; grades count from 0, the best. */
export const moralEducation = (context: ItemContext): Finding => {
  const worst = gradeLevels.indexOf(context.rules.values["Q6.grade"]);
  const grades = context.columns.further["quality.moralEducation"];
  return perSchool(
    context,
    {
      paths: ["quality.moralEducation"],
      checkOf: (row) => {
        const grade = cellAt(grades, row);
        return stated(Number.isNaN(grade) ? null : grade <= worst);
      },
      describe: (row) => ({ severity: cellAt(grades, row), figures: { grade: cellAt(grades, row) + 1 } }),
    },
    (schools) => ({ figures: schoolCounts(schools), limits: { grade: worst + 1 } }),
  );
};

const accounts = [
  ["money.trainingBudgetWan", "money.publicFundsBudgetWan"],
  ["money.trainingActualWan", "money.publicFundsActualWan"],
] as const;

/** Whether Q4 of a school lies beside its limit, but so near to it that its last digits decide. */
export const isNearTrainingLimit = ({ columns, ordinary, rules }: ItemContext): boolean => {
  const limit = rules.values["Q4.trainingShare"];
  return accounts.some(([training, funds]) =>
    ordinary.some((row) => {
      const beside = Math.abs(cellAt(columns.further[training], row) / cellAt(columns.further[funds], row) / limit - 1);
      return beside > 1e-12 && beside < 1e-8;
    }),
  );
};

/** Q4: 教师培训经费 of every school's public funds; where there are no public funds there is no share. */
export const trainingFunds = (context: ItemContext): Finding => {
  const { rules } = context;
  const limit = rules.values["Q4.trainingShare"];
  const decimals = shareDecimals(rules);
  const used = rules.values["Q4.account"] === "budget" ? accounts.slice(0, 1) : accounts;
  const columns = used.map(([training, funds]) => ({ training: context.columns.further[training], funds: context.columns.further[funds] }));
  const sharesOf = (row: number): readonly Quantity[] =>
    columns.map(({ training, funds }) => over(quantity(cellAt(training, row)), quantity(cellAt(funds, row))));
  const isPlainlyEnough = (row: number): boolean => {
    for (let i = 0; i < columns.length; i++) {
      const account = columns[i];
      if (account === undefined) continue;
      const funds = cellAt(account.funds, row);
      const share = funds === 0 ? Number.NaN : cellAt(account.training, row) / funds;
      if (clearlyAtLeast(share, limit, decimals) !== met) return false;
    }
    return true;
  };
  return perSchool(
    context,
    {
      paths: used.flat(),
      checkOf: (row) =>
        isPlainlyEnough(row) ? met : eachCheck(sharesOf(row), (share) => atLeast(share, quantity(limit), decimals, rules)),
      describe: (row) => {
        const shares = sharesOf(row).map(({ value }) => value);
        const [budget, final] = shares;
        return {
          severity: limit - Math.min(...shares.map((value) => (Number.isNaN(value) ? limit : value))),
          figures: {
            trainingWan: further(context, "money.trainingBudgetWan", row),
            publicFundsWan: further(context, "money.publicFundsBudgetWan", row),
            budgetShare: budget ?? Number.NaN,
            ...(final === undefined ? {} : { finalShare: final }),
          },
        };
      },
    },
    (schools) => ({ figures: schoolCounts(schools), limits: { trainingShare: limit } }),
  );
};
