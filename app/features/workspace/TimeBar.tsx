import { type Lever, lastYearOf } from "@server/planning/contract";
import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { patchLever } from "./edits";
import { useActions } from "./workspace-context";

interface Drag {
  readonly from: number;
  readonly startYear: number;
  readonly leadYears: number;
  readonly end: boolean;
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/**
 * A lever on the time line: hatched while it is built, solid while it counts. Drag or ← → moves its start, its right
 * edge or Shift + ← → its lead time.
 */
export const TimeBar = ({
  lever,
  years,
  name,
  columnWidth,
}: {
  readonly lever: Lever;
  readonly years: readonly number[];
  readonly name: string;
  readonly columnWidth: () => number;
}) => {
  const { t } = useTranslation();
  const { edit, may } = useActions();
  const drag = useRef<Drag | null>(null);
  const base = years[0] ?? 0;
  const last = years.at(-1) ?? base;
  const { startYear, leadYears } = lever;
  const effect = startYear + leadYears;
  const end = Math.min(lastYearOf(lever), last);
  // What begins in the base year must take a year at least: it cannot count in a year that is over.
  const first = base + (leadYears === 0 ? 1 : 0);
  const place = (year: number) => `${(100 * clamp(year - base, 0, years.length)) / years.length}%`;
  const wide = (from: number, to: number) =>
    `${(100 * Math.max(clamp(to, base, last + 1) - clamp(from, base, last + 1), 0)) / years.length}%`;
  const set = (start: number, lead: number) => {
    const startsAt = clamp(start, first, last);
    const shortest = startsAt === base ? 1 : 0;
    edit(
      patchLever(lever.id, {
        startYear: startsAt,
        leadYears: clamp(lead, shortest, Math.min(6, Math.max(last - startsAt, shortest))),
      }),
      `time:${lever.id}`,
    );
  };
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined || !may) return;
    event.preventDefault();
    if (event.shiftKey) set(startYear, leadYears + step);
    else set(startYear + step, leadYears);
  };
  const down = (event: PointerEvent<HTMLDivElement>) => {
    if (!may) return;
    const atEnd = event.target instanceof HTMLElement && event.target.dataset.edge === "end";
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { from: event.clientX, startYear, leadYears, end: atEnd };
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const held = drag.current;
    const width = columnWidth();
    if (held === null || width <= 0) return;
    const by = Math.round((event.clientX - held.from) / width);
    if (held.end) set(held.startYear, held.leadYears + by);
    else set(held.startYear + by, held.leadYears);
  };
  return (
    <div
      className="ws-time__bar"
      style={{ left: place(startYear), width: wide(startYear, end + 1) }}
      role="slider"
      tabIndex={0}
      aria-label={t("workspace:timeline.start_of", { name })}
      aria-valuemin={first}
      aria-valuemax={last}
      aria-valuenow={startYear}
      aria-valuetext={t("workspace:timeline.value", { start: startYear, effect })}
      aria-disabled={!may}
      onKeyDown={keys}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={() => {
        drag.current = null;
      }}
    >
      <span
        className="ws-time__lead"
        style={{ width: `${(100 * leadYears) / Math.max(Math.min(end, last) + 1 - startYear, leadYears, 1)}%` }}
      >
        <span className="ws-time__edge" data-edge="end" />
      </span>
      <span className="ws-time__effect">{effect <= last ? t("workspace:timeline.from", { year: effect }) : ""}</span>
    </div>
  );
};
