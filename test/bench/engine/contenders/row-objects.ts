import type { Prepare } from "../contender";
import { floorShare, minimumMet, scales, standards } from "../workload";

interface Row {
  readonly group: number;
  readonly pupils: number;
  readonly resource: readonly number[];
}

const judgeRow = (row: Row) => {
  const limits = row.group % 2 === 0 ? standards.primary : standards.junior;
  const values = row.resource.map((resource, indicator) => (resource * (scales[indicator] ?? 1)) / row.pupils);
  const met = values.filter((value, indicator) => value >= (limits[indicator] ?? 0)).length;
  const passes = met >= minimumMet && values.every((value, indicator) => value >= (limits[indicator] ?? 0) * floorShare);
  return { ...row, values, met, passes };
};

const balanceOf = (rows: readonly ReturnType<typeof judgeRow>[], indicator: number): number => {
  const people = rows.reduce((sum, row) => sum + row.pupils, 0);
  const mean = (rows.reduce((sum, row) => sum + (row.resource[indicator] ?? 0), 0) * (scales[indicator] ?? 1)) / people;
  const squares = rows.reduce((sum, row) => sum + row.pupils * ((row.values[indicator] ?? 0) - mean) ** 2, 0);
  return Math.sqrt(squares / people) / mean;
};

/** The same rules as one would write them first: an object a section, arrays of arrays, Map by group. */
export const prepare: Prepare = (workload) => {
  const rows: Row[] = Array.from(workload.pupils, (pupils, row) => ({
    group: workload.group[row] ?? 0,
    pupils,
    resource: workload.resource.map((column) => column[row] ?? 0),
  }));
  let judged: { readonly failing: number; readonly cv: readonly number[] }[] = [];
  return {
    run: () => {
      const groups = new Map<number, ReturnType<typeof judgeRow>[]>();
      for (const row of rows.map(judgeRow)) {
        const own = groups.get(row.group);
        if (own === undefined) groups.set(row.group, [row]);
        else own.push(row);
      }
      judged = [...groups.values()].map((own) => ({
        failing: own.filter(({ passes }) => !passes).length,
        cv: scales.map((_, indicator) => balanceOf(own, indicator)),
      }));
    },
    answer: () => ({
      failing: Float64Array.from(judged, ({ failing }) => failing),
      cv: Float64Array.from(judged.flatMap(({ cv }) => cv)),
    }),
  };
};
