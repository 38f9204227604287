import type { ResourceIndicator } from "@server/compliance/contract";
import type { LeverType } from "@server/planning/contract";
import type { Limits } from "~/features/planning/result-view";
import type { SectionOutcome } from "./simulation-protocol";

/** Pupils that an indicator counts by: 每百名学生, or a pupil. */
const perPupils: Readonly<Record<ResourceIndicator, number>> = { R1: 100, R2: 100, R3: 100, R4: 1, R5: 1, R6: 1, R7: 100 };
/** R6 is in yuan, what is bought in 万元. */
const inUnit: Readonly<Record<ResourceIndicator, number>> = { R1: 1, R2: 1, R3: 1, R4: 1, R5: 1, R6: 10_000, R7: 1 };

/** What there is of an indicator's resource at a section, from its value and pupils; in 万元 for R6. */
export const resourceOf = ({ values, pupils }: Pick<SectionOutcome, "values" | "pupils">, indicator: ResourceIndicator): number | null => {
  const value = values[indicator];
  return value === null || pupils === null ? null : (value * pupils) / perPupils[indicator] / inUnit[indicator];
};

export interface Shortfall {
  readonly section: SectionOutcome;
  /** Teachers, m², 万元 or rooms that lift the section to the standard. */
  readonly amount: number;
}

/** Sections below the standard in an indicator, the largest shortfall first. Sections that cannot be judged are not among them. */
export const shortfalls = (sections: readonly SectionOutcome[], indicator: ResourceIndicator, limits: Limits): readonly Shortfall[] =>
  sections
    .flatMap((section) => {
      const standard = limits[section.stage][indicator].standard;
      const value = section.values[indicator];
      if (standard === null || value === null || section.pupils === null || value >= standard) return [];
      const amount = ((standard - value) * section.pupils) / perPupils[indicator] / inUnit[indicator];
      return [{ section, amount }];
    })
    .sort((a, b) => b.amount - a.amount);

/** The lever that supplies an indicator's resource to one school. */
export const leverFor: Readonly<
  Record<ResourceIndicator, { readonly type: LeverType; readonly fields: Readonly<Record<string, unknown>> }>
> = {
  R1: { type: "hire_teachers", fields: { aboveRequiredEducation: true, subject: "general" } },
  R2: { type: "train_backbone", fields: {} },
  R3: { type: "hire_teachers", fields: { subject: "physical_education" } },
  R4: { type: "build_classrooms", fields: {} },
  R5: { type: "build_sports", fields: { kind: "field" } },
  R6: { type: "buy_equipment", fields: {} },
  R7: { type: "equip_multimedia", fields: {} },
};
