import { expect, test } from "vitest";
import { anchorOf } from "./anchor";

test.each([
  ["facilities.multimediaRooms", "facilities.multimediaRooms"],
  ["teachers.primary.fullTime", "teachers.primary.fullTime"],
  ["pupils.primaryByGrade.3", "pupils"],
  ["history.0.year", "pupils"],
  ["classes.juniorByGrade", "classes"],
  ["lineage.0.fromCode", "lineage"],
  ["classSizes.primary", "classSizes.primary.0"],
  ["classSizes.primary.4", "classSizes.primary.4"],
])("the figure %s stands at #%s of the page of its school", (path, anchor) => {
  expect(anchorOf(path)).toBe(anchor);
});
