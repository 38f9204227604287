import type { ResourceIndicator } from "@server/compliance/contract";
import type { Stage } from "@server/statistics/contract";
import type { Activity } from "./activities";
import { type EffectIndex, effectsOn } from "./effects";
import { indicatorValue, type PlanSection, type PlanStage } from "./ground";
import type { Obligation } from "./obligation";
import { addColumn, addRow, type Entry, type Fill, type Programme, sumOver } from "./rows";

/** A lack that an elastic model may leave: column of the relative shortfall. A milestone's is a share of the schools. */
export interface Shortfall {
  readonly column: number;
  readonly year: number;
  readonly of:
    | { readonly kind: "section"; readonly stage: Stage; readonly indicator: number; readonly section: number }
    | { readonly kind: "balance"; readonly stage: Stage; readonly indicator: number }
    | { readonly kind: "milestone"; readonly schools: number }
    | { readonly kind: "obligation"; readonly obligation: Obligation }
    | { readonly kind: "rotation" };
}

/** A clause that is left out, to see what it costs: an indicator of a stage or all balances of it, or one balance alone. */
export interface Omitted {
  readonly stage: Stage;
  readonly of: ResourceIndicator | "balance";
  readonly part: "all" | "balance";
}

/** Whether the standard or the balance of an indicator is left out. */
export const isOmitted = (
  without: Omitted | undefined,
  stage: Stage,
  indicator: ResourceIndicator,
  what: "standard" | "balance",
): boolean => {
  if (without === undefined || without.stage !== stage) return false;
  if (without.of === "balance") return what === "balance";
  return without.of === indicator && (what === "balance" || without.part === "all");
};

/** What the sections of one stage and year are written down with. */
export interface StageRows {
  readonly programme: Programme;
  readonly fills: Fill[];
  readonly shortfalls: Shortfall[];
  readonly activities: readonly Activity[];
  readonly year: number;
  readonly stage: PlanStage;
  readonly index: EffectIndex;
  /** Relative margin on a section's standards. */
  readonly marginOf: (section: PlanSection) => number;
  readonly without: Omitted | undefined;
  /** Standards may be missed, at a cost. */
  readonly mayFallShort: boolean;
}

/** An indicator of a section that is not at its standard for certain, as parts of the standard. */
interface Open {
  readonly indicator: number;
  readonly entries: readonly Entry[];
  readonly value: number;
  /** What the floor and the standard ask for, the margin included. */
  readonly floor: number;
  readonly standard: number;
  /** Something may take from it. */
  readonly sinks: boolean;
}

interface OpenSection {
  readonly open: readonly Open[];
  /** How many of the open indicators may stay at their floor. */
  readonly exempt: number;
  /** The section passes whatever the plan does. */
  readonly settled: boolean;
}

const openSection = ({ stage, index, marginOf, without }: StageRows, section: PlanSection, position: number): OpenSection => {
  const margin = marginOf(section);
  let met = 0;
  const open: Open[] = [];
  stage.indicators.forEach((rule, indicator) => {
    const value = indicatorValue(rule, section.resource[indicator] ?? Number.NaN, section.pupils) / rule.standard;
    const effects = effectsOn(index, position, indicator);
    const sinks = effects.some(([, delta]) => delta < 0);
    if (isOmitted(without, stage.stage, rule.id, "standard") || (value >= 1 + margin && !sinks)) met += 1;
    else if (!Number.isNaN(value)) {
      const unit = rule.scale / section.pupils / rule.standard;
      const entries = effects.map(([column, delta]): Entry => [column, delta * unit]);
      open.push({ indicator, entries, value, floor: rule.floor / rule.standard + margin, standard: 1 + margin, sinks });
    }
  });
  const needed = stage.minimumMet - met;
  const exempt = open.length - Math.max(0, needed);
  return { open, exempt, settled: needed <= 0 && open.every(({ value, floor, sinks }) => value >= floor && !sinks) };
};

/** Figures are told apart down to this part of a standard. */
const fine = 1e-9;

/**
 * Rows of one indicator: at the standard when `held`, at the floor when `exempt` too. What is ordered in whole units is
 * rounded up beforehand, which leaves the relaxed programme next to no room below the whole one.
 */
const addIndicator = (
  { programme, activities }: StageRows,
  { entries, value, floor, standard, sinks }: Open,
  held: number | null,
  exempt: number | null,
  short: number | null,
): void => {
  const ask = (own: readonly Entry[], toFloor: number, toStandard: number): void => {
    const free: Entry[] = exempt === null ? [] : [[exempt, toStandard - toFloor]];
    const must: Entry[] = held === null ? [] : [[held, -toStandard]];
    addRow(programme, held === null ? toStandard : 0, Number.POSITIVE_INFINITY, [...own, ...must, ...free]);
  };
  if (sinks) {
    // Without the section a plan may take all that there is: the row then asks for nothing below zero.
    const slack: Entry[] = short === null ? [] : [[short, 1]];
    const must: Entry[] = held === null ? [] : [[held, -standard]];
    const free: Entry[] = exempt === null ? [] : [[exempt, standard - floor]];
    addRow(programme, (held === null ? standard : 0) - value, Number.POSITIVE_INFINITY, [...entries, ...slack, ...must, ...free]);
    return;
  }
  const toFloor = Math.max(0, floor - value);
  const toStandard = Math.max(0, standard - value);
  if (short !== null) {
    ask([...entries, [short, 1]], toFloor, toStandard);
    return;
  }
  const most = Math.max(0, ...entries.map(([, delta]) => delta));
  const isWhole = most > 0 && entries.every(([column]) => activities[column]?.whole === true);
  if (isWhole) {
    const units = (lack: number): number => Math.ceil((lack - fine) / most - fine);
    ask(
      entries.map(([column]): Entry => [column, 1]),
      Math.max(0, units(toFloor)),
      Math.max(0, units(toStandard)),
    );
  }
  if (!isWhole || entries.some(([, delta]) => delta < most * (1 - 1e-12))) ask(entries, toFloor, toStandard);
};

/** Columns by which open indicators may stay at their floor; null where all or none of them may. */
const addExempt = ({ programme }: StageRows, { open, exempt }: OpenSection, held: number | null): (number | null)[] => {
  if (exempt <= 0) return open.map(() => null);
  const columns = open.map(() => addColumn(programme, 0, 0, 1, true));
  const all = columns.map((column): Entry => [column, 1]);
  addRow(programme, Number.NEGATIVE_INFINITY, held === null ? exempt : 0, held === null ? all : [...all, [held, -exempt]]);
  if (held !== null && exempt > 1)
    for (const column of columns)
      addRow(programme, Number.NEGATIVE_INFINITY, 0, [
        [column, 1],
        [held, -1],
      ]);
  return columns;
};

/** Where each open indicator stands under a solution, the lowest first. */
const standings = (open: readonly Open[], values: Float64Array) =>
  open.map((own, place) => ({ own, place, at: own.value + sumOver(own.entries, values) })).sort((a, b) => a.at - b.at);

/** Every section of a stage meets the standard: enough indicators at theirs, the rest at the floor. */
export const addSections = (rows: StageRows): void => {
  const { programme, fills, shortfalls, year, stage, mayFallShort } = rows;
  stage.sections.forEach((section, position) => {
    const opened = openSection(rows, section, position);
    if (opened.settled) return;
    const exempt = addExempt(rows, opened, null);
    const shorts = opened.open.map((own, place) => {
      const short = mayFallShort ? addColumn(programme, 1, 0, Number.POSITIVE_INFINITY, false) : null;
      const of = { kind: "section", stage: stage.stage, indicator: own.indicator, section: position } as const;
      if (short !== null) shortfalls.push({ column: short, year, of });
      addIndicator(rows, own, null, exempt[place] ?? null, short);
      return short;
    });
    fills.push((values) => {
      standings(opened.open, values).forEach(({ own: { floor, standard }, place, at }, rank) => {
        const column = exempt[place] ?? null;
        const lets = column !== null && at < standard - fine && (!mayFallShort || rank < opened.exempt);
        if (column !== null) values[column] = lets ? 1 : 0;
        const short = shorts[place] ?? null;
        if (short !== null) values[short] = Math.max(0, (lets ? floor : standard) - at);
      });
    });
  });
};

/** Which sections of a stage count for a milestone: how many do anyway, and the columns of those that a plan may bring there. */
export const addCounted = (rows: StageRows): { readonly certain: number; readonly columns: readonly number[] } => {
  const { programme, fills, stage } = rows;
  let certain = 0;
  const columns: number[] = [];
  stage.sections.forEach((section, position) => {
    if (section.resource.some(Number.isNaN)) return;
    const opened = openSection(rows, section, position);
    if (opened.settled) {
      certain += 1;
      return;
    }
    const held = addColumn(programme, 0, 0, 1, true);
    columns.push(held);
    const exempt = addExempt(rows, opened, held);
    for (const [place, own] of opened.open.entries()) addIndicator(rows, own, held, exempt[place] ?? null, null);
    fills.push((values) => {
      const standing = standings(opened.open, values);
      const below = standing.filter(({ own: { standard }, at }) => at < standard - fine);
      const counts = below.length <= opened.exempt && standing.every(({ own: { floor }, at }) => at >= floor - fine);
      values[held] = counts ? 1 : 0;
      for (const column of exempt) if (column !== null) values[column] = 0;
      if (counts) for (const { place } of below) values[exempt[place] ?? held] = 1;
    });
  });
  return { certain, columns };
};
