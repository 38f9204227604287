import { type EntryView, entryViews } from "@server/statistics/entry-contract";
import { useTranslation } from "react-i18next";
import { Tabs } from "~/components/Tabs";

/** The sheets of the returns. */
export const ViewTabs = ({ view }: { readonly view: EntryView }) => {
  const { t } = useTranslation();
  return (
    <Tabs
      label={t("entry:views")}
      param="view"
      value={view}
      items={entryViews.map((value) => ({ value, label: t(`entry:view.${value}`) }))}
    />
  );
};
