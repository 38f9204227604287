/** One complaint about an upload, by sheet, row and cell. `message` is a catalogue key under `checks.`. */
export interface CellIssue {
  readonly severity: "error" | "warning";
  /** Name of the file, where an upload may hold several. */
  readonly file?: string | undefined;
  readonly sheet: string;
  readonly row: number | null;
  readonly cell: string | null;
  readonly message: string;
  readonly params: Readonly<Record<string, string | number>>;
}
