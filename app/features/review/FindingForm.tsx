import { Form } from "@remix-run/react";
import type { Failure } from "@server/review/findings-contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Select } from "~/components/choices";
import { formatExact } from "~/components/format";
import { ErrorNotice, type ShownError, useFieldError } from "~/components/Notice";
import { Card } from "~/components/page";
import { TextField } from "~/components/TextField";
import { failureKey } from "./failure-key";
import { itemText } from "./item-text";

/** A new line: the county takes a failing verdict of what it has published, a reviewer writes what was found. */
export const FindingForm = ({
  year,
  counties,
  failures,
  error,
}: {
  readonly year: number;
  readonly counties: readonly { readonly id: string; readonly name: string }[];
  /** Null for a reviewer. */
  readonly failures: readonly Failure[] | null;
  readonly error: ShownError | null | undefined;
}) => {
  const { t } = useTranslation();
  const fieldError = useFieldError(error);
  const open = failures?.filter(({ taken }) => !taken) ?? [];
  const textOf = ({ item, stage, school, value, limit }: Failure): string =>
    [
      school?.name,
      stage && t(`rules:stage.${stage}`),
      itemText(t, item),
      value === null || limit === null ? null : `${formatExact(value)} / ${formatExact(limit)}`,
    ]
      .filter(Boolean)
      .join(" · ");
  if (failures !== null && open.length === 0) return null;
  const [only] = counties;
  return (
    <Card title={t("review:finding.new")} note={t(failures === null ? "review:finding.new_above" : "review:finding.new_county")}>
      <Form method="post" className="stack">
        <ErrorNotice error={error} />
        <input type="hidden" name="year" value={year} />
        {failures === null ? (
          <>
            <Select
              name="county"
              label={t("province:compare.county")}
              options={counties.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={only?.id}
            />
            <div className="row">
              <TextField name="item" label={t("review:finding.item_code")} error={fieldError("item")} maxLength={40} defaultValue="R1" />
              <TextField name="clause" label={t("review:finding.clause")} maxLength={200} />
              <TextField name="school" label={t("review:finding.school")} maxLength={120} />
            </div>
          </>
        ) : (
          <>
            <input type="hidden" name="county" value={only?.id ?? ""} />
            <Select
              name="failure"
              label={t("review:finding.failure")}
              options={open.map((failure) => ({ value: failureKey(failure), label: textOf(failure) }))}
            />
          </>
        )}
        <TextField name="title" label={t("review:finding.title")} error={fieldError("title")} required maxLength={300} />
        <TextField name="measure" label={t("review:finding.measure")} rows={2} maxLength={1000} />
        <div className="row">
          <TextField name="unit" label={t("review:finding.unit")} maxLength={120} />
          <TextField name="deadline" type="date" label={t("review:finding.deadline")} error={fieldError("deadline")} required />
          <Button type="submit" look="primary">
            {t("review:finding.raise")}
          </Button>
        </div>
      </Form>
    </Card>
  );
};
