import { basicSubjectSchema } from "@server/compliance/basic-contract";
import { explainBasic } from "@server/compliance/engine/basic/index";
import { columnsOfDataset } from "@server/compliance/engine/index";
import { stageSchema } from "@server/statistics/contract";
import { readDatasetFile } from "../dataset-file";
import { complaint, done, type Outcome, unusable } from "../outcome";
import { basicRulesOf, type ExplainOptions } from "../rules";

/** `explain FILE --ruleset basic-2012 --balance primary:composite`: why a coefficient of basic balance is what it is, as JSON. */
export const explainBasicFile = async (file: string, options: ExplainOptions): Promise<Outcome> => {
  const alien = (["section", "item"] as const).filter((option) => options[option] !== undefined);
  if (alien.length > 0) return unusable(alien.map((option) => complaint(`--${option}`, "commands.noBasicOption")));
  const [place, wanted] = (options.balance ?? "").split(":");
  const stage = stageSchema.safeParse(place);
  const indicator = basicSubjectSchema.safeParse(wanted);
  if (!stage.success || !indicator.success) {
    return unusable([complaint("--balance", "commands.basicBalanceForm")]);
  }
  const rules = await basicRulesOf(options);
  if (!rules.ok) return unusable(rules.error);
  const read = await readDatasetFile(file);
  if (!read.ok) return unusable(read.error);
  const query = { stage: stage.data, indicator: indicator.data };
  const explanation = explainBasic(columnsOfDataset(read.value.dataset), rules.value, query, options.date);
  if (explanation === null) return unusable([complaint("--balance", "commands.noIndicator")]);
  return done(`${JSON.stringify(explanation, null, 2)}\n`, read.value.warnings);
};
