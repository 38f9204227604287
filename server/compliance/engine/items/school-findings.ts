import { gradeLevels } from "@server/statistics/facts-contract";
import { allChecks, atLeast, type Check, open, shareDecimals, stated } from "./check";
import { type Finding, finding, further, type ItemContext, missingOf, type SchoolCheck, schoolCounts } from "./context";
import { over, quantity } from "./quantity";

/** Items that every ordinary return must fulfil by itself. */

const perSchool = (
  context: ItemContext,
  paths: Parameters<typeof missingOf>[2],
  judge: (row: number) => { readonly check: Check; readonly severity: number; readonly figures: Readonly<Record<string, number>> },
): Pick<Finding, "check" | "schools" | "missing"> => {
  const schools = context.ordinary.map((row): SchoolCheck => ({ row, stage: null, ...judge(row) }));
  return {
    check: allChecks(schools.map(({ check }) => check)),
    schools,
    missing: context.ordinary.flatMap((row) => missingOf(context, row, paths)),
  };
};

/** Q3: 学校章程, 管理与教学信息化. */
export const charters = (context: ItemContext): Finding => {
  const { check, ...rest } = perSchool(context, ["quality.charter", "quality.informatised"], (row) => {
    const charter = further(context, "quality.charter", row);
    const informatised = further(context, "quality.informatised", row);
    return {
      check: allChecks([stated(charter), stated(informatised)]),
      severity: Number(charter === 0) + Number(informatised === 0),
      figures: { charter, informatised },
    };
  });
  const yes = (path: "quality.charter" | "quality.informatised"): number =>
    context.ordinary.filter((row) => further(context, path, row) === 1).length;
  return finding(check, {
    ...rest,
    figures: { ...schoolCounts(rest.schools), withCharter: yes("quality.charter"), informatised: yes("quality.informatised") },
  });
};

/** Q6: 德育工作、校园文化建设水平; grades count from 0, the best. */
export const moralEducation = (context: ItemContext): Finding => {
  const worst = gradeLevels.indexOf(context.rules.values["Q6.grade"]);
  const { check, ...rest } = perSchool(context, ["quality.moralEducation"], (row) => {
    const grade = further(context, "quality.moralEducation", row);
    return { check: stated(Number.isNaN(grade) ? null : grade <= worst), severity: grade, figures: { grade: grade + 1 } };
  });
  return finding(check, { ...rest, figures: schoolCounts(rest.schools), limits: { grade: worst + 1 } });
};

const accounts = [
  ["money.trainingBudgetWan", "money.publicFundsBudgetWan"],
  ["money.trainingActualWan", "money.publicFundsActualWan"],
] as const;

/** Q4: 教师培训经费 of every school's public funds; where there are no public funds there is no share. */
export const trainingFunds = (context: ItemContext): Finding => {
  const { rules } = context;
  const limit = rules.values["Q4.trainingShare"];
  const used = rules.values["Q4.account"] === "budget" ? accounts.slice(0, 1) : accounts;
  const { check, ...rest } = perSchool(context, used.flat(), (row) => {
    const shares = used.map(([training, funds]) => over(quantity(further(context, training, row)), quantity(further(context, funds, row))));
    const checks = shares.map((share) => (Number.isNaN(share.value) ? open : atLeast(share, quantity(limit), shareDecimals(rules), rules)));
    const [budget, final] = shares.map(({ value }) => value);
    return {
      check: allChecks(checks),
      severity: limit - Math.min(...shares.map(({ value }) => (Number.isNaN(value) ? limit : value))),
      figures: {
        trainingWan: further(context, "money.trainingBudgetWan", row),
        publicFundsWan: further(context, "money.publicFundsBudgetWan", row),
        budgetShare: budget ?? Number.NaN,
        ...(final === undefined ? {} : { finalShare: final }),
      },
    };
  });
  return finding(check, { ...rest, figures: schoolCounts(rest.schools), limits: { trainingShare: limit } });
};
