import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/page";
import { VerdictChip } from "~/components/VerdictChip";
import { itemPath } from "../compliance/items";
import { whyValue } from "../compliance/why";
import type { Change } from "./changes";
import type { Before } from "./history";

const shown = 8;

/** Where the change is explained. */
const pageOf = (change: Change): string => {
  if (change.kind === "section") return `/assessment/schools?stage=${change.stage}`;
  if (change.kind === "item") return itemPath(change.item);
  return `/assessment/balance?why=${encodeURIComponent(whyValue("balance", change.stage, change.indicator, null))}`;
};

/** 与上年相比: what is judged otherwise than a year before, what got worse first. */
export const Changes = ({ before: { statisticsYear, changes } }: { readonly before: Before }) => {
  const { t } = useTranslation();
  const name = (change: Change): string => {
    if (change.kind === "section") return `${change.schoolName} ${t(`rules:section.${change.stage}`)}`;
    if (change.kind === "item") return `${change.item} ${t(`clauses:${change.item}.short`)}`;
    return t("rules:cv.of", { stage: t(`rules:stage.${change.stage}`), indicator: t(`rules:indicator.${change.indicator}.short`) });
  };
  return (
    <Card title={t("overview:changes.title", { year: statisticsYear })} note={t("overview:changes.note", { count: changes.length })}>
      {changes.length === 0 ? (
        <p className="muted">{t("overview:changes.none")}</p>
      ) : (
        <ul className="plain overview__watches">
          {changes.slice(0, shown).map((change) => (
            <li key={change.key}>
              <Link to={pageOf(change)}>{name(change)}</Link>
              <div className="row caption">
                <VerdictChip kind={change.before} plain />
                <span aria-hidden="true">→</span>
                <span className="visually-hidden">{t("overview:changes.to")}</span>
                <VerdictChip kind={change.now} plain />
              </div>
            </li>
          ))}
        </ul>
      )}
      {changes.length > shown ? <p className="caption muted">{t("overview:changes.more", { count: changes.length - shown })}</p> : null}
    </Card>
  );
};
