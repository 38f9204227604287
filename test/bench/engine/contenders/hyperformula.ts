import type { Prepare } from "../contender";
import { requirePeer } from "../peers";
import { floorShare, minimumMet, scales, standards } from "../workload";

interface Sheet {
  readonly batch: (work: () => void) => void;
  readonly setCellContents: (at: { sheet: number; row: number; col: number }, cells: readonly (readonly (number | string)[])[]) => void;
  readonly getCellValue: (at: { sheet: number; row: number; col: number }) => unknown;
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const column = (index: number): string => letters[index] ?? "";
const indicators = scales.map((_, indicator) => indicator);
/** Input in columns A–H (pupils, seven resources), values in I–O, pass flag in P. */
const rowFormulas = (row: number, limits: readonly number[]): string[] => {
  const values = indicators.map((indicator) => `=${column(indicator + 1)}${row}*${scales[indicator] ?? 1}/A${row}`);
  const met = indicators.map((indicator) => `(${column(indicator + 8)}${row}>=${limits[indicator] ?? 0})`).join("+");
  const floors = indicators.map((indicator) => `${column(indicator + 8)}${row}>=${(limits[indicator] ?? 0) * floorShare}`).join(",");
  return [...values, `=IF(AND(${met}>=${minimumMet},${floors}),0,1)`];
};

/** A spreadsheet of the same sections: every input is written again and everything recalculated. */
export const prepare: Prepare = (workload) => {
  const { HyperFormula } = requirePeer("hyperformula") as {
    readonly HyperFormula: { readonly buildFromArray: (cells: (number | string)[][], options: Record<string, unknown>) => Sheet };
  };
  const groups = workload.starts.length - 1;
  const inputs = Array.from(workload.pupils, (pupils, row) => [pupils, ...workload.resource.map((cells) => cells[row] ?? 0)]);
  const cells: (number | string)[][] = inputs.map((input, row) => {
    const limits = (workload.group[row] ?? 0) % 2 === 0 ? standards.primary : standards.junior;
    return [...input, ...rowFormulas(row + 1, limits)];
  });
  for (let group = 0; group < groups; group++) {
    const [from, to] = [(workload.starts[group] ?? 0) + 1, workload.starts[group + 1] ?? 0];
    const people = `SUM(A${from}:A${to})`;
    const balances = indicators.map((indicator) => {
      const own = `${column(indicator + 1)}${from}:${column(indicator + 1)}${to}`;
      return `=SQRT(${people}*SUMPRODUCT(${own},${own},1/A${from}:A${to})/SUM(${own})^2-1)`;
    });
    cells.push([`=SUM(P${from}:P${to})`, ...balances]);
  }
  const sheet = HyperFormula.buildFromArray(cells, { licenseKey: "gpl-v3", useArrayArithmetic: true });
  const at = (row: number, col: number) => ({ sheet: 0, row, col });
  const read = (row: number, col: number): number => Number(sheet.getCellValue(at(row, col)));
  return {
    run: () => sheet.batch(() => sheet.setCellContents(at(0, 0), inputs)),
    answer: () => ({
      failing: Float64Array.from({ length: groups }, (_, group) => read(inputs.length + group, 0)),
      cv: Float64Array.from({ length: groups * 7 }, (_, index) => read(inputs.length + Math.floor(index / 7), 1 + (index % 7))),
    }),
  };
};
