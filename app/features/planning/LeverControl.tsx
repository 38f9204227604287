import type { Lever, LeverField, LeverOf, ScenarioSchool } from "@server/planning/contract";
import { stages } from "@server/statistics/contract";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Checkbox, Select } from "~/components/choices";
import { type FieldTexts, FigureFields } from "~/components/FigureFields";
import { TextField } from "~/components/TextField";
import { writeYearValues } from "./assumptions-form";
import { factText, findingText } from "./outline-text";

interface ControlProps {
  readonly field: LeverField;
  readonly lever: Lever;
  readonly schools: readonly ScenarioSchool[];
  readonly texts: FieldTexts;
}

const schoolOptions = (schools: readonly ScenarioSchool[]) =>
  schools.map(({ code, name, township }) => ({ value: code, label: `${name} · ${township}` }));

const stageOptions = (t: TFunction) => stages.map((stage) => ({ value: stage, label: t(`rules:stage.${stage}`) }));

/** Words of a choice; some choices have theirs in other catalogues. */
const optionText = (t: TFunction, name: string, option: string): string => {
  if (name === "subject") return t(`planning:subject.${option}`);
  if (name === "schoolType") return t(`rules:school_type.${option}`);
  if (name === "locality") return t(`rules:locality.${option}`);
  if (name === "originEvent") return t(`facts:event.${option}`);
  if (name === "fact") return factText(t, option);
  if (name === "moralEducation") return findingText(t, name, option);
  if (name === "item" && option.includes(".")) return t(`facts:county.declarations.${option}`);
  return t(`planning:choice.${name}.${option}`);
};

/** The control of one field of a lever, as its description says. */
export const LeverControl = ({ field, lever, schools, texts }: ControlProps) => {
  const { t } = useTranslation();
  // These two name their parts themselves.
  if (field.kind === "placement")
    return lever.type === "hire_teachers" ? <Placement lever={lever} schools={schools} texts={texts} /> : null;
  if (field.kind === "targets") return lever.type === "close_school" ? <Targets lever={lever} schools={schools} texts={texts} /> : null;
  const held: Readonly<Record<string, unknown>> = lever;
  const value = held[field.name];
  const shared = { name: field.name, label: texts.labelOf(field.name), error: texts.errorOf(field.name) };
  switch (field.kind) {
    case "school":
      return (
        <Select
          {...shared}
          defaultValue={String(value)}
          options={[
            ...(field.county === true ? [{ value: "", label: t("planning:levers.whole_county") }] : []),
            ...(field.optional === true ? [{ value: "", label: t("planning:levers.no_school") }] : []),
            ...schoolOptions(schools),
          ]}
        />
      );
    case "stage":
      return <Select {...shared} defaultValue={String(value)} options={stageOptions(t)} />;
    case "choice":
      return (
        <Select
          {...shared}
          defaultValue={String(value)}
          hint={texts.hintOf(field.name)}
          options={field.options.map((option) => ({ value: option, label: optionText(t, field.name, option) }))}
        />
      );
    case "flag":
      return <Checkbox name={field.name} label={shared.label} defaultChecked={value === true} />;
    case "text":
      return <TextField {...shared} defaultValue={String(value)} maxLength={field.maxLength} />;
    case "figure": {
      const { kind: _, optional: __, unit, ...limits } = field;
      return (
        <FigureFields
          texts={texts}
          fields={[{ ...limits, value: typeof value === "number" ? value : null, ...(unit ? { unit: t(`planning:unit.${unit}`) } : {}) }]}
        />
      );
    }
    case "values":
      return lever.type === "county_fact" ? (
        <TextField {...shared} rows={4} defaultValue={writeYearValues(lever.values)} hint={t("planning:field.values_hint")} />
      ) : null;
  }
};

/** A school and its stage, or by deficit. */
const Placement = ({ lever, schools, texts }: Omit<ControlProps, "field" | "lever"> & { readonly lever: LeverOf<"hire_teachers"> }) => {
  const { t } = useTranslation();
  const { target } = lever;
  return (
    <>
      <Select
        name="schoolCode"
        label={t("planning:levers.school")}
        defaultValue={target.mode === "school" ? target.schoolCode : ""}
        options={[{ value: "", label: t("planning:levers.by_rule") }, ...schoolOptions(schools)]}
        error={texts.errorOf("target.schoolCode")}
      />
      <Select
        name="stage"
        label={t("planning:field.stage")}
        defaultValue={target.stage}
        options={stageOptions(t)}
        error={texts.errorOf("target.stage")}
      />
    </>
  );
};

/** Schools that take over, and what share of each stage. */
const Targets = ({ lever, schools, texts }: Omit<ControlProps, "field" | "lever"> & { readonly lever: LeverOf<"close_school"> }) => {
  const { t } = useTranslation();
  return (
    <>
      {[0, 1, 2].map((index) => {
        const target = lever.targets[index];
        return (
          <Select
            key={index}
            name={`target${index}`}
            label={t("planning:field.target", { number: index + 1 })}
            defaultValue={target?.schoolCode ?? ""}
            options={[{ value: "", label: t("planning:levers.nobody") }, ...schoolOptions(schools)]}
            error={texts.errorOf(`targets.${index}.schoolCode`) ?? (index === 0 ? texts.errorOf("targets") : null)}
          />
        );
      })}
      <FigureFields
        texts={{ ...texts, labelOf: (name) => t("planning:field.target_share", { number: Number(name.slice(-1)) + 1 }) }}
        fields={[0, 1, 2].map((index) => ({
          name: `share${index}`,
          path: `targets.${index}.share`,
          value: lever.targets[index]?.share ?? 0,
          share: true,
        }))}
      />
    </>
  );
};
