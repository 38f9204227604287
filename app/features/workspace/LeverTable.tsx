import type { Lever } from "@server/planning/contract";
import { type ClipboardEvent, type KeyboardEvent, memo, useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Checkbox } from "~/components/choices";
import { isComposing } from "~/components/composing";
import { formatMoneyWan } from "~/components/format";
import { Card } from "~/components/page";
import { usePrinting } from "~/components/use-printing";
import { leverTitle } from "~/features/planning/lever-text";
import { BulkDialog } from "./BulkDialog";
import { duplicateLevers, enableLevers, removeLevers } from "./edits";
import { AddLever } from "./LeverList";
import { LeverRow } from "./LeverRow";
import { writeLevers } from "./lever-tsv";
import { costByLever } from "./money";
import { PasteDialog } from "./PasteDialog";
import { useTsvWords } from "./use-tsv-words";
import { useWorkspace } from "./workspace-context";

const Row = memo(LeverRow);

/** Enter goes to the same column of the next row, Shift+Enter of the row above, as in a spreadsheet. */
const oneRowOn = (event: KeyboardEvent<HTMLElement>) => {
  const { target } = event;
  if (event.key !== "Enter" || isComposing(event) || !(target instanceof HTMLInputElement)) return;
  const cell = target.closest("td");
  const row = cell?.closest("tr");
  const next = event.shiftKey ? row?.previousElementSibling : row?.nextElementSibling;
  if (cell === null || !(next instanceof HTMLTableRowElement)) return;
  const field = next.cells[cell.cellIndex]?.querySelector("input");
  field?.focus();
  field?.select();
};

/** Levers as rows of a sheet: every figure is edited where it stands; rows travel to and from a spreadsheet. */
export const LeverTable = () => {
  const { t } = useTranslation();
  const { document, answer, edit, may, outlines, schoolName, data } = useWorkspace();
  const words = useTsvWords();
  const printing = usePrinting();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [pasted, setPasted] = useState<string | null>(null);
  const [bulk, setBulk] = useState(false);
  const [copied, setCopied] = useState(false);
  const choose = useCallback(
    (id: string, on: boolean) => setChosen((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id))),
    [],
  );
  const { statisticsYear: base } = data.dataset;
  const { horizonYears } = document;
  const years = useMemo(() => [base, base + horizonYears] as const, [base, horizonYears]);
  const ids = useMemo(() => new Set(document.levers.flatMap(({ id }) => (chosen.has(id) ? [id] : []))), [document.levers, chosen]);
  const several = ids.size > 0;
  const rows = () => writeLevers(several ? document.levers.filter(({ id }) => ids.has(id)) : document.levers, words, schoolName);
  const copy = async () => {
    await navigator.clipboard.writeText(rows());
    setCopied(true);
  };
  /** Ctrl+C in the sheet; a marked text is copied as such. */
  const copyRows = (event: ClipboardEvent) => {
    const { target } = event;
    const marked = target instanceof HTMLInputElement ? target.selectionStart !== target.selectionEnd : !getSelection()?.isCollapsed;
    if (marked) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", rows());
    setCopied(true);
  };
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text/plain");
    const typing = event.target instanceof HTMLInputElement && !text.includes("\t");
    if (!may || typing || text.trim() === "") return;
    event.preventDefault();
    setPasted(text);
  };
  const prices = answer === null ? null : costByLever(answer.cost);
  const nameOf = (lever: Lever) => {
    const { title, detail } = leverTitle(t, lever, outlines, schoolName);
    return `${title} ${detail}`;
  };
  return (
    <Card title={t("planning:levers.title")} note={t("planning:levers.count", { count: document.levers.length })} flush>
      <div className="toolbar ws-table__bar" role="group" aria-label={t("workspace:table.tools")}>
        <Button size="small" onClick={() => void copy()}>
          {t(several ? "workspace:table.copy_chosen" : "workspace:table.copy_all")}
        </Button>
        <span role="status" className="caption muted">
          {copied ? t("workspace:table.copied") : ""}
        </span>
        {may ? (
          <>
            <Button size="small" onClick={() => setPasted("")}>
              {t("workspace:table.paste")}
            </Button>
            <Button size="small" onClick={() => setBulk(true)} disabled={answer === null || data.limits === null}>
              {t("workspace:table.bulk")}
            </Button>
            <span className="spacer" />
            <Button size="small" disabled={!several} onClick={() => edit(enableLevers(ids, true))}>
              {t("workspace:table.enable")}
            </Button>
            <Button size="small" disabled={!several} onClick={() => edit(enableLevers(ids, false))}>
              {t("workspace:table.disable")}
            </Button>
            <Button size="small" disabled={!several} onClick={() => edit(duplicateLevers(ids))}>
              {t("workspace:levers.duplicate")}
            </Button>
            <Button size="small" disabled={!several} onClick={() => edit(removeLevers(ids)) && setChosen(new Set())}>
              {t("planning:levers.remove")}
            </Button>
          </>
        ) : null}
      </div>
      <section className="table-box" tabIndex={0} aria-label={t("workspace:table.caption")} onCopy={copyRows} onPaste={paste}>
        <table className="table ws-table">
          <caption className="visually-hidden">{t("workspace:table.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">
                <Checkbox
                  name="all"
                  label={t("workspace:table.choose_all")}
                  labelHidden
                  checked={several && ids.size === document.levers.length}
                  onChange={(on) => setChosen(on ? new Set(document.levers.map(({ id }) => id)) : new Set())}
                />
              </th>
              <th scope="col">{t("planning:levers.type")}</th>
              <th scope="col">{t("workspace:column.school")}</th>
              <th scope="col" className="num">
                {t("workspace:column.size")}
              </th>
              <th scope="col" className="num">
                {t("planning:field.startYear")}
              </th>
              <th scope="col" className="num">
                {t("planning:field.leadYears")}
              </th>
              <th scope="col" className="num">
                {t("workspace:column.cost")}
              </th>
              <th scope="col">{t("planning:field.fundingSource")}</th>
              <th scope="col">{t("planning:field.responsibleUnit")}</th>
              <th scope="col">{t("planning:field.note")}</th>
            </tr>
          </thead>
          <tbody onKeyDown={oneRowOn}>
            {document.levers.map((lever) => (
              <Row
                key={lever.id}
                lever={lever}
                name={nameOf(lever)}
                title={t(`planning:lever.${lever.type}`)}
                chosen={ids.has(lever.id)}
                choose={choose}
                cost={prices === null ? null : formatMoneyWan(prices.get(lever.id) ?? 0)}
                edit={edit}
                may={may && !printing}
                schools={data.schools}
                years={years}
              />
            ))}
          </tbody>
        </table>
      </section>
      {document.levers.length === 0 ? <p className="ws-table__none muted">{t("workspace:levers.none")}</p> : null}
      {may ? (
        <div className="ws-table__add">
          <AddLever />
        </div>
      ) : null}
      {pasted === null ? null : <PasteDialog text={pasted} onClose={() => setPasted(null)} />}
      {bulk ? <BulkDialog onClose={() => setBulk(false)} /> : null}
    </Card>
  );
};
