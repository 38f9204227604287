import type { ItemId, ItemResult, ItemSchool } from "@server/compliance/items-contract";
import { orNull } from "../cells";
import { schoolAt } from "../columns";
import { nameOf } from "../verdicts";
import { isNotMet, isOpen } from "./check";
import type { Finding, Input, ItemContext, ReliefUse, SchoolCheck } from "./context";

/** What leaves the engine: missing figures as null, schools by code, the worst first. */

const orNulls = (figures: Readonly<Record<string, number>>): ItemSchool["figures"] =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Number.isFinite(value) ? value : orNull(Number.NaN)]));

const itemSchool = ({ columns }: ItemContext, { row, stage, figures }: SchoolCheck): ItemSchool => {
  const { code, name } = schoolAt(columns, row);
  return { schoolCode: code, schoolName: name, stage, figures: orNulls(figures) };
};

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const codeOf = ({ columns }: ItemContext, { row }: { readonly row: number }): string => schoolAt(columns, row).code;
const stageOrder = { primary: 0, junior: 1, none: 2 } as const;

const ordered = (context: ItemContext, schools: readonly SchoolCheck[]): readonly SchoolCheck[] =>
  [...schools].sort(
    (a, b) =>
      (b.severity || 0) - (a.severity || 0) ||
      byCode(codeOf(context, a), codeOf(context, b)) ||
      stageOrder[a.stage ?? "none"] - stageOrder[b.stage ?? "none"],
  );

/** Schools that fail, worst first. */
export const failingSchools = (context: ItemContext, schools: readonly SchoolCheck[]): ItemSchool[] =>
  ordered(
    context,
    schools.filter(({ check }) => isNotMet(check)),
  ).map((school) => itemSchool(context, school));

/** Schools that cannot be judged, those most likely to fail first. */
export const openSchools = (context: ItemContext, schools: readonly SchoolCheck[]): ItemSchool[] =>
  ordered(
    context,
    schools.filter(({ check }) => isOpen(check)),
  ).map((school) => itemSchool(context, school));

const distinct = (inputs: readonly Input[]): ItemResult["missing"] => {
  const seen = new Map(inputs.map((input) => [`${input.schoolCode ?? ""}:${input.path}`, input]));
  return [...seen.entries()].sort(([a], [b]) => byCode(a, b)).map(([, input]) => input);
};

const reliefsUsed = (context: ItemContext, uses: readonly ReliefUse[]): ItemResult["reliefs"] =>
  [...new Set(uses.map(({ id }) => id))].sort(byCode).map((id) => ({
    id,
    schools: uses
      .filter((use) => use.id === id)
      .map((use) => codeOf(context, use))
      .sort(byCode),
    endsIn: context.rules.reliefEnds.get(id) ?? null,
  }));

/** The result of an item. */
export const itemResult = (context: ItemContext, id: ItemId, { check, reasons }: Finding): ItemResult => {
  const found = reasons();
  return {
    id,
    verdict: nameOf(check.deciding),
    borderline: check.deciding !== check.other(),
    figures: orNulls(found.figures),
    limits: found.limits,
    failing: failingSchools(context, found.schools),
    open: openSchools(context, found.schools),
    missing: distinct(found.missing),
    contradictory: distinct(found.contradictory),
    reliefs: reliefsUsed(context, found.reliefs),
  };
};
