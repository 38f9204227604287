import { expect, test } from "vitest";
import { handAt, moved, rangeOf } from "./grid-state";

const size = { lines: 10, places: 5 };
const plain = { extend: false, far: false, page: 4 };

test("arrows move one cell and stop at the edges", () => {
  expect(moved(handAt(0, 0), "ArrowRight", plain, size)).toEqual(handAt(0, 1));
  expect(moved(handAt(0, 0), "ArrowUp", plain, size)).toEqual(handAt(0, 0));
  expect(moved(handAt(9, 4), "ArrowDown", plain, size)).toEqual(handAt(9, 4));
});

test("with Ctrl they go to the end, PgDn goes a page, Home to the first column", () => {
  expect(moved(handAt(2, 2), "ArrowDown", { ...plain, far: true }, size)).toEqual(handAt(9, 2));
  expect(moved(handAt(2, 2), "PageDown", plain, size)).toEqual(handAt(6, 2));
  expect(moved(handAt(2, 2), "Home", plain, size)).toEqual(handAt(2, 0));
  expect(moved(handAt(2, 2), "Home", { ...plain, far: true }, size)).toEqual(handAt(0, 0));
});

test("with Shift the selection grows from where the hand is", () => {
  const once = moved(handAt(2, 2), "ArrowDown", { ...plain, extend: true }, size);
  const twice = once === null ? null : moved(once, "ArrowLeft", { ...plain, extend: true }, size);
  expect(twice === null ? null : rangeOf(twice)).toEqual({ top: 2, left: 1, bottom: 3, right: 2 });
});

test("other keys move nothing", () => {
  expect(moved(handAt(2, 2), "a", plain, size)).toBeNull();
});
