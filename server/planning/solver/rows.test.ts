import { describe, expect, it } from "vitest";
import { addColumn, addRow, type Entry, emptyProgramme } from "./rows";

/** The rows that were written down, each by column. */
const written = (rows: readonly (readonly Entry[])[]): readonly (readonly Entry[])[] => {
  const programme = emptyProgramme();
  for (let column = 0; column < 4; column += 1) addColumn(programme, 1, 0, 1, false);
  for (const entries of rows) addRow(programme, 0, 1, entries);
  const { starts, indices, values } = programme;
  return rows.map((_, row) =>
    indices.slice(starts[row], starts[row + 1]).map((column, at): Entry => [column, values[(starts[row] ?? 0) + at] ?? Number.NaN]),
  );
};

describe("rows of a programme", () => {
  it("hold each column once, with what its entries add up to, in the order in which they first came", () => {
    const row: Entry[] = [
      [2, 1],
      [0, 3],
      [2, 0.5],
      [1, 0],
    ];
    expect(written([row, row])).toEqual([
      [
        [2, 1.5],
        [0, 3],
      ],
      [
        [2, 1.5],
        [0, 3],
      ],
    ]);
  });

  it("leave out what adds up to nothing, and the next row begins where the entries end", () => {
    const cancelled: Entry[] = [
      [3, 2],
      [1, 5],
      [3, -2],
      [0, 1],
    ];
    const next: Entry[] = [
      [0, 7],
      [1, 8],
      [0, 1],
      [3, 9],
    ];
    expect(written([cancelled, next])).toEqual([
      [
        [1, 5],
        [0, 1],
      ],
      [
        [0, 8],
        [1, 8],
        [3, 9],
      ],
    ]);
  });
});
