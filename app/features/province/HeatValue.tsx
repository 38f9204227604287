import type { HeatCell } from "@server/province/contract";
import { useTranslation } from "react-i18next";
import { formatCv, formatPercent, missing } from "~/components/format";
import { heatOf, type Measure } from "./compare-query";

/** Depth of a cell by how far off it is: 0 met, then < 10 %, 10–25 %, from 25 %. */
export const depthOf = (heat: number): 0 | 1 | 2 | 3 => (heat <= 0 ? 0 : heat < 0.1 ? 1 : heat < 0.25 ? 2 : 3);

/** One heat cell: blank when met, else the gap in percent; its name says the figures in words. */
export const HeatValue = ({ cell, measure }: { readonly cell: HeatCell; readonly measure: Measure }) => {
  const { t } = useTranslation();
  const heat = heatOf(cell, measure);
  const { met, remainder, below, not_evaluable } = cell.sections;
  const counts = { below: remainder + below, total: met + remainder + below + not_evaluable, unknown: not_evaluable };
  const inWords = () => {
    if (measure === "cv") return t("province:heat.cv", { cv: formatCv(cell.cv), verdict: t(`common:verdict.${cell.cvVerdict}`) });
    return not_evaluable > 0 ? t("province:heat.schools_unknown", counts) : t("province:heat.schools", counts);
  };
  const title = inWords();
  if (heat === null) {
    return (
      <span className="heat heat--none" title={title}>
        <span aria-hidden="true">{missing}</span>
        <span className="visually-hidden">{title}</span>
      </span>
    );
  }
  return (
    <span className={`heat heat--${depthOf(heat)}`} title={title}>
      <span aria-hidden="true">{heat <= 0 ? "" : heat < 0.005 ? "<1" : formatPercent(heat, 0).replace("%", "")}</span>
      <span className="visually-hidden">{title}</span>
    </span>
  );
};
