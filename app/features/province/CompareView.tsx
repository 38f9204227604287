import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { formatPercent } from "~/components/format";
import { later } from "~/components/later";
import { EmptyState } from "~/components/states";
import { VerdictShape } from "~/components/VerdictChip";
import { useSession } from "~/features/shell/use-session";
import { CompareGrid } from "./CompareGrid";
import type { CompareQuery } from "./compare-query";
import { sheetOf } from "./compare-sheet";
import { leftOutNote, likenessNote, orderNote, sidesNote } from "./compare-words";
import type { Comparison } from "./load-comparison";

const IndicatorMultiples = await later("IndicatorMultiples", async () => (await import("./IndicatorMultiples")).IndicatorMultiples);
const Multiples = await later("Multiples", async () => (await import("./Multiples")).Multiples);
const SidesView = await later("SidesView", async () => (await import("./SidesView")).SidesView);

/** The same counties in the chosen view. */
export const CompareView = ({ data }: { readonly data: Comparison }) => {
  const { t } = useTranslation();
  const { locale } = useSession();
  const { rows, query, own, sides, orderedBy, statisticsYear, strips, money } = data;
  const sheet = useMemo(
    () => sheetOf(t, locale, query, statisticsYear, { strips, money }),
    [t, locale, query, statisticsYear, strips, money],
  );
  const notes = [sidesNote(t, data), likenessNote(t, data), leftOutNote(t, data)].flatMap((note) => note ?? []);
  if (rows.length === 0) return <EmptyState title={t("province:compare.no_match")} />;
  return (
    <>
      {notes.map((note) => (
        <p key={note} className="muted">
          {note}
        </p>
      ))}
      {query.view === "ranking" ? <p className="caption muted">{t("comparing:money.note")}</p> : null}
      {query.view === "sides" ? (
        <SidesView data={data} note={orderNote(t, data)} />
      ) : query.view === "multiples" && query.by === "indicator" ? (
        <IndicatorMultiples rows={rows} sides={sides} own={own} measure={query.measure} note={orderNote(t, data)} />
      ) : query.view === "multiples" ? (
        <Multiples rows={rows} sides={sides} own={own} note={orderNote(t, data)} />
      ) : (
        <CompareGrid
          sheet={sheet}
          rows={rows}
          sides={sides}
          own={own}
          sort={orderedBy === "column" ? { key: query.sort, direction: query.direction } : null}
          note={orderNote(t, data)}
        >
          {query.view === "heat" ? <HeatLegend measure={query.measure === "cv" ? "cv" : "schools"} /> : null}
          {query.view === "heat" || query.view === "table" ? <span className="caption muted">{t("comparing:heads")}</span> : null}
        </CompareGrid>
      )}
    </>
  );
};

const HeatLegend = ({ measure }: { readonly measure: Exclude<CompareQuery["measure"], "mean"> }) => {
  const { t } = useTranslation();
  const bounds: readonly [number, number] = [0.1, 0.25];
  return (
    <span className="legend caption">
      <span className="legend__item">
        <span className="heat heat--0 heat--key" aria-hidden="true" /> {t("common:verdict.met")}
      </span>
      <span className="legend__item">
        <span className="heat heat--1 heat--key" aria-hidden="true" />{" "}
        {t(`province:legend.${measure}`, { range: `< ${formatPercent(bounds[0], 0)}` })}
      </span>
      <span className="legend__item">
        <span className="heat heat--2 heat--key" aria-hidden="true" /> {`${formatPercent(bounds[0], 0)}–${formatPercent(bounds[1], 0)}`}
      </span>
      <span className="legend__item">
        <span className="heat heat--3 heat--key" aria-hidden="true" /> {`≥ ${formatPercent(bounds[1], 0)}`}
      </span>
      <span className="legend__item">
        <VerdictShape kind="not_evaluable" size={12} /> {t("common:verdict.not_evaluable")}
      </span>
      <span className="muted">{t("comparing:key.heat")}</span>
    </span>
  );
};
