import { Form } from "@remix-run/react";
import type { ScenarioComment } from "@server/planning/workspace-contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Select } from "~/components/choices";
import { formatDateTime } from "~/components/format";
import { type ShownError, useFieldError } from "~/components/Notice";
import { Card } from "~/components/page";
import { TextField } from "~/components/TextField";
import { leverTitle, useSchoolName } from "~/features/planning/lever-text";
import type { ScenarioData } from "~/features/planning/load-scenario";
import { useCan } from "~/features/shell/use-session";

/** Comments, oldest first, each with what it is about; own ones can be taken back. */
export const CommentList = ({
  comments,
  data,
  error,
}: {
  readonly comments: readonly ScenarioComment[];
  readonly data: ScenarioData;
  readonly error: ShownError | null;
}) => {
  const { t } = useTranslation();
  const may = useCan("scenario.comment");
  const schoolName = useSchoolName(data.schools);
  const fieldError = useFieldError(error);
  const { levers } = data.scenario.document;
  const leverName = (id: string): string => {
    const lever = levers.find((one) => one.id === id);
    return lever === undefined ? t("workspace:comments.lever_gone") : leverTitle(t, lever, data.outlines, schoolName).detail;
  };
  const about = (anchor: string): string => {
    const [kind = "", id = ""] = anchor.split(":");
    if (kind === "lever") return leverName(id);
    if (kind === "school") return schoolName(id);
    return t("workspace:comments.whole");
  };
  return (
    <Card title={t("workspace:comments.title")} note={t("workspace:comments.count", { count: comments.length })}>
      <ol className="plain ws-comments">
        {comments.map((comment) => (
          <li key={comment.id}>
            <div className="row caption muted">
              <strong>{comment.writtenBy}</strong> {formatDateTime(comment.writtenAt)} <span>{about(comment.anchor)}</span>
              <span className="spacer" />
              {comment.own && may ? (
                <Form method="post">
                  <input type="hidden" name="intent" value="withdraw-comment" />
                  <input type="hidden" name="comment" value={comment.id} />
                  <Button type="submit" size="small" look="quiet">
                    {t("workspace:comments.withdraw")}
                  </Button>
                </Form>
              ) : null}
            </div>
            <p className="ws-comments__text">{comment.text}</p>
          </li>
        ))}
        {comments.length === 0 ? <li className="muted">{t("workspace:comments.none")}</li> : null}
      </ol>
      {may ? (
        <Form method="post" className="stack no-print" key={comments.length} aria-label={t("workspace:comments.add")}>
          <input type="hidden" name="intent" value="comment" />
          <Select
            name="anchor"
            label={t("workspace:comments.about")}
            options={[
              { value: "", label: t("workspace:comments.whole") },
              ...levers.map(({ id, type }) => ({ value: `lever:${id}`, label: `${t(`planning:lever.${type}`)} ${leverName(id)}` })),
              ...data.schools.map(({ code, name }) => ({ value: `school:${code}`, label: name })),
            ]}
          />
          <TextField name="text" label={t("workspace:comments.text")} rows={3} maxLength={1000} required error={fieldError("text")} />
          <Button type="submit">{t("workspace:comments.add")}</Button>
        </Form>
      ) : null}
    </Card>
  );
};
