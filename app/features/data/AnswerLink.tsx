import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/Button";

/** The user's own files with the complaints written into them, for a day. Primary where correcting them is the next step. */
export const AnswerLink = ({ answerId, look = "normal" }: { readonly answerId: string; readonly look?: "normal" | "primary" }) => {
  const { t } = useTranslation();
  return (
    <p className="row answer">
      <LinkButton to={`/data/answer/${answerId}`} download look={look}>
        {t("data:answer.download")}
      </LinkButton>
      <span className="muted">{t("data:answer.note")}</span>
    </p>
  );
};
