import { Form } from "@remix-run/react";
import {
  type DefaultSource,
  type Lever,
  leverForms,
  type ScenarioSchool,
  uncertaintyFields,
  unitCostFields,
  unitCostUnit,
} from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { type FieldTexts, FigureFields } from "~/components/FigureFields";
import { type ShownError, useFieldError } from "~/components/Notice";
import { TextField } from "~/components/TextField";
import { LeverControl } from "./LeverControl";
import { fieldLabel } from "./lever-field";
import { sourceText } from "./source-text";

/** Everything of a lever that can be typed: its own figures, then when, who pays, who answers for it, and how uncertain it is. */
export const LeverFields = ({
  lever,
  baseYear,
  schools,
  texts,
}: {
  readonly lever: Lever;
  readonly baseYear: number;
  readonly schools: readonly ScenarioSchool[];
  readonly texts: FieldTexts;
}) => {
  const { t } = useTranslation();
  return (
    <>
      <div className="lever__fields">
        {leverForms[lever.type].fields.map((field) => (
          <LeverControl key={field.name} field={field} lever={lever} schools={schools} texts={texts} />
        ))}
        <FigureFields
          texts={texts}
          fields={[
            { name: "startYear", value: lever.startYear, min: baseYear, max: 2100 },
            { name: "leadYears", value: lever.leadYears, min: 0, max: 6, unit: t("planning:unit.years") },
          ]}
        />
        <FigureFields
          texts={texts}
          fields={unitCostFields.map((name) => ({
            name,
            value: lever[name],
            min: 0,
            step: 100,
            unit: t(`planning:unit.${unitCostUnit(leverForms[lever.type])}`),
          }))}
        />
        <TextField name="fundingSource" label={t("planning:field.fundingSource")} defaultValue={lever.fundingSource} maxLength={40} />
        <TextField name="responsibleUnit" label={t("planning:field.responsibleUnit")} defaultValue={lever.responsibleUnit} maxLength={40} />
        <TextField name="note" label={t("planning:field.note")} defaultValue={lever.note} maxLength={200} />
      </div>
      <details>
        <summary>{t("planning:levers.uncertainty")}</summary>
        <p className="caption muted">{texts.hintOf("uncertainty")}</p>
        <div className="lever__fields">
          <FigureFields
            texts={{ ...texts, hintOf: () => undefined }}
            fields={uncertaintyFields.map(({ name, ...limits }) => ({
              ...limits,
              name,
              path: `uncertainty.${name}`,
              value: lever.uncertainty[name],
              ...("unit" in limits ? { unit: t("planning:unit.years") } : {}),
            }))}
          />
        </div>
      </details>
    </>
  );
};

/** The form of one lever, sent as a whole. */
export const LeverForm = ({
  lever,
  index,
  version,
  baseYear,
  schools,
  sources,
  error,
}: {
  readonly lever: Lever;
  readonly index: number;
  readonly version: number;
  readonly baseYear: number;
  readonly schools: readonly ScenarioSchool[];
  /** Where the starting figures of this kind of lever come from. */
  readonly sources: readonly DefaultSource[];
  readonly error: ShownError | null;
}) => {
  const { t } = useTranslation();
  const fieldError = useFieldError(error);
  const texts: FieldTexts = {
    labelOf: (name) => fieldLabel(t, lever.type, name),
    hintOf: (path) => sourceText(t, sources, path),
    errorOf: (path) => fieldError(`levers.${index}.${path}`),
  };
  return (
    <Form method="post" className="lever__form" preventScrollReset aria-label={t("planning:levers.form")}>
      <input type="hidden" name="intent" value="save-lever" />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="lever" value={lever.id} />
      <LeverFields lever={lever} baseYear={baseYear} schools={schools} texts={texts} />
      <Button type="submit">{t("planning:levers.save")}</Button>
    </Form>
  );
};
