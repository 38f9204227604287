import type { AppError } from "@server/kernel/errors";
import type { CellIssue, CountyDataset, School } from "../contract";
import type { ImportedFile } from "../import-contract";
import type { ParsedWorkbook } from "../workbook/read";

/** What an upload says, and what its files were taken for. */
export interface ParsedImport extends ParsedWorkbook {
  readonly files: readonly ImportedFile[];
}

/** Complaints by file and cell; an `AppError` when the upload as such is refused. */
export type ImportRefusal = readonly CellIssue[] | AppError;

/** What the county has stored already, as far as official forms need it. */
export interface ImportContext {
  readonly county: { readonly code: string; readonly name: string };
  /** Year chosen with the upload: the school returns do not state theirs. */
  readonly statisticsYear: number;
  /** Newest dataset of that year; its facts that the forms do not ask stay. */
  readonly sameYear: CountyDataset | null;
  /** Newest dataset of any year: says of a school what no form asks (township, owner, 城乡类型). */
  readonly newest: CountyDataset | null;
}

/** Schools known to the county by code; the data of the year itself go first. */
export const knownSchools = ({ sameYear, newest }: ImportContext): ReadonlyMap<string, School> =>
  new Map([...(newest?.schools ?? []), ...(sameYear?.schools ?? [])].map((school) => [school.code, school]));
