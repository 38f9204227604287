import { useTranslation } from "react-i18next";
import { Card } from "~/components/page";
import { VerdictChip } from "~/components/VerdictChip";
import type { Change } from "./changes";
import type { Before } from "./history";

const shown = 8;

/** 与上年相比: what is judged otherwise than a year before, what got worse first. */
export const Changes = ({ before: { statisticsYear, changes } }: { readonly before: Before }) => {
  const { t } = useTranslation();
  const name = (change: Change): string => {
    if (change.kind === "section") return `${change.schoolName} ${t(`rules:section.${change.stage}`)}`;
    if (change.kind === "item") return `${change.item} ${t(`rules:items.${change.item}.short`)}`;
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
              <strong>{name(change)}</strong>
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
