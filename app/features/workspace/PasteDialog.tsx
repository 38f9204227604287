import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Dialog } from "~/components/Dialog";
import { Notice } from "~/components/Notice";
import { TextField } from "~/components/TextField";
import { addLevers } from "./edits";
import { readLevers, tsvColumns } from "./lever-tsv";
import { useTsvWords } from "./use-tsv-words";
import { useWorkspace } from "./workspace-context";

/** Rows from a spreadsheet: what is understood is counted before it is added, and what is not is named by its line. */
export const PasteDialog = ({ text: first, onClose }: { readonly text: string; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { data, document, edit } = useWorkspace();
  const words = useTsvWords();
  const [text, setText] = useState(first);
  const rows = readLevers(text, words, {
    document,
    baseYear: data.dataset.statisticsYear,
    defaults: data.defaults.levers,
    schools: data.schools,
  });
  const levers = rows.flatMap((row) => ("lever" in row ? [row.lever] : []));
  const problems = rows.flatMap((row) => ("problem" in row ? [row] : []));
  const add = () => {
    if (edit(addLevers(levers))) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("workspace:paste.title")}
      actions={
        <Button look="primary" disabled={levers.length === 0} onClick={add}>
          {t("workspace:paste.add", { count: levers.length })}
        </Button>
      }
    >
      <p className="caption muted">
        {t("workspace:paste.columns", { columns: tsvColumns.map((column) => words.header(column)).join("、") })}
      </p>
      <TextField name="rows" label={t("workspace:paste.rows")} rows={8} defaultValue={first} onChange={setText} />
      {problems.length > 0 ? (
        <Notice tone="warn" title={t("workspace:paste.not_read", { count: problems.length })}>
          <ul>
            {problems.slice(0, 8).map(({ line, problem }) => (
              <li key={line}>{t("workspace:paste.line", { line, problem: t(`workspace:paste.problem.${problem}`) })}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </Dialog>
  );
};
