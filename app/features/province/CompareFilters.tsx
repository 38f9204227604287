import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton, PrintButton } from "~/components/Button";
import { FilterBar, plainOptions } from "~/components/FilterBar";
import { PictureButton } from "~/components/PictureButton";
import { Toolbar } from "~/components/page";
import { Tabs } from "~/components/Tabs";
import { withParams } from "~/components/url";
import { compareViews, heatColumns, keptOf, measures, panelKinds, sideNames } from "./compare-query";
import { countyTypes, ruralTypes } from "./county-type";
import type { Comparison } from "./load-comparison";

const verdicts = ["met", "not_met", "not_evaluable"] as const;
const filtered = ["year", "city", "type", "rural", "verdict", "own", ...sideNames, "similar", "column"];
const file = "/province/compare/file";

/** Views of the page, what they hold as a file, and the picture. */
const Views = ({ data: { query } }: { readonly data: Comparison }) => {
  const [params] = useSearchParams();
  const { t } = useTranslation();
  const charts = query.view === "multiples";
  const figures = query.view === "table" || query.view === "sides" || (charts && query.by === "indicator");
  const shown = query.view === "heat" ? (["schools", "cv"] as const) : figures ? measures : [];
  const current = query.view === "heat" && query.measure === "mean" ? "schools" : query.measure;
  return (
    <Toolbar label={t("province:compare.tools")}>
      <Tabs
        label={t("province:compare.view")}
        param="view"
        value={query.view}
        items={compareViews.map((view) => ({ value: view, label: t(`province:compare.view_name.${view}`) }))}
      />
      {charts ? (
        <Tabs
          label={t("comparing:by.title")}
          param="by"
          value={query.by}
          items={panelKinds.map((by) => ({ value: by, label: t(`comparing:by.${by}`) }))}
        />
      ) : null}
      {shown.length === 0 ? null : (
        <Tabs
          label={t("province:compare.measure")}
          param="measure"
          value={current}
          items={shown.map((measure) => ({ value: measure, label: t(`province:compare.measures.${measure}`) }))}
        />
      )}
      <span className="spacer" />
      {(["csv", "xlsx", "svg"] as const).map((format) => (
        <LinkButton key={format} download to={`${file}${withParams(params, { format })}`}>
          {t(`province:compare.download.${format}`)}
        </LinkButton>
      ))}
      <PictureButton
        svg={`${file}${withParams(params, { format: "svg" })}`}
        label={t("comparing:png")}
        failed={t("comparing:png_failed")}
      />
      <PrintButton />
    </Toolbar>
  );
};

/** What is compared: year, city, type, verdict, the reference county, and in the view of schools the figure. */
export const CompareFilters = ({ data }: { readonly data: Comparison }) => {
  const { t } = useTranslation();
  const { query, cities, counties, years, statisticsYear } = data;
  const unnamed = sideNames.every((name) => query[name] === null);
  /** Whether a county that leads the page takes the mark while none is chosen for it. */
  const leading = (name: (typeof sideNames)[number]): boolean =>
    query.view === "sides" && (["own", ...sideNames] as const).filter((other) => other !== name && query[other] !== null).length < 2;
  const named = counties.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <>
      <Views data={data} />
      <FilterBar
        label={t("province:compare.filters")}
        keep={keptOf(query, filtered)}
        filters={[
          {
            name: "year",
            label: t("province:compare.year"),
            value: String(statisticsYear),
            options: plainOptions(years.map(String)),
            always: true,
          },
          ...(cities.length > 1
            ? [{ name: "city", label: t("province:compare.city"), value: query.city, options: plainOptions(cities) }]
            : []),
          {
            name: "type",
            label: t("comparing:type.title"),
            value: query.type,
            options: countyTypes.map((type) => ({ value: type, label: t(`comparing:type.${type}`) })),
          },
          {
            name: "rural",
            label: t("comparing:rural.title"),
            value: query.rural,
            options: ruralTypes.map((type) => ({ value: type, label: t(`comparing:rural.${type}`) })),
          },
          {
            name: "verdict",
            label: t("compliance:matrix.verdict"),
            value: query.verdict,
            options: [
              ...verdicts.map((verdict) => ({ value: verdict, label: t(`common:verdict.${verdict}`) })),
              { value: "unpublished", label: t("province:compare.unpublished") },
            ],
          },
          {
            name: "own",
            label: t("comparing:own.title"),
            value: query.own,
            none: t("comparing:own.none"),
            options: named,
          },
          ...(query.view === "sides" || !unnamed
            ? sideNames.map((name) => ({
                name,
                label: t("comparing:sides.choose", { mark: name.toUpperCase() }),
                value: query[name],
                none: t(leading(name) ? "comparing:sides.leading" : "comparing:own.none"),
                options: named,
              }))
            : []),
          ...(data.own === null
            ? []
            : [
                {
                  name: "similar",
                  label: t("comparing:similar.title"),
                  value: query.similar,
                  none: t("comparing:similar.off"),
                  options: [{ value: "1", label: t("comparing:similar.on") }],
                },
              ]),
          ...(query.view === "schools"
            ? [
                {
                  name: "column",
                  label: t("province:compare.column"),
                  value: query.column,
                  always: true,
                  options: heatColumns.map(({ key, stage, indicator }) => ({
                    value: key,
                    label: `${t(`rules:stage.${stage}`)} ${t(`rules:indicator.${indicator}.name`)}`,
                  })),
                },
              ]
            : []),
        ]}
      />
    </>
  );
};
