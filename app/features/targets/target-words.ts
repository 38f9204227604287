import { resourceIndicators } from "@server/compliance/contract";
import type { RowFacts, Target, TargetRow, TargetTable } from "@server/planning/targets-contract";
import type { TFunction } from "i18next";
import { formatPercent, formatValue } from "~/components/format";

export const isResource = (row: TargetRow): boolean => resourceIndicators.some((one) => one === row);

/** Kinds of targets that the form offers; `promised` follows the projection. */
export const targetKinds = ["promised", "met", "share", "value", "step_down", "text"] as const;

/** 资源配置, 政府保障程度, 教育质量, 社会认可度. */
export const partOf = (row: TargetRow): "resource" | "assurance" | "quality" | "recognition" =>
  isResource(row) ? "resource" : row.startsWith("G") ? "assurance" : row.startsWith("Q") ? "quality" : "recognition";

/** Official name of a row. */
export const rowName = (t: TFunction, row: TargetRow): string =>
  isResource(row) ? t(`rules:indicator.${row}.name`) : t(`clauses:${row}.name`);

/** 小学 ≥ 4.20，初中 ≥ 5.30 of the seven resource indicators; the others carry their standard in their name. */
export const standardText = (t: TFunction, { standards }: Pick<TargetTable, "standards">, row: TargetRow): string => {
  const standard = standards[row];
  return standard === undefined
    ? ""
    : t("targets:standard", { primary: formatValue(standard.primary), junior: formatValue(standard.junior) });
};

const figure = (row: TargetRow, value: number | null): string => (isResource(row) ? formatValue(value) : formatPercent(value));

/** A target as it stands in the official table. */
export const targetText = (t: TFunction, row: TargetRow, target: Target): string => {
  if (target.kind === "met") return t("targets:target.met");
  if (target.kind === "text") return target.text;
  if (target.kind === "step_down") return t("targets:target.step_down", { from: target.most + 1 });
  const stage = target.stage === null ? "" : t(`rules:stage.${target.stage}`);
  return target.kind === "share"
    ? t("targets:target.share", { stage, share: formatPercent(target.share) })
    : t("targets:target.value", { stage, value: figure(row, target.value) });
};

/** What was reached, in the terms of the target that it is held against. */
export const actualText = (t: TFunction, row: TargetRow, facts: RowFacts, target: Target | null): string => {
  if (target?.kind === "step_down" && facts.largestClass !== null) return t("targets:actual.largest", { pupils: facts.largestClass });
  if (target?.kind === "value") {
    if (facts.value.all !== null) return figure(row, facts.value.all);
    if (target.stage !== null) return figure(row, facts.value[target.stage]);
    return t("targets:actual.both", { primary: figure(row, facts.value.primary), junior: figure(row, facts.value.junior) });
  }
  const share = facts.share[target?.kind === "share" ? (target.stage ?? "all") : "all"];
  if (facts.verdict === "met") return t("targets:target.met");
  return share === null ? t(`common:verdict.${facts.verdict}`) : t("targets:actual.share", { share: formatPercent(share) });
};
