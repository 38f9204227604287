import type { Lever, LeverDefaults, LeverType, ScenarioDocument, ScenarioSchool } from "@server/planning/contract";
import type { FormReader } from "./form-fields";

/** A new id within the document: L1, L2 … */
const freeId = (levers: readonly Lever[]): string => {
  for (let number = 1; ; number += 1) {
    const id = `L${number}`;
    if (!levers.some((lever) => lever.id === id)) return id;
  }
};

/** A lever with its default figures that can be run at once: next year, within the horizon, at the given or first fitting school. */
export const newLever = (
  type: LeverType,
  document: ScenarioDocument,
  baseYear: number,
  defaults: LeverDefaults,
  schools: readonly ScenarioSchool[],
  schoolCode: string | null,
): Lever => {
  const lastYear = baseYear + document.horizonYears;
  const startYear = baseYear + 1;
  const base = {
    id: freeId(document.levers),
    enabled: true,
    startYear,
    leadYears: Math.min(defaults[type].leadYears, lastYear - startYear),
    fundingSource: "",
    responsibleUnit: "",
    note: "",
  };
  const school = schools.find(({ code }) => code === schoolCode) ?? schools[0];
  const stage = school?.stages[0] ?? "primary";
  if (type === "build_classrooms") return { ...base, ...leadless(defaults.build_classrooms), type, schoolCode: school?.code ?? "" };
  if (type === "hire_teachers") {
    const target =
      schoolCode === null || school === undefined
        ? ({ mode: "largest_deficit", stage } as const)
        : ({ mode: "school", schoolCode: school.code, stage } as const);
    return { ...base, ...leadless(defaults.hire_teachers), type, target };
  }
  return { ...base, ...leadless(defaults.rotation_quota), type, endYear: lastYear };
};

const leadless = <T extends { readonly leadYears: number }>({ leadYears: _, ...rest }: T): Omit<T, "leadYears"> => rest;

/** The form of a lever → a candidate for the schema; the type and id stay. */
export const readLever = (form: FormReader, before: Lever): unknown => {
  const base = {
    id: before.id,
    enabled: before.enabled,
    type: before.type,
    startYear: form.number("startYear"),
    leadYears: form.number("leadYears"),
    fundingSource: form.text("fundingSource"),
    responsibleUnit: form.text("responsibleUnit"),
    note: form.text("note"),
  };
  if (before.type === "build_classrooms") {
    return {
      ...base,
      schoolCode: form.text("schoolCode"),
      rooms: form.number("rooms"),
      areaPerRoomM2: form.number("areaPerRoomM2"),
      multimedia: form.flag("multimedia"),
      unitCostYuanPerM2: form.number("unitCostYuanPerM2"),
      multimediaCostWanPerRoom: form.number("multimediaCostWanPerRoom"),
    };
  }
  if (before.type === "hire_teachers") {
    const stage = form.text("stage");
    const schoolCode = form.text("schoolCode");
    return {
      ...base,
      target: schoolCode === "" ? { mode: "largest_deficit", stage } : { mode: "school", schoolCode, stage },
      count: form.number("count"),
      fulfilment: form.percent("fulfilment"),
      subject: form.text("subject"),
      aboveRequiredEducation: form.flag("aboveRequiredEducation"),
      backbone: form.flag("backbone"),
      annualCostWan: form.number("annualCostWan"),
    };
  }
  return {
    ...base,
    endYear: form.number("endYear"),
    eligibleShare: form.percent("eligibleShare"),
    rotationShare: form.percent("rotationShare"),
    backboneShare: form.percent("backboneShare"),
    termYears: form.number("termYears"),
    annualCostWanPerTeacher: form.number("annualCostWanPerTeacher"),
  };
};
