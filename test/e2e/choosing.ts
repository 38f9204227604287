import type { Visitor } from "@test/support/browser";
import { expect } from "vitest";

/** The back button takes a filter back, in the list and in its field. */
export const goesBackThroughFilters = async ({ page, t }: Visitor): Promise<void> => {
  await page.goto("/assessment/schools", { waitUntil: "networkidle" });
  await page.getByLabel(t("compliance:filter.verdict")).selectOption("met");
  await page.waitForURL(/verdict=met/);
  const chips = page.getByRole("link", { name: t("common:filter.clear") });
  await chips.waitFor();
  await page.goBack();
  await chips.waitFor({ state: "hidden" });
  expect(await page.getByLabel(t("compliance:filter.verdict")).inputValue()).toBe("");

  await page.goto("/data/entry?view=teachers&panel=checks&checks=open", { waitUntil: "networkidle" });
  const shown = page.getByLabel(t("entry:checks.show"));
  expect(await shown.inputValue()).toBe("open");
  await shown.selectOption("error");
  await page.waitForURL(/checks=error/);
  await expect.poll(() => shown.inputValue()).toBe("error");
  await page.goBack();
  await expect.poll(() => shown.inputValue()).toBe("open");
};

/** Views of one page that are opened by links of a group: page, name of the group, link that is followed. */
const tabsOf = ({ t }: Visitor): readonly (readonly [string, string, string])[] => [
  ["/assessment/schools", t("compliance:filter.stage"), t("rules:section.junior")],
  ["/data/entry?view=teachers", t("entry:views"), t("entry:view.pupils")],
];

/** The back button shows the view from before. */
export const goesBackThroughTabs = async (visitor: Visitor): Promise<void> => {
  const { page } = visitor;
  for (const [path, group, link] of tabsOf(visitor)) {
    await page.goto(path, { waitUntil: "networkidle" });
    const tabs = page.getByRole("navigation", { name: group });
    const shown = async () => (await tabs.locator("[aria-current]").allInnerTexts())[0] ?? "";
    const before = await shown();
    expect(before, path).not.toContain(link);
    await tabs.getByRole("link", { name: link }).first().click();
    await expect.poll(shown, { message: path, timeout: 30_000 }).toContain(link);
    await page.goBack();
    await expect.poll(shown, { message: path, timeout: 30_000 }).toBe(before);
  }
};
