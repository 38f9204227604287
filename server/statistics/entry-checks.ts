import { withAcceptances } from "./acceptance";
import { checkDataset } from "./checks";
import type { CellIssue, CountyDataset } from "./contract";
import type { EntryCell, EntryCheck } from "./entry-contract";
import { countyPlace, namedPath } from "./entry-county";
import { countyCode } from "./entry-grid";
import { entryPlace } from "./entry-layout";
import type { Acceptance } from "./import-contract";
import { withInheritance } from "./lineage";
import { checkAgainstYear } from "./year-checks";

/** Figures as they would be stored, and what the checks of an import say of them; places are named by sheet, not by a file's cell. */
export const checkedEntry = (
  dataset: CountyDataset,
  earlier: CountyDataset | null,
): { readonly dataset: CountyDataset; readonly issues: readonly CellIssue[] } => {
  const issues = checkDataset(dataset);
  return earlier === null
    ? { dataset, issues }
    : { dataset: withInheritance(dataset, earlier), issues: [...issues, ...checkAgainstYear(dataset, earlier)] };
};

const countyCellOf = (county: CountyDataset["county"], path: string): EntryCell | null => {
  const named = namedPath(county, path);
  const place = countyPlace(named);
  return place === null ? null : { code: countyCode, path: named, view: place.view, column: place.column.id, part: null };
};

const cellOf = ({ params }: CellIssue, county: CountyDataset["county"]): EntryCell | null => {
  const [code, path] = [String(params["code"] ?? ""), String(params["path"] ?? "")];
  if (code === "") return path === "" ? null : countyCellOf(county, path);
  const place = path === "" ? null : entryPlace(path);
  if (place === null) return null;
  const { column, part } = place;
  const whole = [column.base, column.belongs === "part" ? (part ?? "") : "", column.key].filter((piece) => piece !== "").join(".");
  return { code, path: whole, view: column.sheet, column: column.id, part: column.belongs === "part" ? part : null };
};

/** Checks of the edited figures, errors first; those that the figures before them raised too are not fresh. */
export const entryChecks = (
  { dataset: { county }, issues }: ReturnType<typeof checkedEntry>,
  stood: readonly CellIssue[],
  accepted: readonly Acceptance[],
): readonly EntryCheck[] => {
  const before = new Set(withAcceptances(stood, []).map(({ checkId }) => checkId));
  const checks = withAcceptances(issues, accepted).map((issue) => ({
    ...issue,
    fresh: !before.has(issue.checkId),
    at: cellOf(issue, county),
  }));
  const rank = ({ severity, fresh, accepted: reason }: EntryCheck): number =>
    severity === "error" ? 0 : fresh ? 1 : reason === null ? 2 : 3;
  return checks.sort((a, b) => rank(a) - rank(b));
};
