import { Form } from "@remix-run/react";
import type { Timetable } from "@server/review/contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { type ShownError, useFieldError } from "~/components/Notice";
import { NumberField } from "~/components/NumberField";
import { Card } from "~/components/page";
import { TextField } from "~/components/TextField";

/** The province's days of the year, for all its cities and counties. */
export const TimetableForm = ({
  timetable,
  year,
  error,
}: {
  readonly timetable: Timetable;
  readonly year: number;
  readonly error: ShownError | null | undefined;
}) => {
  const { t } = useTranslation();
  const fieldError = useFieldError(error);
  return (
    <Card title={t("review:timetable.edit")} note={t("review:timetable.note")}>
      <Form method="post" className="row">
        <input type="hidden" name="intent" value="timetable" />
        <input type="hidden" name="year" value={year} />
        {(["county", "city", "province"] as const).map((level) => (
          <TextField
            key={level}
            name={`${level}By`}
            label={t(`review:timetable.${level}`)}
            defaultValue={timetable[`${level}By`]}
            hint={t("review:timetable.month_day")}
            error={level === "county" ? fieldError("timetable") : null}
            maxLength={5}
          />
        ))}
        <NumberField
          name="remindDays"
          label={t("review:timetable.remind")}
          hint={t("review:timetable.remind_hint")}
          defaultValue={timetable.remindDays}
          min={0}
          max={120}
        />
        <Button type="submit">{t("review:timetable.save")}</Button>
      </Form>
    </Card>
  );
};
