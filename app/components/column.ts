import type { ReactNode } from "react";

/** One column of a `DataTable`. The first one is the row head and stays in view. */
export interface Column<Row> {
  readonly key: string;
  readonly header: ReactNode;
  /** Second line of the header: the standard, the unit. */
  readonly sub?: ReactNode;
  /** Full name, where the header is a short label. */
  readonly title?: string | undefined;
  readonly align?: "start" | "end" | "center";
  readonly sortable?: boolean;
  /** CSS width, for instance "72px". */
  readonly width?: string;
  readonly cellClass?: (row: Row) => string | undefined;
  readonly render: (row: Row, index: number) => ReactNode;
}
