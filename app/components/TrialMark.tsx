import { useTranslation } from "react-i18next";

/** 试算 · 仅本县可见: the striped mark of provisional work, with who sees it; on paper also a diagonal mark on every page. */
export const TrialMark = ({ mark }: { readonly mark?: string | undefined }) => {
  const { t } = useTranslation();
  return (
    <>
      <span className="trial">{mark ?? t("common:trial.mark")}</span>
      <span className="trial-watermark" aria-hidden="true">
        {t("common:trial.word")}
      </span>
    </>
  );
};
