import { useTranslation } from "react-i18next";

/** The user's own files with the complaints written into them, for a day. */
export const AnswerLink = ({ answerId }: { readonly answerId: string }) => {
  const { t } = useTranslation();
  return (
    <p className="answer">
      <a href={`/data/answer/${answerId}`} download>
        {t("data:answer.download")}
      </a>{" "}
      <span className="muted">{t("data:answer.note")}</span>
    </p>
  );
};
