import { Form } from "@remix-run/react";
import { type DefaultSource, type Lever, type LeverType, type ScenarioSchool, teacherSubjects } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Checkbox, Select } from "~/components/choices";
import { type FieldTexts, FigureFields } from "~/components/FigureFields";
import { type ShownError, useFieldError } from "~/components/Notice";
import { TextField } from "~/components/TextField";
import { sourceText } from "./source-text";

/** The form of one lever: its own figures, then when, who pays, who answers for it. */
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
    labelOf: (name) => t(`planning:field.${name}`),
    hintOf: (path) => sourceText(t, sources, path),
    errorOf: (path) => fieldError(`levers.${index}.${path}`),
  };
  return (
    <Form method="post" className="lever__form" preventScrollReset aria-label={t("planning:levers.form")}>
      <input type="hidden" name="intent" value="save-lever" />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="lever" value={lever.id} />
      <div className="lever__fields">
        {lever.type === "build_classrooms" ? <BuildFields lever={lever} schools={schools} texts={texts} /> : null}
        {lever.type === "hire_teachers" ? <HireFields lever={lever} schools={schools} texts={texts} /> : null}
        {lever.type === "rotation_quota" ? <RotationFields lever={lever} texts={texts} /> : null}
        <FigureFields
          texts={texts}
          fields={[
            { name: "startYear", value: lever.startYear, min: baseYear, max: 2100 },
            { name: "leadYears", value: lever.leadYears, min: 0, max: 6, unit: t("planning:unit.years") },
          ]}
        />
        <TextField name="fundingSource" label={t("planning:field.fundingSource")} defaultValue={lever.fundingSource} maxLength={40} />
        <TextField name="responsibleUnit" label={t("planning:field.responsibleUnit")} defaultValue={lever.responsibleUnit} maxLength={40} />
        <TextField name="note" label={t("planning:field.note")} defaultValue={lever.note} maxLength={200} />
      </div>
      <Button type="submit" look="primary">
        {t("planning:levers.save")}
      </Button>
    </Form>
  );
};

interface FieldsOf<Type extends LeverType> {
  readonly lever: Extract<Lever, { type: Type }>;
  readonly texts: FieldTexts;
}

const schoolOptions = (schools: readonly ScenarioSchool[]) =>
  schools.map(({ code, name, township }) => ({ value: code, label: `${name} · ${township}` }));

const BuildFields = ({ lever, texts, schools }: FieldsOf<"build_classrooms"> & { readonly schools: readonly ScenarioSchool[] }) => {
  const { t } = useTranslation();
  return (
    <>
      <Select
        name="schoolCode"
        label={t("planning:levers.school")}
        defaultValue={lever.schoolCode}
        options={schoolOptions(schools)}
        error={texts.errorOf("schoolCode")}
      />
      <FigureFields
        texts={texts}
        fields={[
          { name: "rooms", value: lever.rooms, min: 1, max: 200, unit: t("planning:unit.rooms") },
          { name: "areaPerRoomM2", value: lever.areaPerRoomM2, min: 30, max: 400, step: 5, unit: "㎡" },
          { name: "unitCostYuanPerM2", value: lever.unitCostYuanPerM2, min: 0, step: 100, unit: t("planning:unit.yuan_per_m2") },
        ]}
      />
      <Checkbox name="multimedia" label={t("planning:field.multimedia")} defaultChecked={lever.multimedia} />
      <FigureFields
        texts={texts}
        fields={[
          { name: "multimediaCostWanPerRoom", value: lever.multimediaCostWanPerRoom, min: 0, step: 0.1, unit: t("planning:unit.wan") },
        ]}
      />
    </>
  );
};

const HireFields = ({ lever, texts, schools }: FieldsOf<"hire_teachers"> & { readonly schools: readonly ScenarioSchool[] }) => {
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
        options={(["primary", "junior"] as const).map((stage) => ({ value: stage, label: t(`rules:stage.${stage}`) }))}
        error={texts.errorOf("target.stage")}
      />
      <FigureFields texts={texts} fields={[{ name: "count", value: lever.count, min: 1, max: 2000, unit: t("planning:unit.persons") }]} />
      <Select
        name="subject"
        label={t("planning:field.subject")}
        defaultValue={lever.subject}
        options={teacherSubjects.map((subject) => ({ value: subject, label: t(`planning:subject.${subject}`) }))}
      />
      <Checkbox
        name="aboveRequiredEducation"
        label={t("planning:field.aboveRequiredEducation")}
        defaultChecked={lever.aboveRequiredEducation}
      />
      <Checkbox name="backbone" label={t("planning:field.backbone")} defaultChecked={lever.backbone} />
      <FigureFields
        texts={texts}
        fields={[
          { name: "fulfilment", value: lever.fulfilment, share: true, step: 5 },
          { name: "annualCostWan", value: lever.annualCostWan, min: 0, step: 0.5, unit: t("planning:unit.wan_per_year") },
        ]}
      />
    </>
  );
};

const RotationFields = ({ lever, texts }: FieldsOf<"rotation_quota">) => {
  const { t } = useTranslation();
  return (
    <FigureFields
      texts={texts}
      fields={[
        { name: "rotationShare", value: lever.rotationShare, share: true },
        { name: "backboneShare", value: lever.backboneShare, share: true },
        { name: "eligibleShare", value: lever.eligibleShare, share: true },
        { name: "endYear", value: lever.endYear, min: 2000, max: 2100 },
        { name: "termYears", value: lever.termYears, min: 1, max: 6, unit: t("planning:unit.years") },
        {
          name: "annualCostWanPerTeacher",
          value: lever.annualCostWanPerTeacher,
          min: 0,
          step: 0.01,
          unit: t("planning:unit.wan_per_year"),
        },
      ]}
    />
  );
};
