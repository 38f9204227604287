import type { FrontierPoint, PortfolioLine } from "@server/province/portfolio-contract";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { formatMoneyWan } from "~/components/format";
import { applyFrom } from "./figures";

interface LineWords {
  /** Year to which a county is pushed, or why there is none. */
  readonly target: (line: PortfolioLine, allocated: boolean) => string;
  readonly unaided: (line: PortfolioLine) => string;
  readonly source: (line: PortfolioLine) => string;
  /** Year from which it may apply, or why that is not known. */
  readonly apply: (line: PortfolioLine) => string;
  /** Where the county stands in the 25 items, which no plan here mends. */
  readonly items: (line: PortfolioLine) => string;
  readonly point: (point: FrontierPoint | undefined) => string;
}

/** What is said of a county's years, the same on page and in files. */
export const useLineWords = (): LineWords => lineWords(useTranslation().t);

/** As `useLineWords`, where there is no page. */
export const lineWords = (t: TFunction): LineWords => {
  const chosen = ({ points, targetYear }: PortfolioLine) => points.find((point) => point.targetYear === targetYear);
  const possible = ({ points }: PortfolioLine) => points.some(({ state }) => state === "passes" || state === "nothing_needed");
  const bound = ({ costWan, boundWan }: FrontierPoint): string =>
    boundWan === null || costWan === null
      ? ""
      : ` · ${t("portfolio:frontier.bound", { wan: formatMoneyWan(Math.min(boundWan, costWan)) })}`;
  return {
    target: (line, allocated) => {
      if (line.left !== null) return t(`portfolio:frontier.left_${line.left}`);
      if (!possible(line))
        return t(line.points.some(({ state }) => state === "none") ? "portfolio:calendar.no_plan" : "portfolio:frontier.not_evaluable");
      if (line.targetYear === null) return allocated ? t("portfolio:calendar.not_reached") : t("portfolio:calendar.not_pushed");
      return chosen(line)?.state === "nothing_needed" ? t("portfolio:calendar.itself", { year: line.targetYear }) : String(line.targetYear);
    },
    unaided: ({ baselineYear, left, points }) => {
      if (left !== null || points.every(({ state }) => state === "not_evaluable")) return "";
      if (baselineYear === null) return t("portfolio:calendar.never");
      return points[0]?.targetYear === baselineYear ? t("portfolio:calendar.or_sooner", { year: baselineYear }) : String(baselineYear);
    },
    source: (line) => {
      const point = chosen(line);
      return point === undefined || point.by === null ? "" : `${t(`portfolio:frontier.by_${point.by}`)}${bound(point)}`;
    },
    apply: (line) =>
      line.eligibleFrom === null ? t("portfolio:calendar.unknown") : String(applyFrom(line) ?? t("portfolio:calendar.not_pushed")),
    items: ({ items }) => (items === null ? "" : t("portfolio:calendar.items_value", { failing: items.failing, open: items.open })),
    point: (point) => {
      if (point === undefined) return "";
      if (point.state === "nothing_needed") return t("portfolio:frontier.nothing");
      return point.state === "passes" ? formatMoneyWan(point.costWan) : t(`portfolio:frontier.${point.state}`);
    },
  };
};
