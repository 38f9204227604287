import type { Verdict } from "@server/compliance/contract";
import type { CountyComparisonRow, Strip } from "@server/province/contract";
import type { Figures } from "~/components/chart-geometry";
import type { Order } from "./compare-rows";
import type { Depth } from "./heat";

/** What stands in a cell of the comparison, on the page and in its picture alike. */
export type Drawn =
  | { readonly kind: "text"; readonly text: string }
  /** The county, with where its name leads; null while nothing of it is published. */
  | { readonly kind: "county"; readonly text: string; readonly to: string | null }
  | { readonly kind: "city"; readonly text: string }
  | { readonly kind: "verdict"; readonly verdict: Verdict; readonly text: string }
  /** How far off: nothing to mend, three depths, not evaluable (`none`), nothing published (`blank`). */
  | {
      readonly kind: "heat";
      readonly depth: Depth | "none" | "blank";
      readonly text: string;
      readonly title: string;
      readonly to: string | null;
    }
  | {
      readonly kind: "figure";
      /** Null for a figure that nothing is held against. */
      readonly verdict: Verdict | null;
      readonly text: string;
      readonly title: string;
      readonly to: string | null;
    }
  | { readonly kind: "bar"; readonly met: number; readonly failing: number; readonly unknown: number; readonly text: string }
  | { readonly kind: "spark"; readonly values: Figures; readonly failing: boolean; readonly text: string }
  | { readonly kind: "strip"; readonly strip: Strip; readonly top: number; readonly text: string };

export type FileCell = string | number | null;

/** One column of the comparison: how it is named, drawn, sorted, summed up and written into a file. */
export interface CompareColumn {
  readonly key: string;
  /** In full, for files and on hover. */
  readonly head: string;
  /** What stands in the head of the table. */
  readonly label: string;
  /** Stage above the label of a figure. */
  readonly stage?: string;
  /** px */
  readonly width: number;
  readonly align: "start" | "end" | "center";
  /** Null: cannot be sorted by. */
  readonly order: Order;
  readonly draw: (row: CountyComparisonRow) => Drawn;
  /** Columns of a file: one, or one a year for a line over years. */
  readonly file: readonly { readonly head: string; readonly value: (row: CountyComparisonRow) => FileCell }[];
  /** Figures of the summary rows by their key, over the published counties that it is given. */
  readonly totals?: (published: readonly CountyComparisonRow[]) => Readonly<Record<string, number | null>>;
}

/** A row beneath the table. */
export interface Summary {
  readonly key: string;
  readonly label: string;
  readonly format: (value: number | null) => string;
}

/** Schools of the counties shown in one indicator, by county id. */
export type StripsByCounty = Readonly<Record<string, Strip>>;

/** A view of the comparison as a table. */
export interface CompareSheet {
  readonly caption: string;
  readonly columns: readonly CompareColumn[];
  readonly summaries: readonly Summary[];
}
