import { Link } from "@remix-run/react";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/Button";
import { Card } from "~/components/page";
import { useCan } from "~/features/shell/use-session";
import { type Gap, gapPage } from "../compliance/gaps";
import type { ItemGap } from "../compliance/item-gaps";
import { itemPath } from "../compliance/items";

const advice = async () => ({ default: (await import("./Advice")).Advice });
const Advice = lazy(advice);
// On its way before the page is taken over: the advice is what the reader waits for.
if (!import.meta.env.SSR) void advice().catch(() => null);

/** 下一步: measures by price once the engines have tried them; the data that are missing, what is furthest off, and then a plan. */
export const NextSteps = ({
  gaps,
  itemGaps,
  open,
  passes,
  datasetId,
  statisticsYear,
}: {
  readonly gaps: readonly Gap[];
  readonly itemGaps: readonly ItemGap[];
  readonly open: number;
  readonly passes: boolean;
  readonly datasetId: string;
  readonly statisticsYear: number;
}) => {
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const { t } = useTranslation();
  const canPlan = useCan("scenario.write");
  const sections = gaps.filter(({ kind, verdict }) => kind === "section" && verdict === "not_met");
  const balances = gaps.filter(({ kind, verdict }) => kind === "balance" && verdict === "not_met");
  const items = itemGaps.filter(({ verdict }) => verdict === "not_met");
  return (
    <Card title={t("overview:next.title")} note={passes ? undefined : t("overview:advice.note")}>
      {passes ? null : (
        <div className="overview__advised no-print">
          {scripted ? (
            <Suspense fallback={null}>
              <Advice datasetId={datasetId} statisticsYear={statisticsYear} />
            </Suspense>
          ) : null}
        </div>
      )}
      <ol className="overview__steps">
        {open > 0 ? (
          <li>
            <Link to="/data/import">{t("overview:next.fill", { count: open })}</Link>
          </li>
        ) : null}
        {items.slice(0, 2).map(({ item }) => (
          <li key={item}>
            <Link to={itemPath(item)}>{t("overview:next.item", { item: `${item} ${t(`clauses:${item}.short`)}` })}</Link>
          </li>
        ))}
        {[...sections.slice(0, 2), ...balances.slice(0, 1)].map((gap) => (
          <li key={gap.key}>
            <Link to={gapPage(gap)}>
              {gap.kind === "section"
                ? t("overview:next.section", { school: gap.schoolName, indicator: t(`rules:indicator.${gap.indicator}.short`) })
                : t("overview:next.balance", {
                    what: t("rules:cv.of", {
                      stage: t(`rules:stage.${gap.stage}`),
                      indicator: t(`rules:indicator.${gap.indicator}.short`),
                    }),
                  })}
            </Link>
          </li>
        ))}
        <li>{passes ? t("overview:next.keep") : t("overview:next.plan")}</li>
      </ol>
      {canPlan ? (
        <LinkButton to="/planning/scenarios" look="primary">
          {t("overview:next.to_plans")}
        </LinkButton>
      ) : null}
    </Card>
  );
};
