import type { AppLoadContext } from "@remix-run/node";
import { itemIds } from "@server/compliance/items-contract";
import type { CountyComparisonRow, TableRequest } from "@server/province/contract";
import { fileResponse } from "~/features/data/file-response";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { translatorFor } from "~/i18n/instance";
import { arrange, type CompareQuery, cellOf, compareQuery, heatColumns, heatOf } from "./compare-query";

type Cells = TableRequest["rows"][number];

const figures = ({ publication }: CountyComparisonRow, query: CompareQuery): Cells => {
  if (publication === null) return [];
  const resource = heatColumns.map(({ stage, indicator }) => {
    const cell = cellOf(publication.cells, stage, indicator);
    return cell === undefined ? null : heatOf(cell, query.measure);
  });
  const items = itemIds.map((id) => publication.digest?.items?.[id]?.verdict ?? null);
  return [
    publication.verdict,
    publication.failing,
    publication.distance,
    publication.sectionsMet,
    publication.sectionsTotal,
    ...(query.view === "items" ? items : resource),
  ];
};

/** Exactly the counties, order and columns of the page, as .csv or .xlsx. */
export const compareFile = async (context: AppLoadContext, request: Request): Promise<Response> => {
  const actor = requireActor(context, request);
  requirePermission(actor, "comparison.read");
  const url = new URL(request.url);
  const query = compareQuery(url);
  const { t } = translatorFor(context.locale);
  const { rows, statisticsYear } = unwrap(await context.services.province.compare(actor, query.year));
  const head = [
    t("province:compare.county"),
    t("province:compare.city"),
    t("compliance:matrix.verdict"),
    t("province:compare.failing"),
    t("province:compare.gap"),
    t("province:compare.sections_met"),
    t("province:compare.sections"),
    ...(query.view === "items"
      ? itemIds.map((id) => `${id} ${t(`rules:items.${id}.name`)}`)
      : heatColumns.map(({ stage, indicator }) => `${t(`rules:stage.${stage}`)} ${t(`rules:indicator.${indicator}.name`)}`)),
  ];
  const file = await context.services.province.table(actor, url.searchParams.get("format") === "xlsx" ? "xlsx" : "csv", {
    name: `${t("province:compare.title")} ${statisticsYear}`,
    head,
    rows: arrange(rows, query).map((row) => [row.countyName, row.cityName, ...figures(row, query)]),
  });
  return fileResponse(unwrap(file));
};
