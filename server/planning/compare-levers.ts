import type { LeverComparison, LeverOfOne } from "./comparison-dto";
import type { Projection } from "./projection-document";

type Outline = Projection["levers"][number];

/** What a lever is and where it acts: its kind, and what its summary says in names and codes. Amounts and years are how it differs. */
const placeOf = ({ type, summary }: Outline): string =>
  [type, ...Object.entries(summary.params).flatMap(([name, value]) => (typeof value === "string" ? [`${name}=${value}`] : []))].join("|");

const amountOf = ({ startYear, effectYear, summary }: Outline): string => JSON.stringify([startYear, effectYear, summary]);

/** Levers of one scenario by place; the second of a kind at one place is another row than the first. */
const byPlace = ({ levers, cost }: Projection): ReadonlyMap<string, LeverOfOne> => {
  const seen = new Map<string, number>();
  return new Map(
    levers.map((outline) => {
      const place = placeOf(outline);
      const count = (seen.get(place) ?? 0) + 1;
      seen.set(place, count);
      const costWan = cost
        .flatMap((year) => year.byLever.filter(({ leverId }) => leverId === outline.id))
        .reduce((sum, { capitalWan, recurrentWan }) => sum + capitalWan + recurrentWan, 0);
      return [`${place}#${count}`, { outline, costWan }];
    }),
  );
};

const dearest = ({ of }: LeverComparison): number => Math.max(...of.map((one) => one?.costWan ?? 0));

/** Levers of the same kind at the same place side by side: those that differ first, dearest first. */
export const compareLevers = (all: readonly Projection[]): readonly LeverComparison[] => {
  const levers = all.map(byPlace);
  const keys = [...new Set(levers.flatMap((one) => [...one.keys()]))];
  return keys
    .map((key): LeverComparison => {
      const of = levers.map((one) => one.get(key) ?? null);
      return { key, same: new Set(of.map((one) => (one === null ? "" : amountOf(one.outline)))).size === 1, of };
    })
    .sort((a, b) => Number(a.same) - Number(b.same) || dearest(b) - dearest(a) || (a.key < b.key ? -1 : 1));
};
