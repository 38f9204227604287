import type { Lever } from "@server/planning/contract";
import { memo, useCallback, useRef } from "react";
import { useTranslation } from "react-i18next";
import { formatMoneyWan } from "~/components/format";
import { Card } from "~/components/page";
import { leverTitle } from "~/features/planning/lever-text";
import { useKept } from "./keep-equal";
import { LeverEditor } from "./LeverEditor";
import { LeverSlider } from "./LeverSlider";
import { costByLever } from "./money";
import type { LeverOutline } from "./simulation-protocol";
import { TimeBar } from "./TimeBar";
import { useSelection } from "./use-selection";
import { useActions, useWorkspace } from "./workspace-context";

/** Years across: works with their lead times as bars that can be moved, and under each year its money against the cap. */
export const Timeline = () => {
  const { t } = useTranslation();
  const { document, answer, data, outlines } = useWorkspace();
  const track = useRef<HTMLDivElement>(null);
  const baseYear = data.dataset.statisticsYear;
  const years = useKept(Array.from({ length: document.horizonYears + 1 }, (_, index) => baseYear + index));
  const columnWidth = useCallback(() => (track.current?.clientWidth ?? 0) / years.length, [years]);
  const prices = answer === null ? null : costByLever(answer.cost);
  const sorted = [...document.levers].sort(
    (a, b) => a.startYear - b.startYear || a.startYear + a.leadYears - b.startYear - b.leadYears || (a.id < b.id ? -1 : 1),
  );
  return (
    <Card title={t("workspace:timeline.title")} note={<span className="no-print">{t("workspace:timeline.keys")}</span>} flush>
      <section className="table-box ws-time" tabIndex={0} aria-label={t("workspace:timeline.title")}>
        <div className="ws-time__grid" style={{ minWidth: 230 + years.length * 48 }}>
          <div className="ws-time__row ws-time__row--head">
            <div className="ws-time__name">{t("planning:levers.title")}</div>
            <div className="ws-time__track" ref={track}>
              {years.map((year) => (
                <span key={year} className={year === answer?.year ? "ws-time__year ws-time__year--on" : "ws-time__year"}>
                  {year}
                </span>
              ))}
            </div>
          </div>
          {sorted.map((lever) => (
            <LeverLine
              key={lever.id}
              lever={lever}
              outline={outlines.find(({ id }) => id === lever.id)}
              price={prices === null ? "" : formatMoneyWan(prices.get(lever.id) ?? 0)}
              years={years}
              year={answer?.year ?? null}
              columnWidth={columnWidth}
            />
          ))}
          {sorted.length === 0 ? <p className="ws-table__none muted">{t("workspace:levers.none")}</p> : null}
          <Money years={years} />
        </div>
      </section>
    </Card>
  );
};

interface LineProps {
  readonly lever: Lever;
  readonly outline: LeverOutline | undefined;
  readonly price: string;
  readonly years: readonly number[];
  /** The chosen year. */
  readonly year: number | null;
  readonly columnWidth: () => number;
}

const LeverLine = memo(({ lever, outline, price, years, year: shown, columnWidth }: LineProps) => {
  const { t } = useTranslation();
  const { schoolName, may } = useActions();
  const { lever: chosen, selectLever } = useSelection();
  const open = chosen === lever.id;
  const { title, detail } = leverTitle(t, lever, outline === undefined ? [] : [outline], schoolName);
  return (
    <>
      <div className={lever.enabled ? "ws-time__row" : "ws-time__row ws-time__row--off"}>
        <button type="button" className="ws-time__name" aria-expanded={open} onClick={() => selectLever(open ? null : lever.id)}>
          <strong>{title}</strong>
          <span className="caption muted">{detail}</span>
          <span className="num">{price}</span>
        </button>
        <div className="ws-time__track">
          {years.map((year) => (
            <span key={year} className={year === shown ? "ws-time__cell ws-time__cell--on" : "ws-time__cell"} />
          ))}
          <TimeBar lever={lever} years={years} name={`${title} ${detail}`} columnWidth={columnWidth} />
        </div>
      </div>
      {open && may ? (
        <div className="ws-time__editor">
          <LeverSlider lever={lever} name={title} />
          <LeverEditor lever={lever} />
        </div>
      ) : null}
    </>
  );
});
LeverLine.displayName = "LeverLine";

const heightPx = 72;

/** Money under each year: a column, the cap as a line, what is over it hatched; the figures stand beneath in words. */
const Money = ({ years }: { readonly years: readonly number[] }) => {
  const { t } = useTranslation();
  const { answer, document, computing } = useWorkspace();
  const cap = document.annualBudgetWan;
  const of = (year: number) => answer?.cost.find((one) => one.year === year);
  const most = Math.max(cap ?? 0, ...years.map((year) => of(year)?.totalWan ?? 0), 1);
  const scale = (wan: number) => (wan / most) * heightPx;
  return (
    <>
      <div className={computing ? "ws-time__row ws-time__row--money is-stale" : "ws-time__row ws-time__row--money"} aria-hidden="true">
        <div className="ws-time__name">{t("workspace:timeline.money")}</div>
        <div className="ws-time__track" style={{ height: heightPx + 8 }}>
          {cap === null ? null : <span className="ws-time__cap" style={{ bottom: scale(cap) }} />}
          {years.map((year) => {
            const { totalWan = 0, overBudgetWan = 0 } = of(year) ?? {};
            return (
              <span key={year} className="ws-time__money">
                <span className="ws-time__over" style={{ height: scale(overBudgetWan) }} />
                <span className="ws-time__sum" style={{ height: scale(totalWan - overBudgetWan) }} />
              </span>
            );
          })}
        </div>
      </div>
      <div className="ws-time__row">
        <div className="ws-time__name caption muted">
          {cap === null ? t("workspace:timeline.no_cap") : t("common:chart.cap", { cap: formatMoneyWan(cap) })}
        </div>
        <div className="ws-time__track">
          {years.map((year) => {
            const { totalWan = 0, overBudgetWan = 0 } = of(year) ?? {};
            return (
              <span key={year} className={overBudgetWan > 0 ? "ws-time__figure num tone-fail" : "ws-time__figure num"}>
                <span className="visually-hidden">{year} </span>
                {formatMoneyWan(totalWan)}
                {overBudgetWan > 0 ? <small>{t("workspace:timeline.over", { over: formatMoneyWan(overBudgetWan) })}</small> : null}
              </span>
            );
          })}
        </div>
      </div>
    </>
  );
};
