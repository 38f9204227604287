import { cellAddress, countyCellAddress, countySourceKey, type StoredDataset } from "@server/statistics";
import type { SourcedExplanation } from "./contract";

/** Cells and file that figures came from; those that stand in no workbook have no cell. */
export const sourceOf = (
  { head, sources }: StoredDataset,
  inputs: readonly { readonly schoolCode: string | null; readonly path: string }[],
): Pick<SourcedExplanation, "cells" | "source"> => {
  const cells: Record<string, string> = {};
  for (const { schoolCode, path } of inputs) {
    const source = sources[schoolCode ?? countySourceKey];
    const address = source === undefined ? null : schoolCode === null ? countyCellAddress(source, path) : cellAddress(source, path);
    if (address !== null) cells[`${schoolCode ?? ""}:${path}`] = address;
  }
  const { sourceFileName, importedBy, importedAt } = head;
  return { cells, source: { fileName: sourceFileName, importedBy, importedAt } };
};
