import type { FieldIssue } from "@server/kernel/errors";
import type { ScenarioDocument } from "@server/planning/contract";
import type { TFunction } from "i18next";
import { catalogueKey } from "~/i18n/catalogue-key";
import { schoolsOf } from "./lever-figures";

/** The first complaint of a refused document in words: which measure at which school, and what is wrong with it. Null without any. */
export const refusalText = (
  t: TFunction,
  issues: readonly FieldIssue[],
  { levers }: ScenarioDocument,
  schoolName: (code: string) => string,
): string | null => {
  const [issue] = issues;
  if (issue === undefined) return null;
  const lever = levers[Number(/^levers\.(\d+)\./.exec(issue.path)?.[1] ?? -1)];
  const what = lever === undefined ? [] : [t(`planning:lever.${lever.type}`), schoolsOf(lever).map(schoolName).join(" → ")];
  return [...what.filter((part) => part !== ""), t(catalogueKey(issue.message), { ...issue.params })].join(t("workspace:save.of"));
};
