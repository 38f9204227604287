import { Form } from "@remix-run/react";
import { type EntryForm, type EntryReview, entryText } from "@server/statistics/entry-contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { formatDateTime } from "~/components/format";
import { Notice } from "~/components/Notice";
import { Card } from "~/components/page";
import { TextField } from "~/components/TextField";
import { useCan } from "~/features/shell/use-session";
import { catalogueKey } from "~/i18n/catalogue-key";
import { lineLabel } from "./column-label";
import { SchoolFormCell } from "./SchoolFormCell";

export interface RefusedForm {
  readonly typed: Readonly<Record<string, string>>;
  readonly review: EntryReview;
}

/** What stands in the way of saving, and the fields for reasons. */
const Refused = ({ review }: { readonly review: EntryReview }) => {
  const { t } = useTranslation();
  const errors = review.checks.filter(({ severity }) => severity === "error");
  const open = review.checks.filter(({ severity, fresh, accepted }) => severity === "warning" && fresh && accepted === null);
  return (
    <Notice tone="bad" title={t("entry:form.refused")}>
      <ul>
        {[...review.problems, ...errors].map((one) => (
          <li key={`${one.message} ${JSON.stringify(one.params)}`}>{t(catalogueKey(one.message), { ...one.params })}</li>
        ))}
        {review.conflicts.map(({ path, theirs, by, at }) => (
          <li key={path}>
            {t("entry:form.conflict", {
              path,
              theirs: theirs === null ? t("data:preview.empty") : String(theirs),
              by,
              at: formatDateTime(at),
            })}
          </li>
        ))}
      </ul>
      {open.map((check) => (
        <div key={check.checkId} className="stack">
          <p>{t(catalogueKey(check.message), { ...check.params })}</p>
          <TextField name={`reason.${check.checkId}`} label={t("entry:checks.reason")} maxLength={500} />
        </div>
      ))}
    </Notice>
  );
};

/** All returns of one school or of the county, sheet by sheet. What was typed stays when it could not be saved. */
export const SchoolForm = ({ form, refused }: { readonly form: EntryForm; readonly refused: RefusedForm | null }) => {
  const { t, i18n } = useTranslation();
  const may = useCan("data.write");
  const editable = may && form.closed === null;
  return (
    <Form method="post" className="stack">
      {form.closed === null ? null : (
        <Notice tone="warn" title={t("entry:closed")}>
          {t(`errors:${form.closed.code}`)}
        </Notice>
      )}
      {refused === null ? null : <Refused review={refused.review} />}
      <input type="hidden" name="year" value={form.dataset.statisticsYear} />
      {form.sheets.map(({ view, rows }) =>
        rows.map(({ part, line, cells }) => (
          <Card
            key={`${view} ${part} ${line?.path}`}
            title={[
              t(`entry:view.${view}`),
              ...(part === null ? [] : [t(`entry:part.${part}`)]),
              ...(line === null ? [] : [lineLabel(t, i18n.language, line)]),
            ].join(" · ")}
          >
            <div className="entry__form">
              {cells.map(({ column, path, value }) => (
                <SchoolFormCell
                  key={path}
                  column={column}
                  path={path}
                  stood={value}
                  text={refused?.typed[path] ?? entryText(value, column)}
                  editable={editable}
                />
              ))}
            </div>
          </Card>
        )),
      )}
      {editable ? (
        <div>
          <Button type="submit" look="primary">
            {t("entry:act.save")}
          </Button>
        </div>
      ) : null}
    </Form>
  );
};
