import type { YearCost } from "@server/planning/contract";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { formatMoneyWan } from "~/components/format";
import { NumberField } from "~/components/NumberField";
import { patchDocument } from "./edits";
import { useKept } from "./keep-equal";
import { totalCost } from "./money";
import { useActions, useWorkspace } from "./workspace-context";

/** Money at the foot of every view: the total, and each year against the yearly cap. */
export const BudgetBar = () => {
  const { document, answer } = useWorkspace();
  const cost = useKept(answer?.cost.filter(({ totalWan }) => totalWan > 0) ?? []);
  return <Budget cap={document.annualBudgetWan} cost={cost} known={answer !== null} />;
};

interface BudgetProps {
  readonly cap: number | null;
  readonly cost: readonly YearCost[];
  /** False while the first answer is awaited: the sum is not zero then, it is not there. */
  readonly known: boolean;
}

const Budget = memo(({ cap, cost, known }: BudgetProps) => {
  const { t } = useTranslation();
  const { edit, may } = useActions();
  const most = Math.max(cap ?? 0, ...cost.map(({ totalWan }) => totalWan), 1);
  return (
    <section className="ws-budget" aria-label={t("workspace:budget.title")}>
      <div className="ws-budget__total">
        <span className="caption">{known ? t("workspace:budget.total", { count: cost.length }) : t("workspace:budget.title")}</span>{" "}
        <strong className="num">{formatMoneyWan(known ? totalCost(cost) : null)}</strong>{" "}
        <span className="caption">{t("planning:unit.wan")}</span>
      </div>
      {may ? (
        <NumberField
          name="annualBudgetWan"
          label={t("planning:settings.annualBudgetWan")}
          unit={t("planning:unit.wan")}
          value={cap}
          min={0}
          step={50}
          onChange={(next) => edit(patchDocument({ annualBudgetWan: next }), "budget")}
        />
      ) : null}
      <ol className="plain ws-budget__years">
        {cost.map(({ year, totalWan, overBudgetWan }) => (
          <li key={year}>
            <span className="caption">{year}</span>
            <span className="ws-money" aria-hidden="true">
              <span className="ws-money__bar" style={{ width: `${(100 * (totalWan - overBudgetWan)) / most}%` }} />
              <span className="ws-money__over" style={{ width: `${(100 * overBudgetWan) / most}%` }} />
              {cap === null ? null : <span className="ws-money__cap" style={{ left: `${(100 * cap) / most}%` }} />}
            </span>
            <span className={overBudgetWan > 0 ? "num tone-fail" : "num"}>
              {overBudgetWan > 0
                ? t("workspace:budget.over", { total: formatMoneyWan(totalWan), over: formatMoneyWan(overBudgetWan) })
                : formatMoneyWan(totalWan)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
});
Budget.displayName = "Budget";
