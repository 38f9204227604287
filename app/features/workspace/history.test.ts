import { expect, test } from "vitest";
import { edited, historyOf, redone, undone } from "./history";

test("what was done can be undone and done again, in order", () => {
  const done = edited(edited(historyOf("a"), "b", null), "c", null);
  expect(undone(done).present).toBe("b");
  expect(undone(undone(done)).present).toBe("a");
  expect(redone(undone(undone(done))).present).toBe("b");
  expect(redone(done)).toBe(done);
  expect(undone(historyOf("a")).present).toBe("a");
});

test("dragging a slider is one step, and another lever's slider begins a new one", () => {
  const dragged = edited(edited(edited(historyOf(0), 1, "L1"), 2, "L1"), 3, "L2");
  expect(undone(dragged).present).toBe(2);
  expect(undone(undone(dragged)).present).toBe(0);
});

test("after an undo the same slider begins a step of its own", () => {
  const again = edited(undone(edited(edited(historyOf(0), 1, "L1"), 2, "L2")), 5, "L1");
  expect(undone(again).present).toBe(1);
});

test("an edit after an undo gives up what was undone", () => {
  expect(redone(edited(undone(edited(historyOf(1), 2, null)), 3, null)).present).toBe(3);
});
