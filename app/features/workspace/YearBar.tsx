import { useSearchParams } from "@remix-run/react";
import type { TFunction } from "i18next";
import { type CSSProperties, memo, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { formatPercent } from "~/components/format";
import { YearStrip, type YearStripRow } from "~/components/YearStrip";
import type { Chances } from "~/features/answers/uncertainty-view";
import { resourceCells, wholeCells, yearVerdict } from "~/features/planning/year-verdict";
import { useKept } from "./keep-equal";
import { useAnswered } from "./workspace-context";

const yearLasts = 900;
const Strip = memo(YearStrip);

/** 达标概率 as it was last asked for; `isOld`: the scenario has changed since. */
const chanceRow = (t: TFunction, { byYear }: Chances, years: readonly number[], isOld: boolean): YearStripRow => ({
  key: "chance",
  label: t(isOld ? "workspace:years.chance_old" : "workspace:years.chance"),
  cells: years.map((year) => {
    const found = byYear.find((one) => one.year === year);
    if (found === undefined) return null;
    return {
      kind: found.isJudged ? null : "not_evaluable",
      text: found.isJudged ? formatPercent(found.pass) : undefined,
      note: t("workspace:years.chance_resource", { share: formatPercent(found.resource) }),
    };
  }),
});

/** Verdicts by year without and with the levers; a slider that walks through the years, and plays the plan. */
export const YearBar = memo(() => {
  const { t } = useTranslation();
  const { data, answered, answer, computing } = useAnswered();
  const [, setParams] = useSearchParams();
  const [playing, setPlaying] = useState(false);
  const year = answer?.year ?? 0;
  const last = answer?.years.at(-1) ?? 0;
  const first = answer?.baseYear ?? 0;
  const goTo = (next: number) =>
    setParams(
      (before) => {
        const params = new URLSearchParams(before);
        params.set("year", String(next));
        return params;
      },
      { replace: true, preventScrollReset: true },
    );
  useEffect(() => {
    if (!playing) return;
    if (year >= last) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => goTo(year + 1), yearLasts);
    return () => clearTimeout(timer);
  });
  const baseline = answer?.baseline;
  const trial = answer?.trial;
  const untouched = useMemo(() => wholeCells(t, (baseline ?? []).map(yearVerdict)), [t, baseline]);
  const { chances, scenario } = data;
  const years = answer?.years;
  const isOld = chances !== null && !(chances.isCurrent && answered === scenario.document);
  const chance = useMemo(
    () => (chances === null || years === undefined ? [] : [chanceRow(t, chances, years, isOld)]),
    [t, chances, years, isOld],
  );
  const rows = useKept(
    useMemo(() => {
      const tried = (trial ?? []).map(yearVerdict);
      return [
        { key: "baseline", label: t("planning:result.baseline"), cells: untouched },
        { key: "trial", label: t("planning:result.trial"), cells: wholeCells(t, tried) },
        { key: "resource", label: t("planning:result.resource"), cells: resourceCells(t, tried) },
        ...chance,
      ];
    }, [t, untouched, trial, chance]),
  );
  if (answer === null) return null;
  const play = () => {
    if (!playing && year >= last) goTo(first);
    setPlaying(!playing);
  };
  return (
    <div className={computing ? "ws-years is-stale" : "ws-years"}>
      <div style={{ "--years": answer.years.length } as CSSProperties}>
        <Strip caption={t("planning:result.by_year")} years={answer.years} baseYear={answer.baseYear} selected={answer.year} rows={rows} />
        <div className="ws-years__slider no-print">
          <Button size="small" onClick={play} aria-pressed={playing}>
            {t(playing ? "workspace:years.stop" : "workspace:years.play")}
          </Button>
          <input
            type="range"
            min={first}
            max={last}
            step={1}
            value={year}
            aria-label={t("workspace:years.slider")}
            aria-valuetext={String(year)}
            onChange={(event) => goTo(Number(event.target.value))}
          />
        </div>
      </div>
    </div>
  );
});
YearBar.displayName = "YearBar";
