import { formatCount, formatNumber, formatPercent, tellingDecimals } from "~/components/format";

export type Params = Readonly<Record<string, string | number>>;

/**
 * A figure of a sentence as it is written: shares in percent, money with one decimal, coefficients of variation with three, years plain, the rest short; what is
 * not nothing never reads as 0.
 */
export const writtenFigure = (name: string, value: string | number): string => {
  if (typeof value === "string") return value;
  if (/year/i.test(name) && value > 1900) return String(value);
  if (/share$/i.test(name)) return formatPercent(value, tellingDecimals(value * 100, 1));
  if (name.startsWith("cv")) return formatNumber(value, 3);
  return Number.isInteger(value) && !name.endsWith("Wan") ? formatCount(value) : formatNumber(value, tellingDecimals(value, 1));
};
