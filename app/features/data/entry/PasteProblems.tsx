import type { EntryColumn } from "@server/statistics/entry-contract";
import { useTranslation } from "react-i18next";
import { Dialog } from "~/components/Dialog";
import { columnLabel, rowLabel } from "./column-label";
import type { GridRow, PasteProblem } from "./grid-model";

/** Most problems named; more help nobody. */
const named = 20;

/** Why nothing of a pasted range was taken: each problem by its cell. */
export const PasteProblems = ({
  problems,
  rows,
  columns,
  onClose,
}: {
  readonly problems: readonly PasteProblem[];
  readonly rows: readonly GridRow[];
  readonly columns: readonly EntryColumn[];
  readonly onClose: () => void;
}) => {
  const { t, i18n } = useTranslation();
  const where = ({ line, place }: PasteProblem): { readonly row: string; readonly column: string; readonly sheet: string } => {
    const [row, column] = [rows[line], columns[place]];
    return {
      row: row === undefined ? t("entry:paste.line", { line: line + 1 }) : rowLabel(t, i18n.language, row),
      column: column === undefined ? t("entry:paste.column", { column: place + 1 }) : columnLabel(t, i18n.language, column),
      sheet: column?.sheetName ?? "",
    };
  };
  return (
    <Dialog open={problems.length > 0} onClose={onClose} title={t("entry:paste.title")} actions={null}>
      <p>{t("entry:paste.text", { count: problems.length })}</p>
      <ul>
        {problems.slice(0, named).map((problem) => {
          const { row, column, sheet } = where(problem);
          return (
            <li key={`${problem.line} ${problem.place}`}>
              {problem.reason === "unreadable"
                ? t(`checks:${problem.problem}`, { sheet, cell: row, heading: column, value: problem.text, ...problem.params })
                : t(`entry:paste.${problem.reason}`, { row, column, value: problem.text })}
            </li>
          );
        })}
      </ul>
      {problems.length > named ? <p className="muted">{t("entry:paste.more", { count: problems.length - named })}</p> : null}
    </Dialog>
  );
};
