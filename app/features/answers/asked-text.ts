import { type PlanRequest, planKinds } from "@server/planning/contract";
import type { TFunction } from "i18next";
import { formatCount, formatMoneyWan, formatNumber, formatPercent } from "~/components/format";

/** What the plan had to keep to, in words; a limit that was not set is not named. */
export const askedText = (
  t: TFunction,
  { targetYear, lasting, clauses, land, kinds, figures, mergers, milestones = [], ...limits }: PlanRequest,
): string => {
  const { annualBudgetWan, totalBudgetWan, hiresPerYear, rotationShare } = limits;
  const owned = planKinds.filter((kind) => figures[kind] !== undefined);
  const said = (key: string, value: number | null, params: Readonly<Record<string, string>>) =>
    value === null ? [] : [t(`answers:plan.asked.${key}`, params)];
  return [
    t("answers:plan.asked.target", { year: targetYear }),
    ...(clauses.length === 0
      ? []
      : [
          t("answers:plan.asked.clauses", {
            clauses: clauses.map((clause) => `${clause} ${t(`clauses:${clause}.name`)}`).join(t("answers:plan.asked.and")),
          }),
        ]),
    ...(lasting ? [t("answers:plan.asked.lasting")] : []),
    ...milestones.map(({ year, share }) => t("answers:plan.asked.milestone", { year, share: formatPercent(share, 0) })),
    ...said("annualBudgetWan", annualBudgetWan, { wan: formatMoneyWan(annualBudgetWan) }),
    ...said("totalBudgetWan", totalBudgetWan, { wan: formatMoneyWan(totalBudgetWan) }),
    ...said("countyM2", land.countyM2, { m2: formatNumber(land.countyM2, 0) }),
    ...said("perSchoolM2", land.perSchoolM2, { m2: formatNumber(land.perSchoolM2, 0) }),
    ...(land.bySchool.length === 0 ? [] : [t("answers:plan.asked.bySchool", { count: land.bySchool.length })]),
    ...said("hiresPerYear", hiresPerYear, { count: formatCount(hiresPerYear) }),
    ...said("rotationShare", rotationShare, { share: formatPercent(rotationShare) }),
    ...(kinds.length === planKinds.length
      ? []
      : [
          t("answers:plan.asked.kinds", {
            kinds: kinds.map((kind) => t(`planning:lever.${kind}`)).join(t("answers:plan.asked.and")),
          }),
        ]),
    ...(owned.length === 0
      ? []
      : [t("answers:plan.asked.figures", { kinds: owned.map((kind) => t(`planning:lever.${kind}`)).join(t("answers:plan.asked.and")) })]),
    ...(mergers.length === 0 ? [] : [t("answers:plan.asked.mergers", { count: mergers.length })]),
  ].join(t("answers:plan.asked.join"));
};
