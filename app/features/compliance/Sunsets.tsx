import { Link } from "@remix-run/react";
import type { Sunset } from "@server/compliance/contract";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/page";
import { itemPath } from "./items";
import { ReliefTag, reliefName } from "./Relief";

/** 放宽到期: relief by relief, when it ends and what passes only by it. */
export const Sunsets = ({ sunsets }: { readonly sunsets: readonly Sunset[] }) => {
  const { t } = useTranslation();
  if (sunsets.length === 0) return null;
  return (
    <Card title={t("compliance:relief.title")} note={t("compliance:relief.note")}>
      <ul className="plain overview__watches">
        {sunsets.map(({ relief, endsIn, sections, balances, items }) => (
          <li key={relief}>
            <ReliefTag endsIn={endsIn} /> <strong>{reliefName(t, relief)}</strong>
            {sections.length === 0 ? null : (
              <div className="caption">
                <Link to="/assessment/schools">{t("compliance:relief.sections", { count: sections.length })}</Link>
              </div>
            )}
            {balances.map(({ stage, indicator }) => (
              <div key={`${stage}:${indicator}`} className="caption">
                <Link to="/assessment/balance">
                  {t("rules:cv.of", { stage: t(`rules:stage.${stage}`), indicator: t(`rules:indicator.${indicator}.short`) })}
                </Link>
              </div>
            ))}
            {items.map(({ item, schools }) => (
              <div key={item} className="caption">
                <Link to={itemPath(item)}>{t("compliance:relief.item", { item: t(`clauses:${item}.short`), count: schools.length })}</Link>
              </div>
            ))}
          </li>
        ))}
      </ul>
    </Card>
  );
};
