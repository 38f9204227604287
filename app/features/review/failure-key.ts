import type { Failure } from "@server/review/findings-contract";
import { z } from "zod";

const keySchema = z.tuple([z.string(), z.string(), z.string()]);

/** A failing verdict as one value of a form. */
export const failureKey = ({ item, school }: Pick<Failure, "item" | "school">): string =>
  JSON.stringify([item, school?.code ?? "", school?.name ?? ""]);

/** What a form's value names; null for anything else. */
export const failureOf = (key: string): { readonly item: string; readonly schoolCode: string; readonly schoolName: string } | null => {
  if (!key.startsWith("[")) return null;
  const parsed = keySchema.safeParse(JSON.parse(key));
  return parsed.success ? { item: parsed.data[0], schoolCode: parsed.data[1], schoolName: parsed.data[2] } : null;
};
