import { countyCode } from "@server/statistics/entry-contract";

/** Sheets of the county's return by the first part of a path. */
const sheets: Readonly<Record<string, string>> = {
  facts: "countyFacts",
  basicScore: "countyFacts",
  births: "births",
  monitoring: "monitoring",
  survey: "survey",
  growth: "growth",
  reported: "reported",
};

/** Address of the cell of the grid that holds a figure of the county; null for what is not filled in there. */
export const countyCellLink = (path: string): string | null => {
  const view = sheets[path.split(".")[0] ?? ""];
  return view === undefined ? null : `/data/entry?${new URLSearchParams({ view, school: countyCode, path })}`;
};
