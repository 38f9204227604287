import { figureKind } from "@server/compliance/items-contract";
import { formatCount, formatExact, formatMoneyWan, formatPercent, missing } from "~/components/format";

const levels = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ"];

/** A figure of an official sentence (表Ⅳ, Ⅴ, Ⅵ) as its name says that it is written. */
export const formatFigure = (name: string, value: number | null): string => {
  if (value === null) return missing;
  if (name === "share") return formatPercent(value);
  if (name.endsWith("Wan")) return formatMoneyWan(value);
  const kind = figureKind(name);
  if (kind === "share") return formatPercent(value);
  if (kind === "rate") return formatExact(value);
  if (kind === "level" || name === "level") return levels[value - 1] ?? missing;
  return name === "differenceRate" ? formatExact(value) : formatCount(value);
};

/** Numbers of a sentence by blank: the figures under their names, the limits under `…Limit`. */
export const sentenceValues = (
  figures: Readonly<Record<string, number | null>>,
  limits: Readonly<Record<string, number>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries([
    ...Object.entries(figures).map(([name, value]) => [name, formatFigure(name, value)] as const),
    ...Object.entries(limits).map(([name, value]) => [`${name}Limit`, formatFigure(name, value)] as const),
  ]);
