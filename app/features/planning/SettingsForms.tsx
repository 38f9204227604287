import { Form } from "@remix-run/react";
import type { Assumptions, PlanningDefaults, ScenarioDocument } from "@server/planning/contract";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Select } from "~/components/choices";
import { type ShownError, useFieldError } from "~/components/Notice";
import { NumberField } from "~/components/NumberField";
import { TextField } from "~/components/TextField";
import { writeSeries } from "./assumptions-form";
import { sourceText } from "./source-text";

const percent = (share: number): number => Number((share * 100).toFixed(4));
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
        <NumberField
          name="horizonYears"
          label={t("planning:settings.horizon")}
          defaultValue={document.horizonYears}
          min={1}
          max={15}
          unit={t("planning:unit.years")}
          error={errorOf("horizonYears")}
        />
        <NumberField
          name="annualBudgetWan"
          label={t("planning:settings.budget")}
          defaultValue={document.annualBudgetWan}
          min={0}
          step={100}
          unit={t("planning:unit.wan")}
          hint={t("planning:settings.budget_hint")}
          error={errorOf("annualBudgetWan")}
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
  const errorOf = (field: string) => fieldError(`assumptions.${field}`);
  const { assumptions } = document;
  const hint = (path: string): string | undefined => sourceText(t, defaults.assumptionSources, path);
  return (
    <Form key={version} method="post" className="stack" preventScrollReset aria-label={t("planning:assumptions.title")}>
      <input type="hidden" name="intent" value="assumptions" />
      <input type="hidden" name="version" value={version} />
      <div className="lever__fields">
        <Entrants assumptions={assumptions} errorOf={errorOf} hint={hint("entrants")} />
        <NumberField
          name="entrantsTrendBeyondBirths"
          label={t("planning:assumptions.entrantsTrendBeyondBirths")}
          defaultValue={percent(assumptions.entrantsTrendBeyondBirths)}
          min={-50}
          max={50}
          step={0.5}
          unit="%"
          hint={hint("entrantsTrendBeyondBirths")}
          error={errorOf("entrantsTrendBeyondBirths")}
        />
        <NumberField
          name="juniorLeakage"
          label={t("planning:assumptions.juniorLeakage")}
          defaultValue={percent(assumptions.juniorLeakage)}
          min={0}
          max={100}
          step={0.5}
          unit="%"
          hint={hint("juniorLeakage")}
          error={errorOf("juniorLeakage")}
        />
        <Select
          name="classPolicy"
          label={t("planning:assumptions.classPolicy")}
          defaultValue={assumptions.classPolicy}
          options={(["observed_mean_under_cap", "keep_until_cap"] as const).map((policy) => ({
            value: policy,
            label: t(`planning:assumptions.policy.${policy}`),
          }))}
          hint={hint("classPolicy")}
        />
        <NumberField
          name="capPrimary"
          label={t("planning:assumptions.capPrimary")}
          defaultValue={assumptions.classCap.primary}
          min={20}
          max={80}
          unit={t("planning:unit.persons")}
          hint={hint("classCap")}
          error={errorOf("classCap.primary") ?? errorOf("capPrimary")}
        />
        <NumberField
          name="capJunior"
          label={t("planning:assumptions.capJunior")}
          defaultValue={assumptions.classCap.junior}
          min={20}
          max={80}
          unit={t("planning:unit.persons")}
          error={errorOf("classCap.junior") ?? errorOf("capJunior")}
        />
        <NumberField
          name="teacherAttrition"
          label={t("planning:assumptions.teacherAttrition")}
          defaultValue={percent(assumptions.teacherAttrition)}
          min={0}
          max={100}
          step={0.5}
          unit="%"
          hint={hint("teacherAttrition")}
          error={errorOf("teacherAttrition")}
        />
        <NumberField
          name="teacherReplacement"
          label={t("planning:assumptions.teacherReplacement")}
          defaultValue={percent(assumptions.teacherReplacement)}
          min={0}
          max={100}
          step={5}
          unit="%"
          hint={hint("teacherReplacement")}
          error={errorOf("teacherReplacement")}
        />
        <NumberField
          name="priceGrowth"
          label={t("planning:assumptions.priceGrowth")}
          defaultValue={percent(assumptions.priceGrowth)}
          min={-20}
          max={30}
          step={0.5}
          unit="%"
          hint={hint("priceGrowth")}
          error={errorOf("priceGrowth")}
        />
      </div>
      <div>
        <Button type="submit">{t("planning:assumptions.save")}</Button>
      </div>
    </Form>
  );
};

/** How grade 1 is forecast: by births, by a yearly change, or by entered numbers. All fields stay without script; the mode decides which count. */
const Entrants = ({
  assumptions,
  errorOf,
  hint,
}: {
  readonly assumptions: Assumptions;
  readonly errorOf: (field: string) => string | null;
  readonly hint: string | undefined;
}) => {
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
        hint={hint}
      />
      {mode === "trend" ? (
        <NumberField
          name="annualChange"
          label={t("planning:assumptions.annualChange")}
          defaultValue={entrants.mode === "trend" ? percent(entrants.annualChange) : -6}
          min={-50}
          max={50}
          step={0.5}
          unit="%"
          error={errorOf("annualChange") ?? errorOf("entrants.annualChange")}
        />
      ) : null}
      {mode === "series" ? (
        <TextField
          name="series"
          label={t("planning:assumptions.series")}
          rows={5}
          defaultValue={writeSeries(entrants)}
          hint={t("planning:assumptions.series_hint")}
          error={errorOf("entrants.series")}
        />
      ) : null}
    </>
  );
};
