import { resourceIndicators, type Verdict } from "@server/compliance/contract";
import { type JudgedYear, type Misses, missesOf, verdictCode } from "@server/compliance/engine/index";
import { itemIds } from "@server/compliance/items-contract";
import { stages } from "@server/statistics/contract";
import type { Clause } from "../../contract";

const each = (kind: "sections" | "balance"): readonly Clause[] =>
  stages.flatMap((stage) => resourceIndicators.map((indicator) => ({ kind, stage, indicator })));

/** Clauses of the resource part, which is met exactly when all of these are. */
export const resourceClauses: readonly Clause[] = [...each("sections"), ...each("balance")];

/** All clauses, those of the resource part first. */
export const clauses: readonly Clause[] = [...resourceClauses, ...itemIds.map((item): Clause => ({ kind: "item", item }))];

const perStage = resourceIndicators.length;

/** A section that fails fails by every indicator that it has below the standard; one that cannot be judged leaves open those that it lacks. */
const sectionsClause = (sections: number, { failing, open }: Misses, position: number): number => {
  const bit = 1 << position;
  if (sections === 0) return verdictCode.notEvaluable;
  return (failing & bit) !== 0 ? verdictCode.notMet : (open & bit) !== 0 ? verdictCode.notEvaluable : verdictCode.met;
};

const codeOf = (verdict: Verdict): number =>
  verdict === "met" ? verdictCode.met : verdict === "not_met" ? verdictCode.notMet : verdictCode.notEvaluable;

/** Verdict codes of the clauses of a year, handed to `write` by position. */
export const judgeClauses = (
  { stages: judged, items }: Pick<JudgedYear, "stages" | "items">,
  write: (position: number, code: number) => void,
): void => {
  stages.forEach((stage, index) => {
    const { sectionVerdicts, balances } = judged[stage];
    const misses = missesOf(judged[stage]);
    for (let position = 0; position < perStage; position += 1) {
      write(index * perStage + position, sectionsClause(sectionVerdicts.length, misses, position));
      write((stages.length + index) * perStage + position, balances[position]?.verdict ?? verdictCode.notEvaluable);
    }
  });
  itemIds.forEach((item, index) => {
    write(resourceClauses.length + index, codeOf(items[item]));
  });
};
