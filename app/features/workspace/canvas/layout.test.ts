import { describe, expect, test } from "vitest";
import { foldedTownships, layout } from "./layout";
import type { SchoolCard } from "./school-cards";

const card = (code: string, township: string, patch: Partial<SchoolCard> = {}): SchoolCard => ({
  code,
  name: code,
  township,
  verdict: "met",
  before: "met",
  pupils: 300,
  met: 7,
  sections: 1,
  badges: [],
  closed: false,
  changed: false,
  ...patch,
});

const county = Array.from({ length: 300 }, (_, index) => card(`S${index}`, `T${index % 17}`, { changed: index % 3 === 0 }));

describe("the canvas layout", () => {
  test("places every school once, within its township, and lets no two townships overlap", () => {
    const boxes = layout(county, new Set());
    expect(boxes.flatMap(({ schools }) => schools.map(({ code }) => code)).sort()).toEqual(county.map(({ code }) => code).sort());
    for (const box of boxes)
      for (const place of box.places) {
        expect(place.x + place.width).toBeLessThan(box.width);
        expect(place.y + place.height).toBeLessThan(box.height);
      }
    for (const a of boxes)
      for (const b of boxes) {
        const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(a === b || apart).toBe(true);
      }
  });

  test("folds townships that nothing touches", () => {
    expect([
      ...foldedTownships([card("1", "甲", { changed: true }), card("2", "乙"), card("3", "丙", { verdict: "not_met", before: "not_met" })]),
    ]).toEqual(["乙", "丙"]);
  });

  test("without any lever keeps the townships open whose schools do not pass", () => {
    expect([...foldedTownships([card("1", "甲"), card("2", "乙", { verdict: "not_met", before: "not_met" })])]).toEqual(["甲"]);
  });
});
