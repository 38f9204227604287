import type { AppLoadContext } from "@remix-run/node";
import type { Actor } from "@server/auth/contract";
import type { CountyComparisonRow, Strip } from "@server/province/contract";
import { lineWords } from "~/features/portfolio/line-words";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { translatorFor } from "~/i18n/instance";
import { type CompareViewName, compareQuery, heatColumns } from "./compare-query";
import { arrange } from "./compare-rows";
import { orderOf, sheetOf } from "./compare-sheet";
import { leastMoney, type MoneyByCounty } from "./least-money";
import { likenessOf } from "./likeness";
import { type Side, sidesOf } from "./sides";

/** What a view shows of a county: a page of 120 counties does not send what it does not draw. */
const leanRow = (row: CountyComparisonRow, view: CompareViewName): CountyComparisonRow => {
  const { publication } = row;
  if (publication === null) return row;
  const { digest } = publication;
  const items = view === "heat" || view === "multiples" || view === "sides";
  const baseline = view === "ranking";
  return {
    ...row,
    trend: view === "heat" || baseline ? row.trend : [],
    publication: {
      ...publication,
      cells: baseline ? [] : publication.cells,
      digest:
        digest === null || !(items || baseline)
          ? null
          : { ...digest, items: items ? digest.items : null, baseline: baseline ? digest.baseline : [] },
    },
  };
};

/** Money to pass of the reader's newest stored frontiers, when they are about the year. */
const moneyOf = async ({ services, locale }: AppLoadContext, actor: Actor, statisticsYear: number): Promise<MoneyByCounty> => {
  const stored = await services.portfolio.view(actor, null);
  const frontier = stored.ok ? stored.value.frontier : null;
  const words = lineWords(translatorFor(locale).t);
  return leastMoney(frontier?.request.statisticsYear === statisticsYear ? frontier : null, words);
};

/** Counties side by side as the address asks; null while nobody below has published. A file wants them `whole`. */
export const loadComparison = async (context: AppLoadContext, request: Request, whole = false) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "comparison.read");
  const { province } = context.services;
  const query = compareQuery(new URL(request.url));
  const answer = await province.compare(actor, query.year);
  if (!answer.ok && answer.error.code === "nothing_published") return null;
  const { rows: all, statisticsYear, years, published, total } = unwrap(answer);
  const { t } = translatorFor(context.locale);
  const money = query.view === "ranking" ? await moneyOf(context, actor, statisticsYear) : {};
  const arranged = arrange(all, query, orderOf(sheetOf(t, context.locale, query, statisticsYear, { money }), query));
  const column = heatColumns.find(({ key }) => key === query.column);
  const strips =
    query.view === "schools" && column !== undefined
      ? unwrap(
          await province.strips(actor, {
            statisticsYear,
            stage: column.stage,
            indicator: column.indicator,
            countyIds: arranged.rows.map(({ countyId }) => countyId),
          }),
        )
      : new Map<string, Strip>();
  const own = all.find(({ countyCode }) => countyCode === arranged.own);
  const sides: readonly Side[] = sidesOf(all, arranged.rows, query).map(({ mark, row }) => ({
    mark,
    row: whole ? row : leanRow(row, query.view),
  }));
  return {
    statisticsYear,
    years,
    published,
    total,
    met: all.filter(({ publication }) => publication?.verdict === "met").length,
    cities: [...new Set(all.flatMap(({ cityName }) => cityName ?? []))],
    counties: [...all]
      .sort((a, b) => (a.countyCode < b.countyCode ? -1 : 1))
      .map(({ countyCode, countyName, publication }) => ({ code: countyCode, name: countyName, published: publication !== null })),
    query,
    ...arranged,
    rows: whole ? arranged.rows : arranged.rows.map((row) => leanRow(row, query.view)),
    sides,
    likeness: own === undefined ? [] : likenessOf(own),
    strips: Object.fromEntries(strips),
    money,
  };
};
export type Comparison = NonNullable<Awaited<ReturnType<typeof loadComparison>>>;
