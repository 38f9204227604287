import type { PlanAnswer } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatMoneyWan, formatNumber, formatPercent, tellingDecimals } from "~/components/format";
import { later } from "~/components/later";
import { Card } from "~/components/page";
import { OpenPlan } from "./OpenPlan";
import type { ShownPlan } from "./shown-plan";

const LineChart = await later("PlanChart", async () => (await import("~/components/LineChart")).LineChart);

type Price = NonNullable<PlanAnswer["clausePrices"]>[number];

/** What each requirement and limit costs, the dearest first. */
export const Prices = ({ prices }: { readonly prices: readonly Price[] }) => {
  const { t } = useTranslation();
  const name = ({ clause, stage, part }: Price): string => {
    if (/^G\d+$/.test(clause)) return `${clause} ${t(`clauses:${clause}.name`)}`;
    const own = /^R\d$/.test(clause) ? t(`rules:indicator.${clause}.short`) : t(`answers:plan.clause.${clause}`);
    if (stage === undefined) return own;
    return t(part === undefined ? "answers:plan.price.of_stage" : "answers:plan.price.of_balance", {
      stage: t(`rules:stage.${stage}`),
      clause: own,
    });
  };
  const columns: Column<Price>[] = [
    { key: "clause", header: t("answers:plan.price.clause"), width: "260px", render: name },
    {
      key: "saved",
      header: t("answers:plan.price.saved"),
      align: "end",
      render: ({ savedWan }) =>
        savedWan === null ? t("answers:plan.price.unknown") : formatNumber(savedWan, tellingDecimals(savedWan, 1)),
    },
    { key: "cost", header: t("answers:plan.frontier_cost"), align: "end", render: ({ costWan }) => formatMoneyWan(costWan) },
  ];
  const rows = [...prices].sort((left, right) => (right.savedWan ?? -1) - (left.savedWan ?? -1));
  return (
    <Card title={t("answers:plan.prices")} note={t("answers:plan.prices_note")} flush>
      <DataTable caption={t("answers:plan.prices")} columns={columns} rows={rows} rowKey={name} />
    </Card>
  );
};

/** Cheapest cost by target year. */
export const Frontier = ({ points }: { readonly points: NonNullable<PlanAnswer["frontier"]> }) => {
  const { t } = useTranslation();
  return (
    <Card title={t("answers:plan.frontier")} note={t("planning:unit.wan")}>
      <LineChart
        title={t("answers:plan.frontier")}
        years={points.map(({ targetYear }) => targetYear)}
        series={[
          { id: "cost", name: t("answers:plan.frontier_cost"), values: points.map(({ costWan }) => costWan) },
          { id: "bound", name: t("answers:plan.frontier_bound"), values: points.map(({ boundWan }) => boundWan) },
          { id: "peak", name: t("answers:plan.frontier_peak"), values: points.map(({ highestYearWan }) => highestYearWan) },
        ]}
        format={formatMoneyWan}
      />
    </Card>
  );
};

/** The plan that passes in nine of ten futures. */
export const Robust = ({
  robust,
  runId,
  ownRanges,
}: {
  readonly robust: NonNullable<ShownPlan["robust"]>;
  readonly runId: string;
  /** The scenario states ranges of its own. */
  readonly ownRanges: boolean;
}) => {
  const { t } = useTranslation();
  const { draws, pass, low, high, margin, found, costWan } = robust;
  return (
    <Card
      title={t("answers:plan.robust")}
      note={t(ownRanges ? "answers:ranges.own" : "answers:ranges.default")}
      actions={found ? <OpenPlan runId={runId} which="robust" /> : null}
    >
      {found ? (
        <p>
          {t("answers:plan.robust_text", {
            draws,
            share: formatPercent(pass),
            low: formatPercent(low),
            high: formatPercent(high),
            margin: formatPercent(margin),
            cost: formatMoneyWan(costWan),
          })}
        </p>
      ) : (
        <p className="muted">{t("answers:plan.robust_none")}</p>
      )}
    </Card>
  );
};
