import { resourceIndicators, type Verdict } from "@server/compliance/contract";
import { type StageJudgement, stateCode, verdictCode } from "@server/compliance/engine/index";
import { itemIds } from "@server/compliance/items-contract";
import { stages } from "@server/statistics/contract";
import type { Clause } from "../../contract";
import type { LeanYear } from "../lean-year";

const each = (kind: "sections" | "balance"): readonly Clause[] =>
  stages.flatMap((stage) => resourceIndicators.map((indicator) => ({ kind, stage, indicator })));

/** Clauses of the resource part, which is met exactly when all of these are. */
export const resourceClauses: readonly Clause[] = [...each("sections"), ...each("balance")];

/** All clauses, those of the resource part first. */
export const clauses: readonly Clause[] = [...resourceClauses, ...itemIds.map((item): Clause => ({ kind: "item", item }))];

const perStage = resourceIndicators.length;

/** A section that fails fails by every indicator that it has below the standard; one that cannot be judged leaves open those that it lacks. */
const sectionsClause = ({ sectionVerdicts, indicators }: StageJudgement, position: number): number => {
  const state = indicators[position]?.state;
  if (state === undefined || sectionVerdicts.length === 0) return verdictCode.notEvaluable;
  let open = false;
  for (let section = 0; section < sectionVerdicts.length; section += 1) {
    const verdict = sectionVerdicts[section];
    if (verdict === verdictCode.notMet) {
      if (state[section] === stateCode.remainder || state[section] === stateCode.below) return verdictCode.notMet;
    } else if (verdict === verdictCode.notEvaluable && state[section] === stateCode.notEvaluable) open = true;
  }
  return open ? verdictCode.notEvaluable : verdictCode.met;
};

const codeOf = (verdict: Verdict): number =>
  verdict === "met" ? verdictCode.met : verdict === "not_met" ? verdictCode.notMet : verdictCode.notEvaluable;

/** Verdict codes of the clauses of a year, handed to `write` by position. */
export const judgeClauses = ({ stages: judged, items }: LeanYear, write: (position: number, code: number) => void): void => {
  stages.forEach((stage, index) => {
    for (let position = 0; position < perStage; position += 1) {
      write(index * perStage + position, sectionsClause(judged[stage], position));
      const balance = judged[stage].balances[position]?.verdict ?? verdictCode.notEvaluable;
      write((stages.length + index) * perStage + position, balance);
    }
  });
  itemIds.forEach((item, index) => {
    write(resourceClauses.length + index, codeOf(items[item]));
  });
};
