import type { CellIssue } from "../contract";
import { type ColumnLayout, columnLetters, headingText } from "./layout";

/** Most complaints that one upload is answered with; more help nobody. */
const maxIssues = 500;

type Params = CellIssue["params"];

/** Collects complaints. Sheet, row and cell are also params, so that a sentence can name them. */
export interface IssueList {
  readonly issues: readonly CellIssue[];
  readonly hasErrors: () => boolean;
  readonly file: (severity: CellIssue["severity"], key: string, sheet: string, params?: Params) => void;
  readonly row: (severity: CellIssue["severity"], key: string, sheet: string, row: number, params?: Params) => void;
  readonly cell: (
    key: string,
    sheet: string,
    row: number,
    column: { readonly number: number; readonly layout: ColumnLayout },
    params?: Params,
  ) => void;
}

export const issueList = (): IssueList => {
  const issues: CellIssue[] = [];
  let errors = 0;
  const add = (issue: CellIssue): void => {
    if (issue.severity === "error") errors += 1;
    if (issues.length < maxIssues) issues.push(issue);
    else if (issues.length === maxIssues) {
      issues.push({
        severity: issue.severity,
        sheet: issue.sheet,
        row: null,
        cell: null,
        message: "checks.moreIssues",
        params: { max: maxIssues },
      });
    }
  };
  return {
    issues,
    hasErrors: () => errors > 0,
    file: (severity, key, sheet, params = {}) =>
      add({ severity, sheet, row: null, cell: null, message: `checks.${key}`, params: { sheet, ...params } }),
    row: (severity, key, sheet, row, params = {}) =>
      add({ severity, sheet, row, cell: null, message: `checks.${key}`, params: { sheet, row, ...params } }),
    cell: (key, sheet, row, { number, layout }, params = {}) => {
      const cell = `${columnLetters(number)}${row}`;
      add({
        severity: "error",
        sheet,
        row,
        cell,
        message: `checks.${key}`,
        params: { sheet, row, cell, heading: headingText(layout), ...params },
      });
    },
  };
};
