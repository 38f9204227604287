import { type ExplainQuery, resourceIndicatorSchema } from "@server/compliance/contract";
import { columnsOfDataset, explainItem, explainStatement, explain as explainVerdict } from "@server/compliance/engine/index";
import { itemIdSchema } from "@server/compliance/items-contract";
import { basic2012 } from "@server/compliance/rulesets/basic-2012";
import { stageSchema } from "@server/statistics/contract";
import { readDatasetFile } from "../dataset-file";
import { type Complaint, complaint, done, type Outcome, unusable } from "../outcome";
import { type ExplainOptions, rulesOf } from "../rules";
import { explainBasicFile } from "./explain-basic";

const resourceQuery = ({ section, indicator, balance }: ExplainOptions): ExplainQuery | Complaint => {
  const [place, wanted] = section === undefined ? (balance ?? "").split(":") : [section.slice(section.lastIndexOf(":") + 1), indicator];
  const stage = stageSchema.safeParse(place);
  const id = resourceIndicatorSchema.safeParse(wanted);
  if (!stage.success || !id.success) {
    return section === undefined ? complaint("--balance", "commands.balanceForm") : complaint("--section", "commands.sectionForm");
  }
  return { kind: section === undefined ? "balance" : "section", stage: stage.data, indicator: id.data, sectionId: section ?? null };
};

/** `explain FILE`: why a section, a CV or an item is judged as it is, as JSON. */
export const explain = async (file: string, options: ExplainOptions): Promise<Outcome> => {
  if (options.ruleset === basic2012.id) return explainBasicFile(file, options);
  const asked = [options.section, options.balance, options.item].filter((one) => one !== undefined);
  if (asked.length !== 1) return unusable([complaint("", "commands.oneOf")]);
  const rules = await rulesOf(options);
  if (!rules.ok) return unusable(rules.error);
  const item = itemIdSchema.safeParse(options.item);
  const query = options.item === undefined ? resourceQuery(options) : null;
  if (query !== null && "severity" in query) return unusable([query]);
  const read = await readDatasetFile(file);
  if (!read.ok) return unusable(read.error);
  const columns = columnsOfDataset(read.value.dataset);
  const { date } = options;
  if (options.item !== undefined) {
    const found = item.success
      ? explainItem(columns, rules.value, item.data, { date })
      : explainStatement(columns, rules.value, options.item, { date });
    if (found === null) return unusable([complaint("--item", "commands.noItem", { given: options.item })]);
    return done(`${JSON.stringify(found, null, 2)}\n`, read.value.warnings);
  }
  const explanation = query === null ? null : explainVerdict(columns, rules.value, query, { date });
  if (explanation === null) return unusable([complaint("--section", "commands.noSection", { given: options.section ?? "" })]);
  return done(`${JSON.stringify(explanation, null, 2)}\n`, read.value.warnings);
};
