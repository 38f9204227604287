import { describe, expect, it } from "vitest";
import en from "~/i18n/messages/en/rules";
import zh from "~/i18n/messages/zh-CN/rules";
import { resourceIndicators } from "./contract";

describe("the sentences of the cheapest change", () => {
  it.each(resourceIndicators)("name school and amount for %s in both languages", (id) => {
    for (const { flip } of [zh, en]) for (const blank of ["{{school}}", "{{amount}}"]) expect(flip[id]).toContain(blank);
  });
});
