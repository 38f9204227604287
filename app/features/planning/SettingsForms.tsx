import { Form } from "@remix-run/react";
import type { Assumptions, PlanningDefaults, ScenarioDocument } from "@server/planning/contract";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Select } from "~/components/choices";
import { type FieldTexts, FigureFields } from "~/components/FigureFields";
import { type ShownError, useFieldError } from "~/components/Notice";
import { TextField } from "~/components/TextField";
import { writeSeries } from "./assumptions-form";
import { sourceText } from "./source-text";

type FormProps = { readonly document: ScenarioDocument; readonly version: number; readonly error: ShownError | null };

/** Name, horizon and yearly budget. */
export const SettingsForm = ({ document, version, error }: FormProps) => {
  const { t } = useTranslation();
  const errorOf = useFieldError(error);
  return (
    <Form key={version} method="post" className="stack" preventScrollReset aria-label={t("planning:settings.title")}>
      <input type="hidden" name="intent" value="settings" />
      <input type="hidden" name="version" value={version} />
      <div className="lever__fields">
        <TextField
          name="name"
          label={t("planning:settings.name")}
          defaultValue={document.name}
          maxLength={80}
          required
          error={errorOf("name")}
        />
        <FigureFields
          texts={{
            labelOf: (name) => t(`planning:settings.${name}`),
            hintOf: (path) => (path === "annualBudgetWan" ? t("planning:settings.annualBudgetWan_hint") : undefined),
            errorOf,
          }}
          fields={[
            { name: "horizonYears", value: document.horizonYears, min: 1, max: 15, unit: t("planning:unit.years") },
            { name: "annualBudgetWan", value: document.annualBudgetWan, min: 0, step: 100, unit: t("planning:unit.wan") },
          ]}
        />
      </div>
      <div>
        <Button type="submit">{t("planning:settings.save")}</Button>
      </div>
    </Form>
  );
};

/** Assumptions of the projection, each with where its default comes from. */
export const AssumptionsForm = ({ document, version, error, defaults }: FormProps & { readonly defaults: PlanningDefaults }) => {
  const { t } = useTranslation();
  const fieldError = useFieldError(error);
  const { assumptions } = document;
  const texts: FieldTexts = {
    labelOf: (name) => t(`planning:assumptions.${name}`),
    // Both caps come from one source, which stands at the first.
    hintOf: (path) => sourceText(t, defaults.assumptionSources, path === "classCap.primary" ? "classCap" : path),
    errorOf: (path) => fieldError(`assumptions.${path}`),
  };
  const persons = { min: 20, max: 80, unit: t("planning:unit.persons") };
  return (
    <Form key={version} method="post" className="stack" preventScrollReset aria-label={t("planning:assumptions.title")}>
      <input type="hidden" name="intent" value="assumptions" />
      <input type="hidden" name="version" value={version} />
      <div className="lever__fields">
        <Entrants assumptions={assumptions} texts={texts} />
        <FigureFields
          texts={texts}
          fields={[
            {
              name: "entrantsTrendBeyondBirths",
              value: assumptions.entrantsTrendBeyondBirths,
              share: true,
              min: -50,
              max: 50,
              step: 0.5,
            },
            { name: "juniorLeakage", value: assumptions.juniorLeakage, share: true, step: 0.5 },
          ]}
        />
        <Select
          name="classPolicy"
          label={t("planning:assumptions.classPolicy")}
          defaultValue={assumptions.classPolicy}
          options={(["observed_mean_under_cap", "keep_until_cap"] as const).map((policy) => ({
            value: policy,
            label: t(`planning:assumptions.policy.${policy}`),
          }))}
          hint={texts.hintOf("classPolicy")}
        />
        <FigureFields
          texts={texts}
          fields={[
            { name: "capPrimary", path: "classCap.primary", value: assumptions.classCap.primary, ...persons },
            { name: "capJunior", path: "classCap.junior", value: assumptions.classCap.junior, ...persons },
            { name: "teacherAttrition", value: assumptions.teacherAttrition, share: true, step: 0.5 },
            { name: "teacherReplacement", value: assumptions.teacherReplacement, share: true, step: 5 },
            { name: "priceGrowth", value: assumptions.priceGrowth, share: true, min: -20, max: 30, step: 0.5 },
          ]}
        />
      </div>
      <div>
        <Button type="submit">{t("planning:assumptions.save")}</Button>
      </div>
    </Form>
  );
};

/** How grade 1 is forecast: by births, by a yearly change, or by entered numbers. All fields stay without script; the mode decides which count. */
const Entrants = ({ assumptions, texts }: { readonly assumptions: Assumptions; readonly texts: FieldTexts }) => {
  const { t } = useTranslation();
  const [mode, setMode] = useState<string>(assumptions.entrants.mode);
  const { entrants } = assumptions;
  return (
    <>
      <Select
        name="entrantsMode"
        label={t("planning:assumptions.entrants")}
        value={mode}
        onChange={setMode}
        options={(["births", "trend", "series"] as const).map((one) => ({ value: one, label: t(`planning:assumptions.mode.${one}`) }))}
        hint={texts.hintOf("entrants")}
      />
      {mode === "trend" ? (
        <FigureFields
          texts={texts}
          fields={[
            {
              name: "annualChange",
              path: "entrants.annualChange",
              value: entrants.mode === "trend" ? entrants.annualChange : -0.06,
              share: true,
              min: -50,
              max: 50,
              step: 0.5,
            },
          ]}
        />
      ) : null}
      {mode === "series" ? (
        <TextField
          name="series"
          label={t("planning:assumptions.series")}
          rows={5}
          defaultValue={writeSeries(entrants)}
          hint={t("planning:assumptions.series_hint")}
          error={texts.errorOf("entrants.series")}
        />
      ) : null}
    </>
  );
};
