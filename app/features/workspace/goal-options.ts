import { type ResourceIndicator, resourceIndicators } from "@server/compliance/contract";
import type { Goal, Lever } from "@server/planning/contract";
import { stages } from "@server/statistics/contract";
import type { TFunction } from "i18next";
import { schoolsOf } from "./lever-figures";
import type { SimulationAnswer } from "./simulation-protocol";

export interface GoalOption {
  readonly value: string;
  readonly label: string;
  readonly goal: Goal;
}

const balance = (stage: (typeof stages)[number], indicator: ResourceIndicator): Goal => ({ kind: "balance", stage, indicator });

/** What a lever may be asked to reach in the year looked at: the county, its own schools, and what fails there without levers. */
export const goalOptions = (
  t: TFunction,
  lever: Lever,
  { baseline, sections, year }: SimulationAnswer,
  schoolName: (code: string) => string,
): readonly GoalOption[] => {
  const before = baseline.find((one) => one.year === year);
  const named = new Set(schoolsOf(lever));
  return [
    ...(["resource", "overall"] as const).map((part) => ({
      value: part,
      label: t(`workspace:goal.county.${part}`),
      goal: { kind: "county" as const, part },
    })),
    ...sections.flatMap(({ id, schoolCode, stage }) =>
      named.has(schoolCode)
        ? [
            {
              value: id,
              label: t("workspace:goal.section", { school: schoolName(schoolCode), stage: t(`rules:stage.${stage}`) }),
              goal: { kind: "section" as const, sectionId: id },
            },
          ]
        : [],
    ),
    ...stages.flatMap((stage) =>
      resourceIndicators.flatMap((indicator) =>
        before?.stages[stage].cvVerdict[indicator] === "not_met"
          ? [
              {
                value: `${stage}.${indicator}`,
                label: t("rules:cv.of", { stage: t(`rules:stage.${stage}`), indicator: t(`rules:indicator.${indicator}.short`) }),
                goal: balance(stage, indicator),
              },
            ]
          : [],
      ),
    ),
    ...Object.entries(before?.items ?? {}).flatMap(([item, verdict]) =>
      verdict === "not_met" ? [{ value: item, label: t(`clauses:${item}.short`), goal: { kind: "item" as const, item } as Goal }] : [],
    ),
  ];
};
