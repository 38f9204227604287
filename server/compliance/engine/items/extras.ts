import type { Verdict } from "@server/compliance/contract";
import type { ExtraResult } from "@server/compliance/items-contract";
import { stages } from "@server/statistics/contract";
import { totalOf } from "../cells";
import { figureColumn } from "../figure-paths";
import type { Rules } from "../rules-in-force";
import { type Section, sectionsOf } from "../sections";
import { nameOf } from "../verdicts";
import { allChecks, atLeast, atMost, type Check, open } from "./check";
import type { ItemContext, SchoolCheck } from "./context";
import { failingSchools, openSchools } from "./item-result";
import { over, type Quantity, quantity } from "./quantity";

/** 地方附加指标: what a layer asks of every section of the counted schools. */

type Extra = Rules["extraIndicators"][number];

const divisorOf = ({ columns }: ItemContext, { per }: Extra, { unit, stage, pupils }: Section): number => {
  if (per === "class") return totalOf(columns.classes[stage], unit.members);
  return per === "pupil" ? pupils : pupils / 100;
};

/** Σ terms ÷ divisor; what a mixed-stage school reports as a whole is shared like its resources. */
const extraValue = (context: ItemContext, extra: Extra, section: Section): Quantity => {
  const total = extra.terms.reduce((sum, { path, factor }) => {
    const source = figureColumn(context.columns, path, section.stage);
    if (source === null) return Number.NaN;
    return sum + factor * totalOf(source.column, section.unit.members) * (source.shared ? section.share : 1);
  }, 0);
  return over(quantity(total), quantity(divisorOf(context, extra, section)));
};

interface Entry {
  readonly section: Section;
  readonly value: number;
  readonly standard: number;
  readonly check: Check;
}

const entriesOf = (context: ItemContext, extra: Extra): readonly Entry[] => {
  const { rules } = context;
  const judge = extra.bound === "at_least" ? atLeast : atMost;
  return stages.flatMap((stage): readonly Entry[] => {
    const standard = extra.standard[stage];
    if (standard === null) return [];
    return sectionsOf(context.inclusion.units, stage, rules).map((section): Entry => {
      const value = extraValue(context, extra, section);
      const check = Number.isFinite(value.value) ? judge(value, quantity(standard), rules.valueDecimals, rules) : open;
      return { section, value: value.value, standard, check };
    });
  });
};

const verdictOf = (entries: readonly Entry[]): Verdict => nameOf(allChecks(entries.map(({ check }) => check)).deciding);

const judgeExtra = (context: ItemContext, extra: Extra): ExtraResult => {
  const entries = entriesOf(context, extra);
  const schools = entries.map(({ section: { unit, stage }, value, standard, check }): SchoolCheck => {
    const severity = extra.bound === "at_least" ? standard - value : value - standard;
    return { row: unit.head, stage, check, severity, figures: { value, standard } };
  });
  return {
    id: extra.id,
    title: extra.title,
    verdict: verdictOf(entries),
    failing: failingSchools(context, schools),
    open: openSchools(context, schools),
  };
};

export const judgeExtras = (context: ItemContext): readonly ExtraResult[] =>
  context.rules.extraIndicators.map((extra) => judgeExtra(context, extra));

/** The verdicts alone. */
export const extraVerdicts = (context: ItemContext): readonly Verdict[] =>
  context.rules.extraIndicators.map((extra) => verdictOf(entriesOf(context, extra)));
