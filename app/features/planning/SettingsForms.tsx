import { Form } from "@remix-run/react";
import {
  type Assumptions,
  ageBandStarts,
  type PlanningDefaults,
  type Projection,
  type ScenarioDocument,
  type ScenarioSchool,
} from "@server/planning/contract";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Select } from "~/components/choices";
import { type FieldTexts, FigureFields } from "~/components/FigureFields";
import { type ShownError, useFieldError } from "~/components/Notice";
import { TextField } from "~/components/TextField";
import { AssumptionList } from "./AssumptionList";
import { assumptionHint } from "./assumption-hint";
import { type SchoolWords, schoolWords } from "./assumption-lines";
import { writeSeries } from "./assumptions-form";

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
export const AssumptionsForm = ({
  document,
  version,
  error,
  defaults,
  uses,
  schools,
}: FormProps & {
  readonly defaults: PlanningDefaults;
  readonly uses: Projection["assumptionUse"];
  readonly schools: readonly ScenarioSchool[];
}) => {
  const { t } = useTranslation();
  const fieldError = useFieldError(error);
  const words = schoolWords(schools);
  const { assumptions } = document;
  const texts: FieldTexts = {
    labelOf: (name) => t(`planning:assumptions.${name}`),
    hintOf: (path) => assumptionHint(t, defaults, uses, path),
    // What is wrong with an entry of a list is told at the list.
    errorOf: (path) =>
      fieldError(error?.issues?.find((issue) => `${issue.path}.`.startsWith(`assumptions.${path}.`))?.path ?? `assumptions.${path}`),
  };
  const persons = { min: 20, max: 80, unit: t("planning:unit.persons") };
  return (
    <Form key={version} method="post" className="stack" preventScrollReset aria-label={t("planning:assumptions.title")}>
      <input type="hidden" name="intent" value="assumptions" />
      <input type="hidden" name="countyWord" value={t("planning:assumptions.county_word")} />
      <input type="hidden" name="version" value={version} />
      <div className="lever__fields">
        <Entrants assumptions={assumptions} texts={texts} words={words} />
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
        {(["entrantNumbers", "progressionRatios", "netTransfers", "feederShares"] as const).map((name) => (
          <AssumptionList key={name} name={name} assumptions={assumptions} texts={texts} words={words} />
        ))}
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
          ]}
        />
        <StaffAssumptions assumptions={assumptions} texts={texts} words={words} />
        {(["retention", "evidence"] as const).map((name) => (
          <Select
            key={name}
            name={name}
            label={texts.labelOf(name)}
            defaultValue={assumptions[name]}
            options={switches[name].map((option) => ({ value: option, label: t(`planning:assumptions.option.${option}`) }))}
            hint={texts.hintOf(name)}
          />
        ))}
        <FigureFields
          texts={texts}
          fields={[
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

/** The readings that a planner may choose. */
const switches = {
  entrantShares: ["base_year", "rolling", "zones"],
  retention: ["base_year", "by_cohort"],
  evidence: ["declared_years", "as_base_year"],
  retirement: ["by_age", "none"],
} as const;

interface GroupProps {
  readonly assumptions: Assumptions;
  readonly texts: FieldTexts;
  readonly words: SchoolWords;
}

/** Who retires, and what teachers gain without programmes. */
const StaffAssumptions = ({ assumptions, texts, words }: GroupProps) => {
  const { t } = useTranslation();
  return (
    <>
      <Select
        name="retirement"
        label={texts.labelOf("retirement")}
        defaultValue={assumptions.retirement}
        options={switches.retirement.map((option) => ({ value: option, label: t(`planning:assumptions.option.${option}`) }))}
        hint={texts.hintOf("retirement")}
      />
      <FigureFields
        texts={{ ...texts, labelOf: (name) => t("planning:assumptions.age", { from: name.slice(3) }) }}
        fields={ageBandStarts.map((age, index) => ({
          name: `age${age}`,
          path: `ageShares.${index}`,
          value: assumptions.ageShares[index] ?? 0,
          share: true,
          step: 0.5,
        }))}
      />
      <FigureFields texts={texts} fields={[{ name: "womenShare", value: assumptions.womenShare, share: true }]} />
      <AssumptionList name="schoolAges" assumptions={assumptions} texts={texts} words={words} />
      <FigureFields
        texts={texts}
        fields={[
          { name: "upgradingRate", value: assumptions.upgradingRate, share: true, step: 0.5 },
          { name: "backboneRate", value: assumptions.backboneRate, share: true, step: 0.5 },
        ]}
      />
    </>
  );
};

/** How grade 1 is forecast: by births, by a yearly change, or by entered numbers. All fields stay without script; the mode decides which count. */
const Entrants = ({ assumptions, texts, words }: GroupProps) => {
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
      <Select
        name="entrantShares"
        label={texts.labelOf("entrantShares")}
        defaultValue={assumptions.entrantShares}
        options={switches.entrantShares.map((option) => ({ value: option, label: t(`planning:assumptions.option.${option}`) }))}
        hint={texts.hintOf("entrantShares")}
      />
      <AssumptionList name="zoneShares" assumptions={assumptions} texts={texts} words={words} />
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
