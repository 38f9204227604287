import { cellAt, totalOf } from "../cells";
import type { FurtherPath } from "../further-columns";
import { atLeast, type Check, isNotMet, notMet, open, shareDecimals } from "./check";
import { type Finding, finding, further, type ItemContext, missingOf, type SchoolCheck } from "./context";
import { minus, over, plus, quantity, summed } from "./quantity";

/** Q1: 初中三年巩固率 = (graduates − in + out) ÷ (entrants − died), over the ordinary returns with a junior stage. */

export const retentionPaths = [
  "retention.graduates",
  "retention.entrants",
  "retention.transferredIn",
  "retention.transferredOut",
  "retention.died",
] as const satisfies readonly FurtherPath[];

/** A school with something missing, or one that loses more than the county may where the county does. */
const schoolLosses = (context: ItemContext, row: number, check: Check, limit: number): readonly SchoolCheck[] => {
  const [g = Number.NaN, e = Number.NaN, i = Number.NaN, o = Number.NaN, d = Number.NaN] = retentionPaths.map((path) =>
    further(context, path, row),
  );
  const [part, whole] = [g - i + o, e - d];
  const figures = { part, whole, share: whole > 0 ? part / whole : Number.NaN };
  if (Number.isNaN(part + whole)) return [{ row, stage: "junior", check: open, severity: 0, figures }];
  // A school's own losses are worth seeing only where the county falls short.
  return isNotMet(check) && part < limit * whole - 1e-9
    ? [{ row, stage: "junior", check: notMet, severity: limit * whole - part, figures }]
    : [];
};

export const retention = (context: ItemContext): Finding => {
  const { rules, columns } = context;
  const rows = context.ordinary.filter((row) => cellAt(columns.pupils.junior, row) !== 0);
  const sum = (path: (typeof retentionPaths)[number]) =>
    summed(totalOf(columns.further[path], rows), () => rows.map((row) => further(context, path, row)));
  const [graduates, entrants] = [sum("retention.graduates"), sum("retention.entrants")];
  const [transferredIn, transferredOut, died] = [sum("retention.transferredIn"), sum("retention.transferredOut"), sum("retention.died")];
  const stayed = plus(minus(graduates, transferredIn), transferredOut);
  const expected = minus(entrants, died);
  const share = over(stayed, expected);
  const limit = rules.values["Q1.retentionShare"];
  const check: Check = expected.value > 0 ? atLeast(share, quantity(limit), shareDecimals(rules), rules) : open;
  return finding(check, () => ({
    figures: {
      graduates: graduates.value,
      entrants: entrants.value,
      transferredIn: transferredIn.value,
      died: died.value,
      transferredOut: transferredOut.value,
      retentionShare: expected.value > 0 ? share.value : Number.NaN,
    },
    limits: { retentionShare: limit },
    schools: rows.flatMap((row) => schoolLosses(context, row, check, limit)),
    missing: rows.flatMap((row) => missingOf(context, row, retentionPaths)),
    contradictory: rows
      .filter((row) => further(context, "retention.died", row) > further(context, "retention.entrants", row))
      .flatMap((row) => [{ schoolCode: columns.schools[row]?.code ?? null, path: "retention.died" }]),
  }));
};
