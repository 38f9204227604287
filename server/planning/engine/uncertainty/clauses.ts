import { resourceIndicators } from "@server/compliance/contract";
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

/** Writes the verdict codes of the clauses of a year: that of clause `position` at `first + position * stride`. */
export const writeClauses = (
  { stages: judged, items }: Pick<JudgedYear, "stages" | "items">,
  codes: Uint8Array,
  first: number,
  stride: number,
): void => {
  for (let index = 0; index < stages.length; index += 1) {
    const stage = judged[stages[index] ?? "primary"];
    const { sectionVerdicts, balances } = stage;
    const misses = missesOf(stage);
    const ofSections = first + index * perStage * stride;
    const ofBalance = ofSections + stages.length * perStage * stride;
    for (let position = 0; position < perStage; position += 1) {
      codes[ofSections + position * stride] = sectionsClause(sectionVerdicts.length, misses, position);
      codes[ofBalance + position * stride] = balances[position]?.verdict ?? verdictCode.notEvaluable;
    }
  }
  const ofItems = first + resourceClauses.length * stride;
  for (let index = 0; index < items.length; index += 1) codes[ofItems + index * stride] = items[index] as number;
};
