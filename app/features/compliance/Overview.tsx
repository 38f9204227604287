import { Link } from "@remix-run/react";
import { type CountyAssessment, resourceIndicators } from "@server/compliance/contract";
import type { DatasetHead } from "@server/statistics/contract";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/Button";
import { formatCv, formatExact, formatValue } from "~/components/format";
import { KeyFigure, KeyFigures } from "~/components/KeyFigure";
import { Card } from "~/components/page";
import { EmptyState } from "~/components/states";
import { SegmentBar } from "~/components/ThresholdBar";
import { Tag, VerdictChip } from "~/components/VerdictChip";
import { useCan } from "~/features/shell/use-session";
import { BalanceTable, type StageBalance } from "./BalanceTable";
import { GapTable } from "./GapTable";
import type { Gap, Watch } from "./gaps";
import { Sunsets } from "./Sunsets";
import { WholeCard } from "./WholeCard";
import { whyValue } from "./why";

/** What the overview draws: counts and the few rows that need work, not the whole judgement. */
export interface OverviewData {
  readonly dataset: DatasetHead;
  readonly verdict: CountyAssessment["verdict"];
  readonly overall: CountyAssessment["overall"];
  readonly failing: number;
  readonly notEvaluable: number;
  readonly previous: { readonly statisticsYear: number; readonly failing: number } | null;
  readonly stages: Readonly<
    Record<
      "primary" | "junior",
      StageBalance & {
        readonly sectionsTotal: number;
        readonly sectionsMet: number;
        readonly sectionsNotEvaluable: number;
        readonly sectionsVerdict: CountyAssessment["verdict"];
      }
    >
  >;
  readonly excluded: number;
  readonly gaps: readonly Gap[];
  readonly watches: readonly Watch[];
  readonly sunsets: CountyAssessment["sunsets"];
}

const worse = (a: CountyAssessment["verdict"], b: CountyAssessment["verdict"]) =>
  a === "not_met" || b === "not_met" ? "not_met" : a === "not_evaluable" || b === "not_evaluable" ? "not_evaluable" : "met";

/** 概览: do we pass, what fails, how far, what to look at next. */
export const Overview = ({ data }: { readonly data: OverviewData }) => {
  const { t } = useTranslation();
  const canPlan = useCan("scenario.write");
  const { primary, junior } = data.stages;
  const sections = {
    total: primary.sectionsTotal + junior.sectionsTotal,
    met: primary.sectionsMet + junior.sectionsMet,
    unknown: primary.sectionsNotEvaluable + junior.sectionsNotEvaluable,
  };
  const cvs = [primary, junior].flatMap((stage) => resourceIndicators.map((indicator) => stage.balance[indicator].verdict));
  const met = cvs.filter((verdict) => verdict === "met").length;
  const unknown = cvs.filter((verdict) => verdict === "not_evaluable").length;
  const change = data.previous === null ? null : data.failing - data.previous.failing;
  return (
    <>
      {data.overall === null ? null : <WholeCard overall={data.overall} />}
      <div className="overview__head card">
        <div className="overview__verdict">
          <VerdictChip kind={data.verdict} size="large" />
          <div>
            <strong>
              {data.verdict === "met" ? t("compliance:overview.passes") : t("compliance:overview.distance", { count: data.failing })}
            </strong>
            <p className="caption muted">
              {data.notEvaluable > 0 ? `${t("compliance:overview.not_evaluable", { count: data.notEvaluable })} ` : ""}
              {change === null || data.previous === null
                ? t("compliance:overview.scope")
                : t(change > 0 ? "compliance:overview.more" : change < 0 ? "compliance:overview.fewer" : "compliance:overview.same", {
                    year: data.previous.statisticsYear,
                    before: data.previous.failing,
                    change: Math.abs(change),
                  })}
            </p>
          </div>
        </div>
        <KeyFigures>
          <KeyFigure
            label={t("compliance:overview.sections")}
            value={String(sections.met)}
            unit={t("compliance:overview.of_sections", { total: sections.total })}
            verdict={worse(primary.sectionsVerdict, junior.sectionsVerdict)}
            bar={<SegmentBar met={sections.met} failing={sections.total - sections.met - sections.unknown} unknown={sections.unknown} />}
          >
            {t("compliance:overview.by_stage", {
              primary: `${primary.sectionsMet}/${primary.sectionsTotal}`,
              junior: `${junior.sectionsMet}/${junior.sectionsTotal}`,
            })}
          </KeyFigure>
          <KeyFigure
            label={t("compliance:overview.balance")}
            value={String(met)}
            unit={t("compliance:overview.of_cvs", { total: cvs.length })}
            verdict={worse(primary.balanceVerdict, junior.balanceVerdict)}
            bar={<SegmentBar met={met} failing={cvs.length - met - unknown} unknown={unknown} />}
          >
            {t("compliance:overview.cv_limits", { primary: formatCv(primary.balance.R1.limit), junior: formatCv(junior.balance.R1.limit) })}
          </KeyFigure>
        </KeyFigures>
      </div>
      <div className="overview__grid">
        <div className="stack">
          <Card
            title={t("compliance:gaps.title")}
            note={t("compliance:gaps.note", { count: data.gaps.length })}
            actions={<Link to="/assessment/schools">{t("compliance:gaps.in_matrix")}</Link>}
            flush
          >
            {data.gaps.length === 0 ? (
              <EmptyState title={t("compliance:gaps.none")}>{t("compliance:gaps.none_note")}</EmptyState>
            ) : (
              <GapTable gaps={data.gaps} />
            )}
          </Card>
          <Card title={t("compliance:balance.title")} note={t("compliance:balance.note")} flush>
            <BalanceTable stages={data.stages} whyPath="/assessment/balance" />
          </Card>
        </div>
        <div className="stack">
          <Card title={t("compliance:overview.next")}>
            <ol className="overview__steps">
              {data.notEvaluable > 0 ? (
                <li>
                  <Link to="/data/import">{t("compliance:overview.step_fill", { count: data.notEvaluable })}</Link>
                </li>
              ) : null}
              {data.gaps.slice(0, 3).map((gap) => (
                <li key={gap.key}>
                  <Link
                    to={
                      gap.kind === "section"
                        ? `/assessment/schools?stage=${gap.stage}&why=${encodeURIComponent(whyValue("section", gap.stage, gap.indicator, gap.sectionId))}`
                        : `/assessment/balance?why=${encodeURIComponent(whyValue("balance", gap.stage, gap.indicator, null))}`
                    }
                  >
                    {gap.kind === "section"
                      ? t("compliance:overview.step_section", {
                          school: gap.schoolName,
                          indicator: t(`rules:indicator.${gap.indicator}.short`),
                        })
                      : t("compliance:overview.step_balance", {
                          what: t("rules:cv.of", {
                            stage: t(`rules:stage.${gap.stage}`),
                            indicator: t(`rules:indicator.${gap.indicator}.short`),
                          }),
                        })}
                  </Link>
                </li>
              ))}
              <li>{data.verdict === "met" ? t("compliance:overview.step_keep") : t("compliance:overview.step_plan")}</li>
            </ol>
            {canPlan ? (
              <LinkButton to="/planning/scenarios" look="primary">
                {t("compliance:overview.plan")}
              </LinkButton>
            ) : null}
          </Card>
          <Card title={t("compliance:watch.title")} note={t("compliance:watch.note", { count: data.watches.length })}>
            {data.watches.length === 0 ? (
              <p className="muted">{t("compliance:watch.none")}</p>
            ) : (
              <ul className="plain overview__watches">
                {data.watches.slice(0, 8).map((watch) => (
                  <WatchRow key={watch.key} watch={watch} />
                ))}
              </ul>
            )}
          </Card>
          <Sunsets sunsets={data.sunsets} />
          <Card title={t("compliance:inclusion.title")}>
            <p>
              {t("compliance:overview.inclusion", { total: data.dataset.schoolCount, excluded: data.excluded })}{" "}
              <Link to="/assessment/summary#inclusion">{t("compliance:overview.inclusion_link")}</Link>
            </p>
          </Card>
        </div>
      </div>
    </>
  );
};

const WatchRow = ({ watch }: { readonly watch: Watch }) => {
  const { t } = useTranslation();
  const format = watch.kind === "borderline_balance" ? formatCv : formatValue;
  return (
    <li>
      {watch.kind === "remainder" ? <Tag tone="near">{t("compliance:matrix.uses_remainder")}</Tag> : <VerdictChip kind="borderline" />}{" "}
      <strong>
        {watch.schoolName ??
          t("rules:cv.of", { stage: t(`rules:stage.${watch.stage}`), indicator: t(`rules:indicator.${watch.indicator}.short`) })}
      </strong>
      <div className="caption muted">
        {t(`rules:indicator.${watch.indicator}.short`)} {format(watch.value)} ·{" "}
        {t("compliance:watch.exact", { value: formatExact(watch.value), limit: format(watch.limit) })}
      </div>
    </li>
  );
};
