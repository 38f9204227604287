import { Link } from "@remix-run/react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { formatCv, formatPercent, formatValue } from "~/components/format";
import { VerdictShape } from "~/components/VerdictChip";
import { formatFigure } from "./figures";
import { type Gap, gapPage } from "./gaps";
import type { ItemGap } from "./item-gaps";
import { itemPages, itemPath } from "./items";
import { neededAmount } from "./needed";

/** 未达标与无法评定: what fails, by how much, what it takes, and the way to its reason. */
export const GapTable = ({ gaps, itemGaps }: { readonly gaps: readonly Gap[]; readonly itemGaps: readonly ItemGap[] }) => {
  const { t } = useTranslation();
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label={t("compliance:gaps.title")}>
      <table className="table gaps">
        <caption className="visually-hidden">{t("compliance:gaps.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("compliance:gaps.kind")}</th>
            <th scope="col">{t("compliance:gaps.item")}</th>
            <th scope="col" className="num">
              {t("compliance:gaps.value")}
            </th>
            <th scope="col" className="num">
              {t("compliance:gaps.limit")}
            </th>
            <th scope="col">{t("compliance:gaps.distance")}</th>
            <th scope="col">{t("compliance:gaps.needed")}</th>
            <th scope="col">{t("compliance:gaps.ground")}</th>
          </tr>
        </thead>
        <tbody>
          {gaps.map((gap) => (
            <GapRow key={gap.key} gap={gap} />
          ))}
          {itemGaps.map((gap) => (
            <ItemRow key={gap.item} gap={gap} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

const GapRow = ({ gap }: { readonly gap: Gap }) => {
  const { t } = useTranslation();
  const section = gap.kind === "section";
  const format = section ? formatValue : formatCv;
  const title = section
    ? gap.schoolName
    : t("rules:cv.of", { stage: t(`rules:stage.${gap.stage}`), indicator: t(`rules:indicator.${gap.indicator}.short`) });
  const reasons = gap.misses
    .map((miss) => `${t(`rules:indicator.${miss.indicator}.short`)} ${formatValue(miss.value)}`)
    .join(t("compliance:gaps.separator"));
  const needed = gap.misses.flatMap((miss) =>
    miss.needed === null || miss.needed === 0
      ? []
      : [t(`rules:indicator.${miss.indicator}.need`, { amount: neededAmount(miss.indicator, miss.needed) })],
  );
  return (
    <tr>
      <td className="nowrap">{t(`compliance:gaps.kinds.${gap.kind}`)}</td>
      <th scope="row">
        <span className="gaps__item">
          <VerdictShape kind={gap.verdict} label={t(`common:verdict.${gap.verdict}`)} />
          <span>
            {title}
            {section ? <span className="caption muted"> {t(`rules:section.${gap.stage}`)}</span> : null}
            <span className="gaps__reason caption muted">
              {gap.verdict === "not_evaluable"
                ? t(section ? "compliance:gaps.missing" : "compliance:gaps.missing_cv", {
                    indicators: gap.misses.map((miss) => t(`rules:indicator.${miss.indicator}.short`)).join(t("compliance:gaps.separator")),
                  })
                : section
                  ? reasons
                  : t("compliance:gaps.cv_reason")}
            </span>
          </span>
        </span>
      </th>
      <td className={`num tone-${gap.verdict === "not_met" ? "fail" : "none"}`}>
        <strong>{format(gap.value)}</strong>
      </td>
      <td className="num">
        {section ? `≥ ${formatValue(gap.limit)}` : `≤ ${formatCv(gap.limit)}`}
        {section ? <div className="caption muted">{t(`rules:indicator.${gap.indicator}.unit`)}</div> : null}
      </td>
      <td>
        <DistanceBar distance={gap.distance} otherwise="—" />
      </td>
      <td className="gaps__needed">
        {needed.length > 0 ? (
          needed.map((one) => <div key={one}>{one}</div>)
        ) : (
          <span className="muted">{t(gap.verdict === "not_evaluable" ? "compliance:gaps.fill_in" : "compliance:gaps.see_why")}</span>
        )}
      </td>
      <td className="nowrap">
        <Link to={gapPage(gap)} aria-label={t("compliance:gaps.why_of", { item: title })}>
          {t("compliance:gaps.why")}
        </Link>
      </td>
    </tr>
  );
};

const DistanceBar = ({ distance, otherwise }: { readonly distance: number | null; readonly otherwise: string }) =>
  distance === null ? (
    <span className="muted">{otherwise}</span>
  ) : (
    <span className="gaps__distance">
      <span className="gaps__track" aria-hidden="true">
        <span className="gaps__bar" style={{ width: `${Math.min(100, distance * 100)}%` }} />
      </span>
      {formatPercent(distance)}
    </span>
  );

/** A figure of an item with what it counts, where the sentence that it stands for is not beside it. */
const figureText = (t: TFunction, name: string, value: number | null): string => {
  const figure = formatFigure(name, value);
  return value !== null && (name === "overSchools" || name === "overClasses")
    ? t(`compliance:gaps.counted.${name}`, { count: value, figure })
    : figure;
};

const ItemRow = ({ gap }: { readonly gap: ItemGap }) => {
  const { t } = useTranslation();
  const { item, verdict, figure, failing, open, missing } = gap;
  const kind = Object.entries(itemPages).find(([, { items }]) => items.some((id) => id === item))?.[0] ?? "assurance";
  const title = `${item} ${t(`clauses:${item}.short`)}`;
  const reason =
    failing > 0
      ? t(failing > gap.schools.length ? "items:table.failing_more" : "items:table.failing", {
          count: failing,
          schools: gap.schools.join(t("compliance:gaps.separator")),
        })
      : open > 0
        ? t("items:table.open", { count: open })
        : missing > 0
          ? t("items:table.missing", { count: missing })
          : t(`clauses:${item}.name`);
  return (
    <tr>
      <td className="nowrap">{t(`compliance:gaps.kinds.${kind}`)}</td>
      <th scope="row">
        <span className="gaps__item">
          <VerdictShape kind={verdict} label={t(`common:verdict.${verdict}`)} />
          <span>
            {title}
            <span className="gaps__reason caption muted">{reason}</span>
          </span>
        </span>
      </th>
      <td className={`num tone-${verdict === "not_met" ? "fail" : "none"}`}>
        <strong>{figure === null ? "—" : figureText(t, figure.name, figure.value)}</strong>
      </td>
      <td className="num">{figure === null ? "—" : figureText(t, figure.name, figure.limit)}</td>
      <td>
        <DistanceBar distance={gap.distance} otherwise={t("compliance:gaps.no_ratio")} />
      </td>
      <td className="gaps__needed">
        {figure?.name === "overClasses" && verdict === "not_met" ? (
          t("clauses:G5.change", { classes: formatFigure(figure.name, figure.value) })
        ) : (
          <span className="muted">{t(verdict === "not_evaluable" ? "compliance:gaps.fill_in" : "compliance:gaps.see_item")}</span>
        )}
      </td>
      <td className="nowrap">
        <Link to={itemPath(item)} aria-label={t("compliance:gaps.why_of", { item: title })}>
          {t("compliance:gaps.why")}
        </Link>
      </td>
    </tr>
  );
};
