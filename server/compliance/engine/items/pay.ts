import { allChecks, figureDecimals, notBelow, open } from "./check";
import { type Finding, fact, finding, type ItemContext, missingFacts, missingStatements } from "./context";
import { statements } from "./declared";
import { nearest, over, quantity, times } from "./quantity";

/** G8: 教师平均工资收入不低于公务员 (previous year, public schools), and 绩效工资总量 fully approved. */
export const pay = (context: ItemContext): Finding => {
  const { rules } = context;
  const yuan = quantity(10_000);
  const teachers = times(quantity(fact(context, "teacherPayWan")), yuan);
  const officials = times(quantity(fact(context, "civilServantPayWan")), yuan);
  const ratio = rules.values["G8.payRatio"];
  const check = officials.value === 0 ? open : notBelow(teachers, times(officials, quantity(ratio)), figureDecimals(rules), rules);
  return finding(allChecks([check, ...statements(context, ["G8.performancePay"])]), () => ({
    figures: { teacherPayYuan: nearest(teachers), civilServantPayYuan: nearest(officials), payShare: over(teachers, officials).value },
    limits: { payShare: ratio },
    missing: [...missingFacts(context, ["teacherPayWan", "civilServantPayWan"]), ...missingStatements(context, ["G8.performancePay"])],
  }));
};
