import type { Lever } from "@server/planning/contract";
import { type ClipboardEvent, memo, useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Checkbox } from "~/components/choices";
import { formatMoneyWan } from "~/components/format";
import { Card } from "~/components/page";
import { leverTitle } from "~/features/planning/lever-text";
import { BulkDialog } from "./BulkDialog";
import { duplicateLevers, enableLevers, removeLevers } from "./edits";
import { AddLever } from "./LeverList";
import { LeverRow } from "./LeverRow";
import { writeLevers } from "./lever-tsv";
import { costOfLever } from "./money";
import { PasteDialog } from "./PasteDialog";
import { useTsvWords } from "./use-tsv-words";
import { useWorkspace } from "./workspace-context";

const Row = memo(LeverRow);

/** Levers as rows of a sheet: every figure is edited where it stands; rows travel to and from a spreadsheet. */
export const LeverTable = () => {
  const { t } = useTranslation();
  const { document, answer, edit, may, outlines, schoolName, data } = useWorkspace();
  const words = useTsvWords();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [pasted, setPasted] = useState<string | null>(null);
  const [bulk, setBulk] = useState(false);
  const [copied, setCopied] = useState(false);
  const choose = useCallback(
    (id: string, on: boolean) => setChosen((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id))),
    [],
  );
  const ids = useMemo(() => new Set(document.levers.flatMap(({ id }) => (chosen.has(id) ? [id] : []))), [document.levers, chosen]);
  const several = ids.size > 0;
  const copy = async () => {
    const levers = several ? document.levers.filter(({ id }) => ids.has(id)) : document.levers;
    await navigator.clipboard.writeText(writeLevers(levers, words, schoolName));
    setCopied(true);
  };
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text/plain");
    const typing = event.target instanceof HTMLInputElement && !text.includes("\t");
    if (!may || typing || text.trim() === "") return;
    event.preventDefault();
    setPasted(text);
  };
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
      <section className="table-box" tabIndex={0} aria-label={t("workspace:table.caption")} onPaste={paste}>
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
          <tbody>
            {document.levers.map((lever) => (
              <Row
                key={lever.id}
                lever={lever}
                name={nameOf(lever)}
                title={t(`planning:lever.${lever.type}`)}
                chosen={ids.has(lever.id)}
                choose={choose}
                cost={answer === null ? null : formatMoneyWan(costOfLever(answer.cost, lever.id))}
                edit={edit}
                may={may}
                schools={data.schools}
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
