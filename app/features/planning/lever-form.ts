import {
  type Lever,
  type LeverDefaults,
  type LeverField,
  type LeverType,
  leverForms,
  type ScenarioDocument,
  type ScenarioSchool,
  uncertaintyFields,
  unitCostFields,
} from "@server/planning/contract";
import { readYearValues } from "./assumptions-form";
import type { FormReader } from "./form-fields";

/** A lever of the form's kind that the schema has still to accept. */
export type LeverCandidate = Readonly<Record<string, unknown>> & { readonly id: string };

/** A new id within the document: L1, L2 … */
export const freeLeverId = (levers: readonly Lever[]): string => {
  for (let number = 1; ; number += 1) {
    const id = `L${number}`;
    if (!levers.some((lever) => lever.id === id)) return id;
  }
};

/** A code that no school has: N001, N002 … */
const freeCode = (schools: readonly ScenarioSchool[]): string => {
  for (let number = 1; ; number += 1) {
    const code = `N${String(number).padStart(3, "0")}`;
    if (!schools.some((school) => school.code === code)) return code;
  }
};

/** What a new lever is about: the chosen school or the first fitting one, and another that teaches the same. */
interface Subject {
  readonly chosen: string | null;
  readonly school: ScenarioSchool | undefined;
  readonly other: ScenarioSchool | undefined;
  readonly stage: string;
  readonly lastYear: number;
  readonly freeCode: string;
}

const subjectOf = (schools: readonly ScenarioSchool[], schoolCode: string | null, lastYear: number): Subject => {
  const school = schools.find(({ code }) => code === schoolCode) ?? schools[0];
  const teachesAll = (one: ScenarioSchool): boolean => school?.stages.every((stage) => one.stages.includes(stage)) === true;
  const other = schools.find((one) => one.code !== school?.code && teachesAll(one)) ?? schools.find(({ code }) => code !== school?.code);
  return { chosen: schoolCode, school, other, stage: school?.stages[0] ?? "primary", lastYear, freeCode: freeCode(schools) };
};

const startOf = (field: LeverField, { chosen, school, other, stage, lastYear, freeCode: code }: Subject): unknown => {
  switch (field.kind) {
    case "school":
      if (field.optional === true) return undefined;
      if (field.name === "toCode") return other?.code ?? "";
      return field.county === true && chosen === null ? "" : (school?.code ?? "");
    case "stage":
      return stage;
    case "placement":
      return chosen === null || school === undefined
        ? { mode: "largest_deficit", stage }
        : { mode: "school", schoolCode: school.code, stage };
    case "targets":
      return [{ schoolCode: other?.code ?? "", share: 1 }];
    case "text":
      return field.name === "code" ? code : undefined;
    case "figure":
      if (field.name === "endYear") return lastYear;
      return field.name === "targetYear" ? null : undefined;
    default:
      return undefined;
  }
};

/** The figure whose default hangs on a choice, where it stands at the default of `before`; the lever as it is elsewhere. */
const byChoice = <T extends Readonly<Record<string, unknown>>>(type: LeverType, lever: T, before: Readonly<Record<string, unknown>>): T => {
  const { defaultBy } = leverForms[type];
  if (defaultBy === undefined) return lever;
  const { choice, figure, of } = defaultBy;
  const fitting = of[String(lever[choice])];
  return fitting === undefined || lever[figure] !== of[String(before[choice])] ? lever : { ...lever, [figure]: fitting };
};

/** A lever with its default figures that can be run at once: next year, within the horizon, at the given or first fitting school. */
export const newLever = (
  type: LeverType,
  document: ScenarioDocument,
  baseYear: number,
  defaults: LeverDefaults,
  schools: readonly ScenarioSchool[],
  schoolCode: string | null,
): LeverCandidate => {
  const lastYear = baseYear + document.horizonYears;
  const startYear = baseYear + 1;
  const subject = subjectOf(schools, schoolCode, lastYear);
  const started = Object.fromEntries(
    leverForms[type].fields.map((field) => [field.name, startOf(field, subject)]).filter(([, value]) => value !== undefined),
  );
  const lever = {
    ...defaults[type],
    ...started,
    type,
    id: freeLeverId(document.levers),
    enabled: true,
    startYear,
    leadYears: Math.min(defaults[type].leadYears, lastYear - startYear),
    fundingSource: "",
    responsibleUnit: "",
    note: "",
  };
  // Defaults that name no stage are those of a primary school.
  return byChoice(type, lever, { stage: "primary", ...defaults[type] });
};

const readTargets = (form: FormReader): unknown =>
  [0, 1, 2].flatMap((index) => {
    const schoolCode = form.text(`target${index}`);
    return schoolCode === "" ? [] : [{ schoolCode, share: form.percent(`share${index}`) }];
  });

const readField = (form: FormReader, field: LeverField): unknown => {
  switch (field.kind) {
    case "figure":
      if (field.optional === true) return form.optionalNumber(field.name);
      return field.share === true ? form.percent(field.name) : form.number(field.name);
    case "flag":
      return form.flag(field.name);
    case "placement": {
      const stage = form.text("stage");
      const schoolCode = form.text("schoolCode");
      return schoolCode === "" ? { mode: "largest_deficit", stage } : { mode: "school", schoolCode, stage };
    }
    case "targets":
      return readTargets(form);
    case "values":
      return readYearValues(form.text(field.name));
    default:
      return form.text(field.name);
  }
};

/** The form of a lever → a candidate for the schema; the type and id stay. */
export const readLever = (form: FormReader, before: Lever): unknown => byChoice(before.type, leverIn(form, before), before);

const leverIn = (form: FormReader, before: Lever): Readonly<Record<string, unknown>> => ({
  id: before.id,
  enabled: before.enabled,
  type: before.type,
  startYear: form.number("startYear"),
  leadYears: form.number("leadYears"),
  fundingSource: form.text("fundingSource"),
  responsibleUnit: form.text("responsibleUnit"),
  note: form.text("note"),
  ...Object.fromEntries(unitCostFields.map((name) => [name, form.optionalNumber(name) ?? 0])),
  uncertainty: Object.fromEntries(
    uncertaintyFields.map((field) => [field.name, "share" in field ? form.percent(field.name) : form.number(field.name)]),
  ),
  ...Object.fromEntries(leverForms[before.type].fields.map((field) => [field.name, readField(form, field)])),
});
