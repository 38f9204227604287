import type { ClauseReference } from "@server/compliance/contract";
import { type ItemExplanation, type ItemId, sentenceFigures } from "@server/compliance/items-contract";
import type { CountyColumns } from "../columns";
import type { Inclusion } from "../inclusion";
import type { Rules } from "../rules-in-force";
import { changeFor } from "./change";
import { contextOf } from "./context";
import { inputsOfItem } from "./item-inputs";
import { judgeItem } from "./judge-items";

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
    formula: { key: `rules:items.${id}.formula`, values: sentenceFigures(result) },
    result,
    schools: [...result.failing, ...result.open],
    inputs: inputsOfItem(context, result),
    change: changeFor(result),
  };
};
