import type { EntryColumn, readEntry } from "@server/statistics/entry-contract";
import { useTranslation } from "react-i18next";

type Fault = Extract<ReturnType<typeof readEntry>, { readonly ok: false }>;

/** What is wrong with the text in the cell, in the words of the checks, which come with the first fault. */
export const CellFault = ({ fault, column, school }: { readonly fault: Fault; readonly column: EntryColumn; readonly school: string }) => {
  const { t } = useTranslation();
  return t(`checks:${fault.problem}`, { sheet: column.sheetName, cell: school, heading: column.heading, ...fault.params });
};
