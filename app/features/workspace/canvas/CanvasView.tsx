import { useSearchParams } from "@remix-run/react";
import { memo, useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Skeleton } from "~/components/states";
import { Tabs } from "~/components/Tabs";
import { usePrinting } from "~/components/use-printing";
import { useKept } from "../keep-equal";
import { useNarrow } from "../use-narrow";
import { useSelection } from "../use-selection";
import { useAnswered } from "../workspace-context";
import { ConnectDialog } from "./ConnectDialog";
import { foldedTownships } from "./layout";
import { SchoolMap } from "./SchoolMap";
import { SchoolPanel } from "./SchoolPanel";
import { SchoolTable } from "./SchoolTable";
import { schoolCards, schoolLinks } from "./school-cards";

const Bar = memo(({ asTable, turnAll }: { readonly asTable: boolean; readonly turnAll: (fold: boolean) => void }) => {
  const { t } = useTranslation();
  return (
    <>
      <Tabs
        label={t("workspace:canvas.as")}
        param="as"
        value={asTable ? "table" : "map"}
        items={[
          { value: "map", label: t("workspace:canvas.as_map") },
          { value: "table", label: t("workspace:canvas.as_table") },
        ]}
      />
      {asTable ? null : (
        <>
          <Button size="small" onClick={() => turnAll(false)}>
            {t("workspace:canvas.unfold_all")}
          </Button>
          <Button size="small" onClick={() => turnAll(true)}>
            {t("workspace:canvas.fold_all")}
          </Button>
        </>
      )}
    </>
  );
});
Bar.displayName = "Bar";

/** 画布: the county's schools with everything the scenario does to them, as a sheet or as a table; paper shows all of it, not a part of the sheet. */
export const CanvasView = memo(() => {
  const { data, answered, answer, computing, may } = useAnswered();
  const [params] = useSearchParams();
  const { school, selectSchool } = useSelection();
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [draft, setDraft] = useState<{ readonly from: string; readonly to: string | null } | null>(null);
  const [narrowed, printing] = [useNarrow(), usePrinting()];
  const asTable = narrowed || printing || params.get("as") === "table";
  const cards = useKept(
    useMemo(() => (answer === null ? [] : schoolCards(data.schools, answered, answer)), [data.schools, answered, answer]),
  );
  const edges = useKept(useMemo(() => (answer === null ? [] : schoolLinks(answered, answer)), [answered, answer]));
  const folded = useMemo(() => {
    const own = foldedTownships(cards);
    const all = new Set(cards.map(({ township }) => township));
    return new Set([...all].filter((township) => turned.get(township) ?? own.has(township)));
  }, [cards, turned]);
  const newest = useRef(cards);
  newest.current = cards;
  const turn = useCallback(
    (township: string) =>
      setTurned((before) => new Map(before).set(township, !(before.get(township) ?? foldedTownships(newest.current).has(township)))),
    [],
  );
  const unfold = useCallback((township: string) => setTurned((before) => new Map(before).set(township, false)), []);
  const turnAll = useCallback((fold: boolean) => setTurned(new Map(cards.map(({ township }) => [township, fold]))), [cards]);
  const bar = useMemo(() => <Bar asTable={asTable} turnAll={turnAll} />, [asTable, turnAll]);
  const connect = useCallback((from: string, to: string) => setDraft({ from, to }), []);
  const connectFrom = useCallback((from: string) => setDraft({ from, to: null }), []);
  if (answer === null) return <Skeleton rows={12} />;
  return (
    <>
      {asTable ? <div className="ws-canvas__bar">{bar}</div> : null}
      <div className={computing ? "is-stale" : undefined}>
        {asTable ? (
          <SchoolTable cards={cards} links={edges} year={answer.year} onConnect={connectFrom} />
        ) : (
          <SchoolMap
            bar={bar}
            cards={cards}
            links={edges}
            folded={folded}
            onToggle={turn}
            onUnfold={unfold}
            onConnect={connect}
            may={may}
          />
        )}
      </div>
      {school === null ? null : <SchoolPanel code={school} onConnect={() => connectFrom(school)} onClose={() => selectSchool(null)} />}
      {draft === null ? null : <ConnectDialog from={draft.from} to={draft.to} onClose={() => setDraft(null)} />}
    </>
  );
});
CanvasView.displayName = "CanvasView";
