import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/Button";
import { EmptyState } from "~/components/states";
import { useCan } from "~/features/shell/use-session";

/** No dataset yet: nothing to judge, and where to begin. */
export const NoData = () => {
  const { t } = useTranslation();
  const canImport = useCan("data.write");
  return (
    <EmptyState
      title={t("common:no_data.title")}
      action={
        canImport ? (
          <LinkButton to="/data/import" look="primary">
            {t("common:no_data.action")}
          </LinkButton>
        ) : null
      }
    >
      {t("common:no_data.text")}
    </EmptyState>
  );
};
