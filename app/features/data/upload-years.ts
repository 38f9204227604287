import type { DatasetHead } from "@server/statistics/contract";

/** Statistics years offered for templates and official forms, newest first; `year` is the one proposed. */
export const uploadYears = (
  newest: Pick<DatasetHead, "statisticsYear"> | null,
): { readonly year: number; readonly years: readonly number[] } => {
  const thisYear = new Date().getFullYear();
  const year = newest?.statisticsYear ?? thisYear;
  return { year, years: [...new Set([thisYear, thisYear - 1, thisYear - 2, year + 1, year])].sort((a, b) => b - a) };
};
