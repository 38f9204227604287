import { z } from "zod";
import { endYear, leverBase, moneyWan } from "../schema-parts";
import { declaredItems } from "./form";

/** 申明: in which years the county declares an item of evidence as fulfilled, or that no veto occurred. */
export const schema = z.strictObject({
  ...leverBase,
  type: z.literal("declare"),
  item: z.enum(declaredItems).describe("one statement, all of them, or that no veto occurred"),
  endYear,
  annualCostWan: moneyWan,
});

/** Keys of its plain sentences, under `planning.levers.`. */
export const sentenceKeys = ["declare.plain"] as const;
