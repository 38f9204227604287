import type { PlanAnswer as Answer, FoundPlan, PlanRequest, ScenarioSchool } from "@server/planning/contract";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatChange, formatCount, formatMoneyWan, formatNumber, formatPercent } from "~/components/format";
import { KeyFigure, KeyFigures } from "~/components/KeyFigure";
import { Notice } from "~/components/Notice";
import { Card } from "~/components/page";
import { VerdictChip } from "~/components/VerdictChip";
import { askedText } from "./asked-text";
import { OpenPlan } from "./OpenPlan";
import { PlanExplanation } from "./PlanExplanation";
import { Frontier, Prices, Robust } from "./PlanFurther";
import { PlanMeasures } from "./PlanMeasures";
import { HeldClauses, PlanStandings } from "./PlanStandings";
import type { ShownPlan } from "./shown-plan";

/** The plan that the scenario is at present. */
export interface PresentPlan {
  readonly costWan: number;
  readonly firstYear: number | null;
}

const goodStates: ReadonlySet<Answer["state"]> = new Set(["optimal", "within_gap", "nothing_needed"]);
const badStates: ReadonlySet<Answer["state"]> = new Set(["infeasible", "not_evaluable", "not_found"]);

const Head = ({
  answer,
  asked,
  present: known,
  runId,
}: {
  readonly answer: ShownPlan;
  readonly asked: PlanRequest | null;
  readonly present: PresentPlan | "older" | null;
  readonly runId: string;
}) => {
  const { t } = useTranslation();
  const { plan } = answer;
  const tone = goodStates.has(answer.state) ? "good" : badStates.has(answer.state) ? "bad" : "info";
  const wan = t("planning:unit.wan");
  const present = known === "older" ? null : known;
  // What the plan leaves of the scenario is paid for too: only then are the two sums of the same kind.
  const whole = plan === null ? null : plan.years.reduce((sum, { withKeptWan }) => sum + withKeptWan, 0);
  return (
    <Card
      title={t("answers:plan.answer")}
      note={asked === null ? undefined : askedText(t, asked)}
      actions={plan === null || plan.leverIds.length === 0 ? null : <OpenPlan runId={runId} which="plan" />}
    >
      <div className="stack">
        <Notice tone={tone}>{t(`answers:plan.state.${answer.state}`)}</Notice>
        {answer.clauses === undefined ? null : <HeldClauses clauses={answer.clauses} />}
        {plan === null && answer.boundWan !== null ? (
          <KeyFigures>
            <KeyFigure label={t("answers:plan.bound")} value={formatMoneyWan(answer.boundWan)} unit={wan}>
              {t("answers:plan.bound_text")}
            </KeyFigure>
          </KeyFigures>
        ) : null}
        {plan === null ? null : (
          <KeyFigures>
            <KeyFigure label={t("answers:plan.cost")} value={formatMoneyWan(plan.costWan)} unit={wan}>
              {answer.gap === null ? null : t("answers:plan.gap", { gap: formatPercent(answer.gap, 2) })}
            </KeyFigure>
            <KeyFigure label={t("answers:plan.bound")} value={formatMoneyWan(answer.boundWan)} unit={wan}>
              {t("answers:plan.bound_text")}
            </KeyFigure>
            <KeyFigure label={t("answers:plan.greedy")} value={formatMoneyWan(answer.greedyWan)} unit={wan} />
            <KeyFigure label={t("answers:plan.present")} value={formatMoneyWan(present?.costWan)} unit={wan}>
              {present === null
                ? t(known === null ? "answers:plan.present_none" : "answers:plan.present_older")
                : t("answers:plan.present_text", { year: present.firstYear ?? t("planning:result.never") })}
            </KeyFigure>
            {present === null || whole === null ? null : (
              <KeyFigure label={t("answers:plan.difference")} value={formatChange(whole - present.costWan, 1)} unit={wan}>
                {t("answers:plan.whole", { cost: formatMoneyWan(whole) })}
              </KeyFigure>
            )}
          </KeyFigures>
        )}
      </div>
    </Card>
  );
};

type Kind = FoundPlan["byKind"][number]["kind"];

/** What a measure is counted in; a policy or a closure is counted by itself. */
const unitOf: Readonly<Partial<Record<Kind, "persons" | "rooms" | "m2" | "wan">>> = {
  hire_teachers: "persons",
  upgrade_education: "persons",
  train_backbone: "persons",
  rotate_teachers: "persons",
  build_classrooms: "rooms",
  equip_multimedia: "rooms",
  build_special_rooms: "rooms",
  build_sports: "m2",
  buy_equipment: "wan",
  transfer_equipment: "wan",
};

const quantityText = (t: TFunction, kind: Kind, quantity: number): string => {
  const unit = unitOf[kind];
  if (unit === undefined) return formatCount(quantity);
  return `${unit === "wan" ? formatMoneyWan(quantity) : formatNumber(quantity, Number.isInteger(quantity) ? 0 : 1)} ${t(`planning:unit.${unit}`)}`;
};

const Kinds = ({ plan }: { readonly plan: NonNullable<ShownPlan["plan"]> }) => {
  const { t } = useTranslation();
  const columns: Column<FoundPlan["byKind"][number]>[] = [
    { key: "kind", header: t("answers:plan.kind"), width: "200px", render: ({ kind }) => t(`planning:lever.${kind}`) },
    { key: "levers", header: t("answers:plan.levers"), align: "end", render: ({ levers }) => formatCount(levers) },
    { key: "schools", header: t("answers:plan.schools"), align: "end", render: ({ schools }) => formatCount(schools) },
    { key: "quantity", header: t("answers:plan.quantity"), align: "end", render: ({ kind, quantity }) => quantityText(t, kind, quantity) },
    { key: "cost", header: t("planning:unit.wan"), align: "end", render: ({ costWan }) => formatMoneyWan(costWan) },
  ];
  return (
    <Card title={t("answers:plan.by_kind")} flush>
      <DataTable caption={t("answers:plan.by_kind")} columns={columns} rows={plan.byKind} rowKey={({ kind }) => kind} />
    </Card>
  );
};

const Years = ({ plan }: { readonly plan: NonNullable<ShownPlan["plan"]> }) => {
  const { t } = useTranslation();
  const columns: Column<FoundPlan["years"][number]>[] = [
    { key: "year", header: t("common:chart.year"), width: "80px", render: ({ year }) => String(year) },
    {
      key: "verdict",
      header: t("answers:plan.verdict"),
      render: ({ verdict, failing }) => (
        <VerdictChip plain kind={verdict} text={verdict === "not_met" ? t("planning:result.short_of", { count: failing }) : undefined} />
      ),
    },
    { key: "capital", header: t("answers:plan.capital"), align: "end", render: ({ capitalWan }) => formatMoneyWan(capitalWan) },
    { key: "recurrent", header: t("answers:plan.recurrent"), align: "end", render: ({ recurrentWan }) => formatMoneyWan(recurrentWan) },
    { key: "kept", header: t("answers:plan.with_kept"), align: "end", render: ({ withKeptWan }) => formatMoneyWan(withKeptWan) },
    { key: "hires", header: t("answers:plan.hires"), align: "end", render: ({ hires }) => formatCount(hires) },
  ];
  return (
    <Card title={t("answers:plan.years")} note={t("planning:unit.wan")} flush>
      <DataTable caption={t("answers:plan.years")} columns={columns} rows={plan.years} rowKey={({ year }) => String(year)} />
    </Card>
  );
};

const Milestones = ({ milestones }: { readonly milestones: NonNullable<FoundPlan["milestones"]> }) => {
  const { t } = useTranslation();
  const columns: Column<(typeof milestones)[number]>[] = [
    { key: "year", header: t("common:chart.year"), width: "80px", render: ({ year }) => String(year) },
    {
      key: "verdict",
      header: t("answers:plan.milestone_verdict"),
      render: ({ asked, met }) => <VerdictChip plain kind={met >= asked ? "met" : "not_met"} />,
    },
    { key: "planned", header: t("answers:plan.milestone_planned"), align: "end", render: ({ share }) => formatPercent(share) },
    {
      key: "achieved",
      header: t("answers:plan.milestone_achieved"),
      align: "end",
      render: ({ met, schools }) => formatPercent(schools === 0 ? null : met / schools),
    },
    { key: "asked", header: t("answers:plan.milestone_asked"), align: "end", render: ({ asked }) => formatCount(asked) },
    { key: "met", header: t("answers:plan.milestone_met"), align: "end", render: ({ met }) => formatCount(met) },
    { key: "schools", header: t("answers:plan.milestone_schools"), align: "end", render: ({ schools }) => formatCount(schools) },
  ];
  return (
    <Card title={t("answers:plan.milestones")} note={t("answers:plan.milestones_of")} flush>
      <DataTable caption={t("answers:plan.milestones")} columns={columns} rows={milestones} rowKey={({ year }) => String(year)} />
    </Card>
  );
};

const Way = ({ incumbents }: { readonly incumbents: Answer["incumbents"] }) => {
  const { t } = useTranslation();
  const columns: Column<Answer["incumbents"][number]>[] = [
    {
      key: "seconds",
      header: t("answers:plan.seconds"),
      width: "120px",
      render: ({ seconds }) => t("answers:plan.second", { seconds: formatNumber(seconds, 1) }),
    },
    { key: "source", header: t("answers:plan.source"), render: ({ source }) => t(`answers:plan.from.${source}`) },
    { key: "cost", header: t("answers:plan.cost"), align: "end", render: ({ costWan }) => formatMoneyWan(costWan) },
    { key: "bound", header: t("answers:plan.bound"), align: "end", render: ({ boundWan }) => formatMoneyWan(boundWan) },
    { key: "gap", header: t("answers:plan.way_gap"), align: "end", render: ({ gap }) => formatPercent(gap, 2) },
  ];
  return (
    <Card title={t("answers:plan.way")} flush>
      <DataTable
        caption={t("answers:plan.way")}
        columns={columns}
        rows={incumbents}
        rowKey={({ seconds, costWan }) => `${seconds} ${costWan}`}
      />
    </Card>
  );
};

/** The cheapest plan with its proof beside the present one, or why there is none. */
export const PlanAnswer = ({
  answer,
  asked,
  present,
  runId,
  schools,
}: {
  readonly answer: ShownPlan;
  /** Null when something else was asked since. */
  readonly asked: PlanRequest | null;
  /** `older`: what is known of it is about an earlier draft than the plan, or the plan about an earlier one than now. */
  readonly present: PresentPlan | "older" | null;
  readonly runId: string;
  readonly schools: readonly ScenarioSchool[];
}) => (
  <div className="stack">
    <Head answer={answer} asked={asked} present={present} runId={runId} />
    {answer.explanation === null ? null : <PlanExplanation explanation={answer.explanation} runId={runId} schools={schools} />}
    {answer.plan === null ? null : (
      <>
        {answer.plan.byKind.length === 0 ? null : <Kinds plan={answer.plan} />}
        {answer.plan.measures === undefined || answer.plan.measures.length === 0 ? null : (
          <PlanMeasures measures={answer.plan.measures} schools={schools} />
        )}
        {answer.plan.milestones === undefined ? null : <Milestones milestones={answer.plan.milestones} />}
        <Years plan={answer.plan} />
        {answer.plan.standings === undefined ? null : <PlanStandings standings={answer.plan.standings} held={answer.clauses?.held ?? []} />}
      </>
    )}
    {answer.clausePrices === null ? null : <Prices prices={answer.clausePrices} />}
    {answer.frontier === null ? null : <Frontier points={answer.frontier} />}
    {answer.robust === null ? null : <Robust robust={answer.robust} runId={runId} ownRanges={answer.request.ranges !== undefined} />}
    {answer.incumbents.length === 0 ? null : <Way incumbents={answer.incumbents} />}
  </div>
);
