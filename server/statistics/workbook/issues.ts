import type { CellIssue } from "../contract";
import { type ColumnLayout, columnLetters, headingText } from "./layout";

/** Most complaints that one upload is answered with; more help nobody. */
const maxIssues = 500;

type Params = CellIssue["params"];
type Severity = CellIssue["severity"];

/** Collects complaints. Sheet, row and cell are also params, so that a sentence can name them. */
export interface IssueList {
  /** Errors before warnings, sheets and columns before rows and cells, each as found. */
  readonly all: () => readonly CellIssue[];
  readonly hasErrors: () => boolean;
  readonly file: (severity: Severity, key: string, sheet: string, params?: Params) => void;
  readonly row: (severity: Severity, key: string, sheet: string, row: number, params?: Params) => void;
  readonly cell: (
    key: string,
    sheet: string,
    row: number,
    column: { readonly number: number; readonly layout: ColumnLayout },
    params?: Params,
  ) => void;
}

/** True for what blocks an import. */
export const isError = ({ severity }: CellIssue): boolean => severity === "error";

/** Takes complaints up to the limit, then one that says so. */
const capped = (): { readonly issues: readonly CellIssue[]; readonly add: (issue: CellIssue) => void } => {
  const issues: CellIssue[] = [];
  const add = (issue: CellIssue): void => {
    if (issues.length < maxIssues) issues.push(issue);
    else if (issues.length === maxIssues)
      issues.push({ ...issue, row: null, cell: null, message: "checks.moreIssues", params: { max: maxIssues } });
  };
  return { issues, add };
};

export const issueList = (): IssueList => {
  const ofSheets = capped();
  const ofCells = capped();
  let errors = 0;
  const file = (severity: Severity, key: string, sheet: string, row: number | null, cell: string | null, params: Params): void => {
    if (severity === "error") errors += 1;
    const list = row === null ? ofSheets : ofCells;
    list.add({
      severity,
      sheet,
      row,
      cell,
      message: `checks.${key}`,
      params: { sheet, ...(row === null ? {} : { row }), ...(cell === null ? {} : { cell }), ...params },
    });
  };
  return {
    all: () => {
      const found = [...ofSheets.issues, ...ofCells.issues];
      return [...found.filter(isError), ...found.filter((issue) => !isError(issue))];
    },
    hasErrors: () => errors > 0,
    file: (severity, key, sheet, params = {}) => file(severity, key, sheet, null, null, params),
    row: (severity, key, sheet, row, params = {}) => file(severity, key, sheet, row, null, params),
    cell: (key, sheet, row, { number, layout }, params = {}) =>
      file("error", key, sheet, row, `${columnLetters(number)}${row}`, { heading: headingText(layout), ...params }),
  };
};
