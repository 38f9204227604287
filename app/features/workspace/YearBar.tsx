import { useSearchParams } from "@remix-run/react";
import { type CSSProperties, memo, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { YearStrip } from "~/components/YearStrip";
import { resourceCells, wholeCells, yearVerdict } from "~/features/planning/year-verdict";
import { useKept } from "./keep-equal";
import { useAnswered } from "./workspace-context";

const yearLasts = 900;
const Strip = memo(YearStrip);

/** Verdicts by year without and with the levers; a slider that walks through the years, and plays the plan. */
export const YearBar = memo(() => {
  const { t } = useTranslation();
  const { answer, computing } = useAnswered();
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
  const rows = useKept(
    useMemo(() => {
      const tried = (trial ?? []).map(yearVerdict);
      return [
        { key: "baseline", label: t("planning:result.baseline"), cells: untouched },
        { key: "trial", label: t("planning:result.trial"), cells: wholeCells(t, tried) },
        { key: "resource", label: t("planning:result.resource"), cells: resourceCells(t, tried) },
      ];
    }, [t, untouched, trial]),
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
