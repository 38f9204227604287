import { countyViews, type EntryView, isCountyView, schoolViews } from "@server/statistics/entry-contract";
import { useTranslation } from "react-i18next";
import { Tabs } from "~/components/Tabs";

/** Whose returns, and which of their sheets. */
export const ViewTabs = ({ view }: { readonly view: EntryView }) => {
  const { t } = useTranslation();
  const [views, whose] = isCountyView(view) ? [countyViews, "county"] : [schoolViews, "schools"];
  const first = { schools: schoolViews[0], county: countyViews[0] } as const;
  return (
    <>
      <Tabs
        label={t("entry:whose.label")}
        param="view"
        value={whose === "county" ? first.county : first.schools}
        items={[
          { value: first.schools, label: t("entry:whose.schools") },
          { value: first.county, label: t("entry:whose.county") },
        ]}
      />
      <Tabs label={t("entry:views")} param="view" value={view} items={views.map((value) => ({ value, label: t(`entry:view.${value}`) }))} />
    </>
  );
};
