import type { ClauseReference } from "@server/compliance/contract";
import { type ItemExplanation, type ItemId, type StatementExplanation, sentenceFigures } from "@server/compliance/items-contract";
import { orNull } from "../cells";
import type { CountyColumns } from "../columns";
import type { Inclusion } from "../inclusion";
import type { Rules } from "../rules-in-force";
import { changeFor } from "./change";
import { contextOf, fact } from "./context";
import { judgeEligibility } from "./eligibility";
import { inputsOfItem } from "./item-inputs";
import { judgeItem } from "./judge-items";
import { judgeVetoes } from "./vetoes";

/** Why an item is met, not met or open: clause → formula and numbers → schools, worst first → imported figures → cheapest change. */
export const explainItem = (
  columns: CountyColumns,
  inclusion: Inclusion,
  rules: Rules,
  id: ItemId,
  clause: ClauseReference,
): ItemExplanation => {
  const context = contextOf(columns, inclusion, rules);
  const result = judgeItem(context, id);
  return {
    clause,
    formula: { key: `clauses:${id}.formula`, values: sentenceFigures(result) },
    result,
    schools: [...result.failing, ...result.open],
    inputs: inputsOfItem(context, result),
    change: changeFor(result),
  };
};

/** The clause of a veto or of eligibility (`E`), what is stated of it, and where. Null for one that the rules do not have. */
export const explainStatement = (
  columns: CountyColumns,
  inclusion: Inclusion,
  rules: Rules,
  id: string,
  clauses: Readonly<Record<"vetoes" | "eligibility", ClauseReference>>,
): StatementExplanation | null => {
  const context = contextOf(columns, inclusion, rules);
  const input = (path: string, value: number | boolean | null) => ({ schoolCode: null, schoolName: null, path, value });
  if (id === "E") {
    const result = judgeEligibility(context);
    const inputs = [
      input("facts.basicRecognitionYear", orNull(fact(context, "basicRecognitionYear"))),
      input("declarations.E.monitoring", result.monitoring),
      input("declarations.E.problemsSolved", result.problemsSolved),
    ];
    return { clause: clauses.eligibility, result, inputs };
  }
  const result = judgeVetoes(context).find((veto) => veto.id === id);
  if (result === undefined) return null;
  return {
    clause: clauses.vetoes,
    result,
    inputs: [input(`vetoes.${id}`, result.state === "undeclared" ? null : result.state === "occurred")],
  };
};
