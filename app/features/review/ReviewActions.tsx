import { Form } from "@remix-run/react";
import { needsOf, type Review } from "@server/review/contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { ErrorNotice, type ShownError, useFieldError } from "~/components/Notice";
import { Card } from "~/components/page";
import { TextField } from "~/components/TextField";
import { useSession } from "~/features/shell/use-session";

const primary: readonly string[] = ["sign", "submit", "pass", "accept", "lock"];

/** The steps that the reader may take now: one reason and one day for all, a button for each. */
export const ReviewActions = ({ review, error }: { readonly review: Review; readonly error: ShownError | null | undefined }) => {
  const { t } = useTranslation();
  const { actor } = useSession();
  const fieldError = useFieldError(error);
  const { may } = review;
  if (may.length === 0) {
    return (
      <Card title={t("review:act.title")}>
        <p className="muted">{t(`review:waiting.${review.state}`)}</p>
      </Card>
    );
  }
  const needs = may.map((action) => needsOf(actor.orgKind, action));
  const first = may.find((action) => primary.includes(action));
  return (
    <Card title={t("review:act.title")} note={t("review:act.signed_as", { name: actor.displayName })}>
      <Form method="post" className="stack">
        <ErrorNotice error={error} />
        <input type="hidden" name="year" value={review.statisticsYear} />
        <input type="hidden" name="county" value={review.county.id} />
        <TextField
          name="reason"
          label={t("review:act.reason")}
          hint={needs.some(({ reason }) => reason) ? t("review:act.reason_hint") : undefined}
          error={fieldError("reason")}
          rows={2}
          maxLength={1000}
        />
        {needs.some(({ deadline }) => deadline) ? (
          <TextField name="deadline" type="date" label={t("review:act.deadline")} error={fieldError("deadline")} />
        ) : null}
        <div className="row">
          {may.map((action) => (
            <Button
              key={action}
              type="submit"
              name="intent"
              value={action}
              look={action === first ? "primary" : action === "return" ? "danger" : "normal"}
            >
              {t(`review:action.${action}`)}
            </Button>
          ))}
        </div>
        {may.includes("sign") ? <p className="caption muted">{t("review:act.sign_means")}</p> : null}
      </Form>
    </Card>
  );
};
