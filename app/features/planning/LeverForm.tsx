import { Form } from "@remix-run/react";
import { type DefaultSource, type Lever, type ScenarioSchool, teacherSubjects } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Checkbox, Select } from "~/components/choices";
import { type ShownError, useFieldError } from "~/components/Notice";
import { NumberField } from "~/components/NumberField";
import { TextField } from "~/components/TextField";
import { sourceText } from "./source-text";

type ErrorOf = (field: string) => string | null;
type HintOf = (field: string) => string | undefined;
/** Shares are typed in percent. */
const percent = (share: number): number => Number((share * 100).toFixed(4));

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
  const errorOf: ErrorOf = (field) => fieldError(`levers.${index}.${field}`);
  const hintOf: HintOf = (field) => sourceText(t, sources, field);
  return (
    <Form method="post" className="lever__form" preventScrollReset aria-label={t("planning:levers.form")}>
      <input type="hidden" name="intent" value="save-lever" />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="lever" value={lever.id} />
      <div className="lever__fields">
        {lever.type === "build_classrooms" ? <BuildFields lever={lever} schools={schools} errorOf={errorOf} hintOf={hintOf} /> : null}
        {lever.type === "hire_teachers" ? <HireFields lever={lever} schools={schools} errorOf={errorOf} hintOf={hintOf} /> : null}
        {lever.type === "rotation_quota" ? <RotationFields lever={lever} errorOf={errorOf} hintOf={hintOf} /> : null}
        <NumberField
          name="startYear"
          label={t("planning:field.startYear")}
          defaultValue={lever.startYear}
          min={baseYear}
          max={2100}
          error={errorOf("startYear")}
        />
        <NumberField
          name="leadYears"
          hint={hintOf("leadYears")}
          label={t("planning:field.leadYears")}
          defaultValue={lever.leadYears}
          min={0}
          max={6}
          unit={t("planning:unit.years")}
          error={errorOf("leadYears")}
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

const schoolOptions = (schools: readonly ScenarioSchool[]) =>
  schools.map(({ code, name, township }) => ({ value: code, label: `${name} · ${township}` }));

const BuildFields = ({
  lever,
  schools,
  errorOf,
  hintOf,
}: {
  readonly lever: Extract<Lever, { type: "build_classrooms" }>;
  readonly schools: readonly ScenarioSchool[];
  readonly errorOf: ErrorOf;
  readonly hintOf: HintOf;
}) => {
  const { t } = useTranslation();
  return (
    <>
      <Select
        name="schoolCode"
        label={t("planning:levers.school")}
        defaultValue={lever.schoolCode}
        options={schoolOptions(schools)}
        error={errorOf("schoolCode")}
      />
      <NumberField
        name="rooms"
        label={t("planning:field.rooms")}
        defaultValue={lever.rooms}
        min={1}
        max={200}
        unit={t("planning:unit.rooms")}
        error={errorOf("rooms")}
      />
      <NumberField
        name="areaPerRoomM2"
        hint={hintOf("areaPerRoomM2")}
        label={t("planning:field.areaPerRoomM2")}
        defaultValue={lever.areaPerRoomM2}
        min={30}
        max={400}
        step={5}
        unit="㎡"
        error={errorOf("areaPerRoomM2")}
      />
      <NumberField
        name="unitCostYuanPerM2"
        hint={hintOf("unitCostYuanPerM2")}
        label={t("planning:field.unitCostYuanPerM2")}
        defaultValue={lever.unitCostYuanPerM2}
        min={0}
        step={100}
        unit={t("planning:unit.yuan_per_m2")}
        error={errorOf("unitCostYuanPerM2")}
      />
      <Checkbox name="multimedia" label={t("planning:field.multimedia")} defaultChecked={lever.multimedia} />
      <NumberField
        name="multimediaCostWanPerRoom"
        hint={hintOf("multimediaCostWanPerRoom")}
        label={t("planning:field.multimediaCostWanPerRoom")}
        defaultValue={lever.multimediaCostWanPerRoom}
        min={0}
        step={0.1}
        unit={t("planning:unit.wan")}
        error={errorOf("multimediaCostWanPerRoom")}
      />
    </>
  );
};

const HireFields = ({
  lever,
  schools,
  errorOf,
  hintOf,
}: {
  readonly lever: Extract<Lever, { type: "hire_teachers" }>;
  readonly schools: readonly ScenarioSchool[];
  readonly errorOf: ErrorOf;
  readonly hintOf: HintOf;
}) => {
  const { t } = useTranslation();
  const { target } = lever;
  return (
    <>
      <Select
        name="schoolCode"
        label={t("planning:levers.school")}
        defaultValue={target.mode === "school" ? target.schoolCode : ""}
        options={[{ value: "", label: t("planning:levers.by_rule") }, ...schoolOptions(schools)]}
        error={errorOf("target.schoolCode")}
      />
      <Select
        name="stage"
        label={t("planning:field.stage")}
        defaultValue={target.stage}
        options={(["primary", "junior"] as const).map((stage) => ({ value: stage, label: t(`rules:stage.${stage}`) }))}
        error={errorOf("target.stage")}
      />
      <NumberField
        name="count"
        label={t("planning:field.count")}
        defaultValue={lever.count}
        min={1}
        max={2000}
        unit={t("planning:unit.persons")}
        error={errorOf("count")}
      />
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
      <NumberField
        name="fulfilment"
        hint={hintOf("fulfilment")}
        label={t("planning:field.fulfilment")}
        defaultValue={percent(lever.fulfilment)}
        min={0}
        max={100}
        step={5}
        unit="%"
        error={errorOf("fulfilment")}
      />
      <NumberField
        name="annualCostWan"
        hint={hintOf("annualCostWan")}
        label={t("planning:field.annualCostWan")}
        defaultValue={lever.annualCostWan}
        min={0}
        step={0.5}
        unit={t("planning:unit.wan_per_year")}
        error={errorOf("annualCostWan")}
      />
    </>
  );
};

const RotationFields = ({
  lever,
  errorOf,
  hintOf,
}: {
  readonly lever: Extract<Lever, { type: "rotation_quota" }>;
  readonly errorOf: ErrorOf;
  readonly hintOf: HintOf;
}) => {
  const { t } = useTranslation();
  return (
    <>
      <NumberField
        name="rotationShare"
        hint={hintOf("rotationShare")}
        label={t("planning:field.rotationShare")}
        defaultValue={percent(lever.rotationShare)}
        min={0}
        max={100}
        unit="%"
        error={errorOf("rotationShare")}
      />
      <NumberField
        name="backboneShare"
        hint={hintOf("backboneShare")}
        label={t("planning:field.backboneShare")}
        defaultValue={percent(lever.backboneShare)}
        min={0}
        max={100}
        unit="%"
        error={errorOf("backboneShare")}
      />
      <NumberField
        name="eligibleShare"
        hint={hintOf("eligibleShare")}
        label={t("planning:field.eligibleShare")}
        defaultValue={percent(lever.eligibleShare)}
        min={0}
        max={100}
        unit="%"
        error={errorOf("eligibleShare")}
      />
      <NumberField
        name="endYear"
        label={t("planning:field.endYear")}
        defaultValue={lever.endYear}
        min={2000}
        max={2100}
        error={errorOf("endYear")}
      />
      <NumberField
        name="termYears"
        hint={hintOf("termYears")}
        label={t("planning:field.termYears")}
        defaultValue={lever.termYears}
        min={1}
        max={6}
        unit={t("planning:unit.years")}
        error={errorOf("termYears")}
      />
      <NumberField
        name="annualCostWanPerTeacher"
        hint={hintOf("annualCostWanPerTeacher")}
        label={t("planning:field.annualCostWanPerTeacher")}
        defaultValue={lever.annualCostWanPerTeacher}
        min={0}
        step={0.01}
        unit={t("planning:unit.wan_per_year")}
        error={errorOf("annualCostWanPerTeacher")}
      />
    </>
  );
};
