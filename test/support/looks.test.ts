import { expect, test } from "vitest";
import { differences, type Look } from "./looks";

const [columns, rows] = [60, 40];
const screen = (dark: (column: number, row: number) => number): Look => ({
  columns,
  rows,
  light: Array.from({ length: columns * rows }, (_, at) => 1 - dark(at % columns, Math.floor(at / columns))),
});
const within = (value: number, from: number, to: number) => value >= from && value < to;
/** A card with lines of text. */
const card = (left: number, top: number) => (column: number, row: number) =>
  within(column, left, left + 20) && within(row, top, top + 10) && row % 3 !== 0 ? 0.2 : 0;

test("strokes that are a little bolder everywhere are the same look", () => {
  const bolder = screen((column, row) => card(10, 10)(column, row) * 1.2);
  expect(differences(screen(card(10, 10)), bolder)).toEqual([]);
});

test("a part that is missing is found where it was", () => {
  const [found, ...others] = differences(
    screen(card(10, 10)),
    screen(() => 0),
  );
  expect(others).toEqual([]);
  expect(found).toMatchObject({ x: 80, y: 72 });
});

test("a part that has moved differs at both places", () => {
  expect(differences(screen(card(5, 10)), screen(card(35, 10)))).toHaveLength(2);
});

test("a screen of another size is another screen", () => {
  expect(
    differences(
      screen(() => 0),
      { columns: 2, rows: 1, light: [1, 1] },
    ),
  ).toEqual([{ x: 0, y: 0, width: 16, height: 8 }]);
});
