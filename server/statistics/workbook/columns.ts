import type { CodeListKey } from "./code-lists";

/** What a cell of the county workbook may hold. */
export type CellKind =
  | { readonly kind: "text"; readonly max: number }
  | { readonly kind: "code" }
  | { readonly kind: "whole"; readonly min: number; readonly max: number }
  | { readonly kind: "amount"; readonly max: number }
  /** A share of 1; cells shown as percentages and texts such as 15% are understood. */
  | { readonly kind: "share"; readonly max: number }
  | { readonly kind: "choice"; readonly list: CodeListKey }
  /** White, but what may stand there is said by the item of the row. */
  | { readonly kind: "byItem" }
  /** Blue: total of the columns from `from` to `to`; the import ignores it. */
  | { readonly kind: "total"; readonly from: string; readonly to: string }
  /** Blue: name of the school, for the reader's eye; the import ignores it. */
  | { readonly kind: "schoolName" }
  /** Blue: a printed text; the import ignores it. */
  | { readonly kind: "printed" };

export interface ColumnLayout {
  /** Dotted path below the sheet's own path (`primaryByGrade.0`, `fullTime`). */
  readonly key: string;
  readonly heading: string;
  readonly unit: string | null;
  readonly width: number;
  readonly cell: CellKind;
}

export const column = (key: string, heading: string, unit: string | null, width: number, cell: CellKind): ColumnLayout => ({
  key,
  heading,
  unit,
  width,
  cell,
});

export const persons: CellKind = { kind: "whole", min: 0, max: 1_000_000 };
/** Counts of the further facts. */
export const wideCount: CellKind = { kind: "whole", min: 0, max: 10_000_000 };
export const year = (min: number): CellKind => ({ kind: "whole", min, max: 2100 });
export const amount: CellKind = { kind: "amount", max: 1e9 };
export const wideAmount: CellKind = { kind: "amount", max: 1e12 };
export const yesNo: CellKind = { kind: "choice", list: "yesNo" };

export const codeColumn = column("code", "学校标识码", null, 16, { kind: "code" });
export const nameColumn = column("name", "学校名称", null, 26, { kind: "schoolName" });

/** One line of a sheet that lists items: what is asked, in which unit, and where the answer stands in the county's data. */
export interface ItemLayout {
  /** Dotted path in the county (`facts.rotated`). */
  readonly path: string;
  readonly label: string;
  readonly unit: string | null;
  readonly cell: CellKind;
}

/** Whose facts the rows of a sheet are. */
export type RowsOf =
  | { readonly kind: "county" }
  /** One row a school; the columns' keys are below `base` (`""`: the school itself). */
  | { readonly kind: "school"; readonly base: string }
  /** A row for each school and value of `by`, found at `base.<value>`. */
  | { readonly kind: "schoolBy"; readonly base: string; readonly by: "stage" }
  /** Several rows a school, a list at `base`. */
  | { readonly kind: "schoolList"; readonly base: "history" | "lineage" }
  /** One item a row. */
  | { readonly kind: "items"; readonly items: readonly ItemLayout[] }
  /** A row for each value of `by`, found at `base.<value>` of the county. */
  | { readonly kind: "countyBy"; readonly base: "survey"; readonly by: "group" }
  /** Several rows, a list at `base` of the county. */
  | { readonly kind: "countyList"; readonly base: "monitoring" | "growth"; readonly by: "subject" | "fiscalYear" };
