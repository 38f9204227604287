import type { TFunction } from "i18next";

/** Rule sets that everybody has. A set that a province has made is known by its id. */
const known = ["quality-2017", "quality-2019", "basic-2012"] as const;

/** A rule set as an official calls it. */
export const ruleSetName = (t: TFunction, id: string): string => {
  const named = known.find((one) => one === id);
  return named === undefined ? id : t(`compliance:ruleset.${named}`);
};
