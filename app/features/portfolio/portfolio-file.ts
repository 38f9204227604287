import type { AppLoadContext } from "@remix-run/node";
import { appError } from "@server/kernel/errors";
import { err } from "@server/kernel/result";
import type { TableRequest } from "@server/province/contract";
import type { PortfolioView } from "@server/province/portfolio-contract";
import type { TFunction } from "i18next";
import { fileResponse } from "~/features/data/file-response";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { translatorFor } from "~/i18n/instance";
import { cheapestGains, delaysShown, marginalOf, wanPerYearGained, yearsGained, yuanPerPupil } from "./figures";
import { lineWords } from "./line-words";
import { type PortfolioTab, portfolioQuery } from "./portfolio-query";

type Table = Pick<TableRequest, "head" | "rows">;
type Frontier = NonNullable<PortfolioView["frontier"]>;
type Answer = NonNullable<NonNullable<PortfolioView["allocation"]>["answer"]> | null;

const calendar = (t: TFunction, { lines }: Frontier, answer: Answer): Table => {
  const words = lineWords(t);
  const [first, allocated] = answer === null ? ["least", []] : ["target", ["cost", "grant", "per_pupil", "source"]];
  const keys = [first, "whole_then", "unaided", "apply", "items", "pupils", ...allocated];
  return {
    head: ["province:compare.county", "province:compare.city", ...keys.map((key) => `portfolio:calendar.${key}`)].map((key) => t(key)),
    rows: lines.map((line) => [
      line.countyName,
      line.cityName,
      answer === null ? words.least(line) : words.target(line),
      answer === null ? words.wholeByLeast(line) : words.wholeByGrant(line),
      words.unaided(line),
      words.apply(line),
      words.items(line),
      line.pupils,
      ...(answer === null ? [] : [line.costWan, line.grantWan, yuanPerPupil(line), words.source(line)]),
    ]),
  };
};

const frontiers = (t: TFunction, { lines, request }: Frontier): Table => {
  const words = lineWords(t);
  const years = Array.from({ length: request.horizonYears - 1 }, (_, index) => request.statisticsYear + 2 + index);
  return {
    head: [
      t("province:compare.county"),
      t("province:compare.city"),
      ...years.flatMap((year) => [String(year), t("portfolio:rest.of_year", { year })]),
    ],
    rows: lines.map((line) => [
      line.countyName,
      line.cityName,
      ...years.flatMap((year) => {
        const point = line.points.find(({ targetYear }) => targetYear === year);
        return [point?.state === "passes" ? point.costWan : words.point(point), words.rest(line, point)];
      }),
    ]),
  };
};

const marginal = (t: TFunction, { lines }: Frontier, answer: Answer): Table => {
  const words = lineWords(t);
  const keys = ["budget", "counties", "county_years", "grant", "next", "next_year"];
  const rows = (answer?.curve ?? []).map((row, index, curve) => {
    const { county, year } = marginalOf(curve[index - 1], row);
    return [row.annualBudgetWan, row.counties, row.countyYears, row.grantWan, county, year];
  });
  const lastYear = answer?.lastYear ?? 0;
  const each = (answer === null ? [] : cheapestGains(lines, lastYear)).map((line) => [
    line.countyName,
    line.targetYear,
    yearsGained(line, lastYear),
    line.grantWan,
    wanPerYearGained(line, lastYear),
    words.wholeByGrant(line),
  ]);
  const under = ["province:compare.county", "portfolio:calendar.target", "portfolio:marginal.gained", "portfolio:calendar.grant"];
  return {
    head: keys.map((key) => t(`portfolio:marginal.${key}`)),
    rows: [...rows, [], [...under, "portfolio:marginal.per_year", "portfolio:calendar.whole_then"].map((key) => t(key)), ...each],
  };
};

const delay = (t: TFunction, { lines }: Frontier, answer: Answer): Table => ({
  head: [
    t("province:compare.county"),
    t("portfolio:delay.column"),
    t("portfolio:delay.capital"),
    t("portfolio:delay.recurrent"),
    t("portfolio:delay.waiting"),
    t("portfolio:calendar.whole_then"),
  ],
  rows: [
    ...delaysShown(lines).map(({ line, before, targetYear, capitalWan, recurrentWan }) => [
      line.countyName,
      t("portfolio:delay.from", { before, year: targetYear }),
      capitalWan,
      recurrentWan,
      line.pupils,
      lineWords(t).rest(
        line,
        line.points.find((point) => point.targetYear === targetYear),
      ),
    ]),
    [],
    ["delay.whole", "marginal.counties", "marginal.county_years", "delay.lost", "marginal.grant"].map((key) => t(`portfolio:${key}`)),
    ...(answer?.delays ?? []).map(({ years, counties, countyYears, grantWan }) => [
      t("portfolio:delay.years_value", { count: years }),
      counties,
      countyYears,
      (answer?.totals.countyYears ?? countyYears) - countyYears,
      grantWan,
    ]),
  ],
});

const tables: Readonly<Record<PortfolioTab, (t: TFunction, frontier: Frontier, answer: Answer) => Table>> = {
  calendar,
  frontier: frontiers,
  marginal,
  delay,
};

/** The table of the page as it stands, as .csv or .xlsx. */
export const portfolioFile = async (context: AppLoadContext, request: Request): Promise<Response> => {
  const actor = requireActor(context, request);
  requirePermission(actor, "comparison.read");
  const url = new URL(request.url);
  const { view, run } = portfolioQuery(url);
  const { t } = translatorFor(context.locale);
  const { frontier, allocation, statisticsYear } = unwrap(await context.services.portfolio.view(actor, run));
  if (frontier === null) return unwrap(err(appError("not_found")));
  const file = await context.services.province.table(actor, url.searchParams.get("format") === "xlsx" ? "xlsx" : "csv", {
    name: `${t(`portfolio:view.${view}`)} ${statisticsYear}`,
    ...tables[view](t, frontier, allocation?.answer ?? null),
  });
  return fileResponse(unwrap(file));
};
