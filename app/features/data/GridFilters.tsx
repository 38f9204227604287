import { localities, type SchoolGridQuery, schoolTypes } from "@server/statistics/contract";
import { useTranslation } from "react-i18next";
import { FilterBar, plainOptions } from "~/components/FilterBar";

/** Search and filters of the grid of schools. */
export const GridFilters = ({ query, townships }: { readonly query: SchoolGridQuery; readonly townships: readonly string[] }) => {
  const { t } = useTranslation();
  return (
    <FilterBar
      label={t("data:grid.filters")}
      keep={{ sort: query.sort, direction: query.direction }}
      filters={[
        {
          name: "type",
          label: t("data:school.type"),
          value: query.type,
          options: schoolTypes.map((type) => ({ value: type, label: t(`rules:school_type.${type}`) })),
        },
        { name: "township", label: t("data:school.township"), value: query.township, options: plainOptions(townships) },
        {
          name: "locality",
          label: t("data:school.locality"),
          value: query.locality,
          options: localities.map((locality) => ({ value: locality, label: t(`rules:locality.${locality}`) })),
        },
      ]}
      search={{ label: t("common:filter.school"), value: query.search }}
    />
  );
};
