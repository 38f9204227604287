import { formatCount, formatMoneyWan, formatNumber, formatPercent } from "~/components/format";

export type Params = Readonly<Record<string, string | number>>;

/** A figure of a sentence as it is written: shares in percent, money with one decimal, coefficients of variation with three, years plain, the rest short. */
export const writtenFigure = (name: string, value: string | number): string => {
  if (typeof value === "string") return value;
  if (/year/i.test(name) && value > 1900) return String(value);
  if (/share$/i.test(name)) return formatPercent(value);
  if (name.endsWith("Wan")) return formatMoneyWan(value);
  if (name.startsWith("cv")) return formatNumber(value, 3);
  return Number.isInteger(value) ? formatCount(value) : formatNumber(value, 1);
};
