import { resourceIndicators } from "@server/compliance/contract";
import { itemIds } from "@server/compliance/items-contract";
import type { TFunction } from "i18next";

/** An indicator, an item or a veto in words: R4, R4-cv, primary-R4-cv, primary-sections, G6, V1. What nobody knows is shown as written. */
export const itemText = (t: TFunction, item: string): string => {
  const [head = "", ...rest] = item.split("-");
  if (head === "primary" || head === "junior") return `${t(`rules:stage.${head}`)} · ${itemText(t, rest.join("-"))}`;
  if (item === "other") return t("review:item.other");
  if (head === "sections") return t("review:item.sections");
  const indicator = resourceIndicators.find((id) => id === head);
  if (indicator !== undefined) {
    const name = t(`rules:indicator.${indicator}.name`);
    return rest[0] === "cv" ? t("review:item.cv", { name }) : name;
  }
  const id = itemIds.find((one) => one === item);
  return id === undefined ? item : `${id} ${t(`clauses:${id}.name`)}`;
};
