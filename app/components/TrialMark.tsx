import { useTranslation } from "react-i18next";

/** 试算 · 仅本人可见: the striped mark of provisional work; on paper also a diagonal mark on every page. */
export const TrialMark = () => {
  const { t } = useTranslation();
  return (
    <>
      <span className="trial">{t("common:trial.mark")}</span>
      <span className="trial-watermark" aria-hidden="true">
        {t("common:trial.word")}
      </span>
    </>
  );
};
