import { useSearchParams } from "@remix-run/react";
import type { PortfolioView } from "@server/province/portfolio-contract";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/Button";
import { formatDateTime, formatMoneyWan, formatPercent } from "~/components/format";
import { ErrorNotice, Notice, type ShownError } from "~/components/Notice";
import { Toolbar } from "~/components/page";
import { EmptyState } from "~/components/states";
import { Tabs } from "~/components/Tabs";
import { withParams } from "~/components/url";
import { RunStatus } from "~/features/planning/RunStatus";
import { useCan, useSession } from "~/features/shell/use-session";
import { CalendarView } from "./CalendarView";
import { DelayView, FrontierTable, MarginalView } from "./FurtherViews";
import { FrontierForm, GrantForm } from "./PortfolioForms";
import { type PortfolioTab, portfolioViews } from "./portfolio-query";

type Frontier = NonNullable<PortfolioView["frontier"]>;
type Allocation = NonNullable<PortfolioView["allocation"]>;

/** When and how the frontiers were computed, and whether counties have published since. */
const FrontierHead = ({ frontier }: { readonly frontier: Frontier }) => {
  const { t } = useTranslation();
  const { lines, computedAt, request, ruleSet, newer } = frontier;
  return (
    <>
      <p className="caption muted">
        {t("portfolio:frontier.head", {
          count: lines.length,
          when: formatDateTime(computedAt),
          method: t(`portfolio:frontier.effort_${request.effort}`),
          rules: ruleSet.id,
        })}
      </p>
      {newer > 0 ? <Notice tone="warn">{t("portfolio:frontier.newer", { count: newer })}</Notice> : null}
    </>
  );
};

/** What was asked of the grant, what the selection optimises, and whether that is proven. */
const AllocationHead = ({ allocation }: { readonly allocation: Allocation }) => {
  const { t } = useTranslation();
  const { request, answer, run, withdrawn } = allocation;
  return (
    <>
      <p>
        {t("portfolio:grant.head", {
          wan: formatMoneyWan(request.annualBudgetWan),
          share: formatPercent(request.provinceShare, 0),
          carry: t(request.carryOver ? "portfolio:grant.carries" : "portfolio:grant.no_carry"),
        })}
      </p>
      <RunStatus run={run} back={`/province/portfolio?run=${run.id}`} />
      {withdrawn ? <Notice tone="warn">{t("portfolio:grant.withdrawn")}</Notice> : null}
      {answer === null ? null : (
        <p className="caption muted prose">
          {t("portfolio:grant.optimises", {
            solver: answer.solver,
            proof: t(answer.totals.proven ? "portfolio:grant.proven" : "portfolio:grant.unproven"),
          })}
        </p>
      )}
    </>
  );
};

const Table = ({
  tab,
  portfolio,
  frontier,
}: {
  readonly tab: PortfolioTab;
  readonly portfolio: PortfolioView;
  readonly frontier: Frontier;
}) => {
  const { t } = useTranslation();
  const { allocation } = portfolio;
  const answer = allocation?.answer ?? null;
  if (tab === "calendar") return <CalendarView portfolio={portfolio} frontier={frontier} allocation={allocation} />;
  if (tab === "frontier") return <FrontierTable frontier={frontier} />;
  if (tab === "delay") return <DelayView frontier={frontier} answer={answer} />;
  return answer === null || allocation === null ? (
    <EmptyState title={t("portfolio:grant.none")}>{t("portfolio:grant.none_text")}</EmptyState>
  ) : (
    <MarginalView frontier={frontier} answer={answer} budgetWan={allocation.request.annualBudgetWan} />
  );
};

/** 认定日历与资金组合: frontiers first, then a grant, then what follows from both. */
export const PortfolioBody = ({
  portfolio,
  tab,
  error,
}: {
  readonly portfolio: PortfolioView;
  readonly tab: PortfolioTab;
  readonly error: ShownError | null | undefined;
}) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const computes = useCan("run.start");
  const grants = useCan("policy.write");
  const { actor } = useSession();
  // A city has no grant, so nothing follows from one.
  const tabs = portfolioViews.filter((one) => one !== "marginal" || actor.orgKind === "province");
  const { frontier, frontierRun, allocation } = portfolio;
  return (
    <>
      {frontier === null ? <ErrorNotice error={error} /> : null}
      {computes ? (
        <div className="no-print">
          <FrontierForm portfolio={portfolio} error={error} />
        </div>
      ) : null}
      {frontierRun ? <RunStatus run={frontierRun} back="/province/portfolio" /> : null}
      {frontier === null ? (
        <EmptyState title={t("portfolio:empty.title")}>{t("portfolio:empty.text")}</EmptyState>
      ) : (
        <>
          <FrontierHead frontier={frontier} />
          {grants ? (
            <div className="no-print">
              <GrantForm runId={frontier.runId} asked={allocation?.request ?? null} error={error} />
            </div>
          ) : null}
          {allocation === null ? null : <AllocationHead allocation={allocation} />}
          <Toolbar label={t("province:compare.tools")}>
            <Tabs
              label={t("portfolio:views")}
              param="view"
              value={tab}
              items={tabs.map((value) => ({ value, label: t(`portfolio:view.${value}`) }))}
            />
            <span className="spacer" />
            {(["xlsx", "csv"] as const).map((format) => (
              <LinkButton key={format} download to={`/province/portfolio/file${withParams(params, { view: tab, format })}`}>
                {t(`portfolio:download.${format}`)}
              </LinkButton>
            ))}
          </Toolbar>
          <Table tab={tab} portfolio={portfolio} frontier={frontier} />
        </>
      )}
    </>
  );
};
