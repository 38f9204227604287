import { Link } from "@remix-run/react";
import type { CountyAssessment } from "@server/compliance/contract";
import type { Reminders } from "@server/review/reminders-contract";
import type { DatasetHead } from "@server/statistics/contract";
import { useTranslation } from "react-i18next";
import { formatCv, formatExact, formatValue } from "~/components/format";
import { Card } from "~/components/page";
import { EmptyState } from "~/components/states";
import { Tag, VerdictChip } from "~/components/VerdictChip";
import { ReminderCard } from "~/features/review/ReminderCard";
import { type BalanceHistory, BalanceTable } from "../compliance/BalanceTable";
import { GapTable } from "../compliance/GapTable";
import { type Gap, type Watch, watchPage } from "../compliance/gaps";
import type { ItemGap } from "../compliance/item-gaps";
import { Sunsets } from "../compliance/Sunsets";
import { Changes } from "./Changes";
import { Head, type HeadData } from "./Head";
import { NextSteps } from "./NextSteps";
import { OutlookCard } from "./Outlook";

/** What the home of a county draws: counts and the few rows that need work, not the whole judgement. */
export interface OverviewData extends HeadData {
  readonly dataset: DatasetHead;
  readonly history: BalanceHistory | null;
  /** Null while nothing has been published or reviewed. */
  readonly reminders: Reminders | null;
  readonly excluded: number;
  readonly gaps: readonly Gap[];
  readonly itemGaps: readonly ItemGap[];
  readonly watches: readonly Watch[];
  readonly sunsets: CountyAssessment["sunsets"];
}

/** 概览: do we pass, what fails, how far, what changed since last year, when shall we pass on the present course, what to do next. */
export const Overview = ({ data }: { readonly data: OverviewData }) => {
  const { t } = useTranslation();
  const count = data.gaps.length + data.itemGaps.length;
  return (
    <>
      <Head data={data} />
      <div className="overview__grid">
        <div className="stack">
          <Card
            title={t("compliance:gaps.title")}
            note={t("compliance:gaps.note", { count })}
            actions={<Link to="/assessment/schools">{t("compliance:gaps.in_matrix")}</Link>}
            flush
          >
            {count === 0 ? (
              <EmptyState title={t("compliance:gaps.none")}>{t("compliance:gaps.none_note")}</EmptyState>
            ) : (
              <GapTable gaps={data.gaps} itemGaps={data.itemGaps} />
            )}
          </Card>
          <Card
            title={t("compliance:balance.title")}
            note={
              data.history === null
                ? t("compliance:balance.note")
                : t("overview:balance_years", { from: data.history.years[0], to: data.history.years.at(-1) })
            }
            flush
          >
            <BalanceTable stages={data.stages} whyPath="/assessment/balance" history={data.history} />
          </Card>
        </div>
        <div className="stack">
          <div id="outlook">
            <OutlookCard outlook={data.outlook} />
          </div>
          <NextSteps
            gaps={data.gaps}
            itemGaps={data.itemGaps}
            open={data.whole.open}
            passes={data.whole.verdict === "met"}
            datasetId={data.dataset.id}
            statisticsYear={data.statisticsYear}
          />
          {data.reminders === null ? null : <ReminderCard reminders={data.reminders} />}
          {data.before === null ? null : (
            <div id="changes">
              <Changes before={data.before} />
            </div>
          )}
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
              {t("overview:inclusion", { total: data.dataset.schoolCount, excluded: data.excluded })}{" "}
              <Link to="/assessment/summary#inclusion">{t("overview:inclusion_link")}</Link>
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
      <Link to={watchPage(watch)}>
        {watch.schoolName ??
          t("rules:cv.of", { stage: t(`rules:stage.${watch.stage}`), indicator: t(`rules:indicator.${watch.indicator}.short`) })}
      </Link>
      <div className="caption muted">
        {t(`rules:indicator.${watch.indicator}.short`)} {format(watch.value)} ·{" "}
        {watch.kind === "remainder"
          ? t("compliance:watch.remainder", { limit: format(watch.limit) })
          : t("compliance:watch.exact", { value: formatExact(watch.value), limit: format(watch.limit) })}
      </div>
    </li>
  );
};
