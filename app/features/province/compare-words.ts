import type { TFunction } from "i18next";
import { formatCount, formatPercent } from "~/components/format";
import type { LikenessBasis } from "./likeness";
import type { Comparison } from "./load-comparison";
import { markWords } from "./sides";

type Shown = Pick<
  Comparison,
  "query" | "rows" | "sides" | "own" | "ownOutside" | "orderedBy" | "leftOut" | "likeness" | "counties" | "published" | "total"
>;

const written: Readonly<Record<LikenessBasis, (value: number) => string>> = {
  pupils: formatCount,
  ruralShare: formatPercent,
  pupilsPerSchool: formatCount,
  revenuePerHeadYuan: formatCount,
};

const ownName = ({ counties, own }: Shown): string => counties.find(({ code }) => code === own)?.name ?? "";

/** On what the counties shown are like the reference county, with its own figures; null when it is not about likeness. */
export const likenessNote = (t: TFunction, data: Shown): string | null => {
  if (data.orderedBy !== "likeness") return null;
  if (data.likeness.length === 0) return t("comparing:similar.unknown", { county: ownName(data) });
  const bases = data.likeness.map(({ basis, value }) => t(`comparing:similar.basis.${basis}`, { value: written[basis](value) }));
  return t("comparing:similar.note", { county: ownName(data), bases: bases.join(t("comparing:separator")) });
};

const orders = {
  likeness: "comparing:order.similar",
  column: "comparing:order.chosen",
  distance: "province:compare.nearest_first",
} as const satisfies Readonly<Record<Shown["orderedBy"], string>>;

/** Over how many counties totals are, and in what order the counties stand. */
export const orderNote = (t: TFunction, { orderedBy, rows, query }: Shown): string => {
  const count = rows.filter(({ publication }) => publication !== null).length;
  const order = query.view === "sides" ? t("comparing:sides.order") : t(orders[orderedBy]);
  return `${order} · ${t("province:compare.totals_over", { count })}`;
};

/** Which county has which mark; null where none has any. */
export const sidesNote = (t: TFunction, { sides, own }: Shown): string | null =>
  sides.length === 0 || (sides.length === 1 && own !== null)
    ? null
    : t("comparing:sides.note", {
        counties: sides
          .map(({ row }) => t("comparing:sides.named", { county: row.countyName, mark: markWords(t, sides, own, row) }))
          .join(t("comparing:separator")),
      });

/** The filters in force, in words. */
const filterNotes = (t: TFunction, { query }: Shown): readonly string[] => [
  ...(query.city === null ? [] : [query.city]),
  ...(query.type === null ? [] : [t(`comparing:type.${query.type}`)]),
  ...(query.rural === null ? [] : [t(`comparing:rural.${query.rural}`)]),
  ...(query.verdict === null
    ? []
    : [query.verdict === "unpublished" ? t("province:compare.unpublished") : t(`common:verdict.${query.verdict}`)]),
  ...(query.only.length === 0 ? [] : [t("comparing:choose.chosen", { count: query.only.length })]),
];

/** Counties that the filters leave out and the reference county that does not fit them; null when there is nothing to say. */
export const leftOutNote = (t: TFunction, data: Shown): string | null => {
  const { counties, unpublished } = data.leftOut;
  const parts = [
    ...(counties === 0 ? [] : [t("comparing:left_out", { count: counties, unpublished })]),
    ...(data.ownOutside ? [t("comparing:own.outside", { county: ownName(data) })] : []),
  ];
  return parts.length === 0 ? null : parts.join(" ");
};

/** What a file or a picture must say of itself: the page's own words. */
export const compareNotes = (t: TFunction, data: Shown): readonly string[] => {
  const filters = data.orderedBy === "likeness" ? [] : filterNotes(t, data);
  return [
    t("comparing:published_of", { published: data.published, total: data.total }),
    ...(filters.length === 0 ? [] : [t("comparing:filtered", { filters: filters.join(t("comparing:separator")) })]),
    orderNote(t, data),
    ...[sidesNote(t, data), likenessNote(t, data), leftOutNote(t, data)].flatMap((note) => note ?? []),
  ];
};
