import type { Prepare } from "../contender";
import { requirePeer } from "../peers";
import { floorShare, minimumMet, scales, standards } from "../workload";

interface Expression {
  readonly mul: (other: Expression | number) => Expression;
  readonly div: (other: Expression | number) => Expression;
  readonly add: (other: Expression | number) => Expression;
  readonly sub: (other: Expression | number) => Expression;
  readonly gtEq: (other: Expression | number) => Expression;
  readonly and: (other: Expression) => Expression;
  readonly not: () => Expression;
  readonly sum: () => Expression;
  readonly cast: (type: unknown) => Expression;
  readonly alias: (name: string) => Expression;
}
interface Frame {
  readonly withColumns: (...expressions: Expression[]) => Frame;
  readonly groupBy: (name: string) => { readonly agg: (...expressions: Expression[]) => Frame };
  readonly sort: (name: string) => Frame;
  readonly getColumn: (name: string) => { readonly toArray: () => readonly number[] };
}
interface Polars {
  readonly DataFrame: (columns: Record<string, unknown>) => Frame;
  readonly Series: (name: string, values: unknown) => unknown;
  readonly col: (name: string) => Expression;
  readonly Int32: unknown;
}

/** Polars, eager, on as many threads as it likes; the limits stand in columns of their own beside the figures. */
export const prepare: Prepare = (workload) => {
  const pl = requirePeer("nodejs-polars") as Polars;
  const indicators = scales.map((_, indicator) => indicator);
  const limitColumn = (indicator: number, share: number): Float64Array =>
    Float64Array.from(
      workload.group,
      (group) => ((group % 2 === 0 ? standards.primary[indicator] : standards.junior[indicator]) ?? 0) * share,
    );
  const frame = pl.DataFrame(
    Object.fromEntries([
      ["g", pl.Series("g", workload.group)],
      ["p", pl.Series("p", workload.pupils)],
      ...indicators.flatMap((indicator) => [
        [`r${indicator}`, pl.Series(`r${indicator}`, workload.resource[indicator])],
        [`t${indicator}`, pl.Series(`t${indicator}`, limitColumn(indicator, 1))],
        [`f${indicator}`, pl.Series(`f${indicator}`, limitColumn(indicator, floorShare))],
      ]),
    ]),
  );
  const col = pl.col;
  const met = indicators
    .map((indicator) =>
      col(`x${indicator}`)
        .gtEq(col(`t${indicator}`))
        .cast(pl.Int32),
    )
    .reduce((sum, one) => sum.add(one));
  const aboveFloor = indicators.map((indicator) => col(`x${indicator}`).gtEq(col(`f${indicator}`))).reduce((all, one) => all.and(one));
  let balances: Frame | null = null;
  return {
    run: () => {
      const judged = frame
        .withColumns(
          ...indicators.map((indicator) =>
            col(`r${indicator}`)
              .mul(scales[indicator] ?? 1)
              .div(col("p"))
              .alias(`x${indicator}`),
          ),
        )
        .withColumns(met.gtEq(minimumMet).and(aboveFloor).not().cast(pl.Int32).alias("fails"));
      balances = judged.groupBy("g").agg(
        col("fails").sum().alias("failing"),
        col("p").sum().alias("n"),
        ...indicators.flatMap((indicator) => [
          col(`r${indicator}`).sum().alias(`T${indicator}`),
          col(`r${indicator}`)
            .mul(col(`r${indicator}`))
            .div(col("p"))
            .sum()
            .alias(`Q${indicator}`),
        ]),
      );
    },
    answer: () => {
      if (balances === null) throw new Error("nothing has been judged yet");
      const sorted = balances.sort("g");
      const column = (name: string): readonly number[] => sorted.getColumn(name).toArray();
      const pupils = column("n");
      const totals = indicators.map((indicator) => column(`T${indicator}`));
      const squares = indicators.map((indicator) => column(`Q${indicator}`));
      return {
        failing: Float64Array.from(column("failing")),
        cv: Float64Array.from(
          pupils.flatMap((people, group) =>
            indicators.map((indicator) =>
              Math.sqrt(Math.max((people * (squares[indicator]?.[group] ?? 0)) / (totals[indicator]?.[group] ?? 1) ** 2 - 1, 0)),
            ),
          ),
        ),
      };
    },
  };
};
