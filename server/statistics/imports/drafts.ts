import type { CellIssue } from "../contract";
import { columnLetters } from "../workbook/layout";

/** A cell of an uploaded file. */
export interface Place {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface Figure {
  readonly value: string | number | boolean | null;
  readonly place: Place;
  /** The item or heading as it stands in the file. */
  readonly label: string;
}

/** What one or several returns say of a school or of the county, by field; a staged field is followed by `@stage`. */
export type Draft = ReadonlyMap<string, Figure>;

type Severity = CellIssue["severity"];
type Params = CellIssue["params"];

/** Most complaints one upload is answered with. */
const maxIssues = 1000;

/** `一校.xlsx 学校填报数据!E11` */
export const placeText = ({ file, sheet, row, column }: Place): string => `${file} ${sheet}!${columnLetters(column)}${row}`;

/** Collects the complaints of an import of official forms; each names its file. */
export class ImportIssues {
  readonly #issues: CellIssue[] = [];
  #errors = 0;

  #add(issue: CellIssue): void {
    if (issue.severity === "error") this.#errors += 1;
    if (this.#issues.length < maxIssues) this.#issues.push(issue);
    else if (this.#issues.length === maxIssues)
      this.#issues.push({ ...issue, row: null, cell: null, message: "checks.moreIssues", params: { max: maxIssues } });
  }

  /** About one cell. */
  at(severity: Severity, key: string, place: Place, label: string, params: Params = {}): void {
    const cell = `${columnLetters(place.column)}${place.row}`;
    const { file, sheet, row } = place;
    this.#add({
      severity,
      file,
      sheet,
      row,
      cell,
      message: `checks.${key}`,
      params: { file, sheet, row, cell, heading: label, ...params },
    });
  }

  /** About a file, or a sheet in it. */
  file(severity: Severity, key: string, file: string, sheet: string, params: Params = {}): void {
    this.#add({ severity, file, sheet, row: null, cell: null, message: `checks.${key}`, params: { file, sheet, ...params } });
  }

  get all(): readonly CellIssue[] {
    const errors = this.#issues.filter(({ severity }) => severity === "error");
    return [...errors, ...this.#issues.filter(({ severity }) => severity !== "error")];
  }

  get hasErrors(): boolean {
    return this.#errors > 0;
  }
}

/** Puts a figure into a draft. Two files may say the same; when they differ, nothing is chosen. */
export const putFigure = (draft: Map<string, Figure>, key: string, figure: Figure, issues: ImportIssues): void => {
  const before = draft.get(key);
  if (before === undefined || (before.value === null && figure.value !== null)) draft.set(key, figure);
  else if (figure.value !== null && figure.value !== before.value) {
    issues.at("error", "figureTwice", figure.place, figure.label, {
      value: String(figure.value),
      other: String(before.value),
      at: placeText(before.place),
    });
  }
};
