import { useTranslation } from "react-i18next";

/** Days left in words: ahead, today, over. */
export const Left = ({ left }: { readonly left: number }) => {
  const { t } = useTranslation();
  if (left === 0) return <>{t("review:days.today")}</>;
  return <>{left > 0 ? t("review:days.left", { count: left }) : t("review:days.over", { count: -left })}</>;
};
