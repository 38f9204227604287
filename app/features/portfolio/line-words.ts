import type { FrontierPoint, PortfolioLine } from "@server/province/portfolio-contract";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { formatMoneyWan } from "~/components/format";
import { applyFrom, cheapestPoint } from "./figures";

export interface LineWords {
  /** Year to which an allocation pushes a county, or why there is none. */
  readonly target: (line: PortfolioLine) => string;
  /** Least money known with the first year from which it suffices, or why there is none. */
  readonly least: (line: PortfolioLine) => string;
  readonly unaided: (line: PortfolioLine) => string;
  readonly source: (line: PortfolioLine) => string;
  /** Year from which it may apply, or why that is not known. */
  readonly apply: (line: PortfolioLine) => string;
  /** Where the county stands in the 25 items today. */
  readonly items: (line: PortfolioLine) => string;
  readonly point: (point: FrontierPoint | undefined) => string;
  /** What the whole of 优质均衡 then lacks, by the point's plan. Empty where there is no plan. */
  readonly rest: (line: Pick<PortfolioLine, "stated">, point: Pick<FrontierPoint, "whole"> | undefined) => string;
  /** The same by the least money known. */
  readonly wholeByLeast: (line: PortfolioLine) => string;
  /** The same under an allocation: in the year to which it pushes the county, else in that of passing unaided; empty without either. */
  readonly wholeByGrant: (line: PortfolioLine) => string;
}

const statedParts = ["vetoes", "eligibility", "extras"] as const;

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
  const rest: LineWords["rest"] = ({ stated }, point) => {
    const whole = point?.whole ?? null;
    if (whole === null) return "";
    if (whole.verdict === "met") return t("portfolio:rest.met");
    const { failing, open } = whole;
    const words = { count: failing.length, items: failing.join(t("comparing:separator")) };
    return [
      ...(failing.length === 0 ? [] : [t("portfolio:rest.failing", words)]),
      ...(open === 0 ? [] : [t("portfolio:rest.open", { count: open })]),
      ...statedParts.flatMap((part) => (stated === null || stated[part] === "met" ? [] : [t(`portfolio:rest.${part}.${stated[part]}`)])),
    ].join(t("comparing:separator"));
  };
  const byGrant = ({ points, targetYear, baselineYear }: PortfolioLine) =>
    points.find((point) => point.targetYear === (targetYear ?? baselineYear));
  /** Why there is no year for a county; null where there is one. */
  const lacks = (line: PortfolioLine): string | null => {
    if (line.left !== null) return t(`portfolio:frontier.left_${line.left}`);
    if (possible(line)) return null;
    return t(line.points.some(({ state }) => state === "none") ? "portfolio:calendar.no_plan" : "portfolio:frontier.not_evaluable");
  };
  return {
    least: (line) => {
      const point = cheapestPoint(line.points);
      if (point === null) return lacks(line) ?? "";
      return t("portfolio:calendar.least_value", { wan: formatMoneyWan(point.costWan), year: point.targetYear });
    },
    target: (line) => {
      const lacking = lacks(line);
      if (lacking !== null) return lacking;
      if (line.targetYear === null) return t("portfolio:calendar.not_reached");
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
    apply: (line) => {
      if (line.eligibleFrom === null) return t("portfolio:calendar.unknown");
      const year = applyFrom(line);
      if (year === null) return t("portfolio:calendar.not_pushed");
      return byGrant(line)?.whole?.verdict === "met" ? String(year) : t("portfolio:calendar.apply_once", { year });
    },
    rest,
    wholeByLeast: (line) => rest(line, cheapestPoint(line.points) ?? undefined),
    wholeByGrant: (line) => rest(line, byGrant(line)),
    items: ({ items }) => (items === null ? "" : t("portfolio:calendar.items_value", { failing: items.failing, open: items.open })),
    point: (point) => {
      if (point === undefined) return "";
      if (point.state === "nothing_needed") return t("portfolio:frontier.nothing");
      return point.state === "passes" ? formatMoneyWan(point.costWan) : t(`portfolio:frontier.${point.state}`);
    },
  };
};
