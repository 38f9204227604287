import type { CountyDataset } from "@server/statistics/contract";
import { type Visitor, violations } from "@test/support/browser";
import type { Locator } from "playwright-core";
import { expect } from "vitest";

const edgeKinds = {
  rotate_teachers: "rotation",
  rezone: "rezone",
  close_school: "merger",
  transfer_equipment: "transfer",
} as const;

/** Draws an edge with the mouse, from the right side of one school's card to the left side of another's. */
const drag = async ({ page }: Visitor, from: string, to: string): Promise<void> => {
  const ends = [`${from}"] .react-flow__handle-right`, `${to}"] .react-flow__handle-left`].map((end) =>
    page.locator(`.react-flow__node[data-id="${end}`),
  );
  for (const end of ends) await end.scrollIntoViewIfNeeded();
  const [start, end] = (await Promise.all(ends.map((one) => one.boundingBox()))).map((box) => ({
    x: (box?.x ?? Number.NaN) + (box?.width ?? 0) / 2,
    y: (box?.y ?? Number.NaN) + (box?.height ?? 0) / 2,
  }));
  if (start === undefined || end === undefined) throw new Error("an edge has two ends");
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 5 });
  await page.mouse.up();
};

/** Rotation, rezoning, merger and transfer, each drawn by hand, priced as a lever and undone; what cannot be is refused in words. */
export const drawsEdges = async (visitor: Visitor, { schools }: CountyDataset): Promise<void> => {
  const { page, t } = visitor;
  const [first, second] = schools.filter(({ type }) => type === "primary");
  const [junior, both] = [schools.find(({ type }) => type === "junior"), schools.find(({ type }) => type === "nine_year")];
  if (first === undefined || second === undefined || junior === undefined || both === undefined) throw new Error("a school is missing");
  const dialog = page.getByRole("dialog", { name: t("workspace:connect.title") });
  const add = dialog.getByRole("button", { name: t("workspace:connect.add"), exact: true });
  const kind = dialog.getByLabel(t("planning:levers.type"));
  await page.locator(".react-flow__node").first().waitFor();
  for (const [type, look] of Object.entries(edgeKinds)) {
    await drag(visitor, first.code, second.code);
    await kind.selectOption(type);
    await add.click();
    await page.locator(`.react-flow__edge.ws-edge--${look}`).waitFor();
    await page.locator(".ws-result:not(.is-stale)").waitFor();
    await page.keyboard.press("Control+z");
    await page.locator(`.react-flow__edge.ws-edge--${look}`).waitFor({ state: "detached" });
  }

  await drag(visitor, first.code, junior.code);
  for (const type of ["rotate_teachers", "rezone", "close_school"]) {
    await kind.selectOption(type);
    await dialog.getByText(t("workspace:connect.no_stage")).waitFor();
    expect(await add.isDisabled(), type).toBe(true);
  }
  expect(await violations(page)).toEqual([]);
  await kind.selectOption("transfer_equipment");
  expect(await add.isEnabled()).toBe(true);
  await kind.selectOption("close_school");
  await dialog.getByLabel(t("planning:field.toCode")).selectOption(first.code);
  await dialog.getByText(t("workspace:connect.same")).waitFor();
  await dialog.getByLabel(t("planning:field.fromCode")).selectOption(both.code);
  await dialog.getByText(t("workspace:connect.not_all_stages")).waitFor();
  expect(await add.isDisabled()).toBe(true);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
};

/** Plays the years by keyboard, to the last one, where it ends by itself. */
export const playsYears = async ({ page, t }: Visitor): Promise<void> => {
  const slider = page.getByRole("slider", { name: t("workspace:years.slider") });
  const at = (year: string | null) =>
    page.getByRole("heading", { name: t("workspace:result.title", { year: year ?? "" }), exact: true }).waitFor();
  const button = (key: string) => page.getByRole("button", { name: t(key), exact: true });
  const last = await slider.getAttribute("max");
  await slider.press("End");
  await at(last);
  await slider.press("ArrowLeft");
  await at(String(Number(last) - 1));
  await button("workspace:years.play").press("Enter");
  await at(last);
  await button("workspace:years.play").waitFor();
};

/** Rows go to a spreadsheet by the clipboard and come back with what was typed there, digits of full width too. */
export const travelsToSpreadsheet = async (visitor: Visitor, rows: Locator): Promise<void> => {
  const { page, t, context } = visitor;
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const before = await rows.count();
  await page.getByRole("button", { name: t("workspace:table.copy_all"), exact: true }).click();
  await page.getByText(t("workspace:table.copied")).waitFor();
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split("\n").map((line) => line.split("\t"));
  expect(lines).toHaveLength(before + 1);
  const [head = [], line = []] = lines;
  const size = head.indexOf(t("workspace:column.size"));
  expect(line[head.indexOf(t("workspace:column.type"))]).toBe(t("planning:lever.build_sports"));
  expect(line[size]).toBe("500");
  // A spreadsheet ends its lines in its own way.
  const changed = [head, line.with(size, "５５０")].map((cells) => `${cells.join("\t")}\r\n`).join("");
  await page.evaluate((text) => navigator.clipboard.writeText(text), changed);
  await page.getByRole("region", { name: t("workspace:table.caption") }).press("Control+v");
  await page.getByRole("button", { name: t("workspace:paste.add", { count: 1 }) }).click();
  await rows.nth(before).waitFor();
  expect(await rows.nth(before).getByRole("textbox").first().inputValue()).toBe("550");
  await page.getByRole("button", { name: t("workspace:undo") }).click();
  await rows.nth(before).waitFor({ state: "detached" });
};

/** The base year of a plan is as far from the standard as the county's home says, and the years answer to the back button. */
export const countsAsHome = async ({ page, t }: Visitor): Promise<void> => {
  await page.goto("/overview");
  const short = Number((await page.locator(".overview__verdict strong").textContent())?.match(/\d+/)?.[0]);
  expect(short).toBeGreaterThan(0);
  await page.goto("/planning/scenarios");
  const plans = page.getByRole("table").locator("tbody").getByRole("link");
  const paths = await Promise.all(
    [0, 1].map(async (nth) => new URL((await plans.nth(nth).getAttribute("href")) ?? "", page.url()).pathname),
  );
  const opensAt = async (path: string | undefined) => {
    await page.goto(`${path}?tab=table&year=2029`);
    await page.locator(".ws-result:not(.is-stale)").waitFor();
  };
  const row = (of: "baseline" | "trial") => page.locator(".ws-years").getByRole("row", { name: t(`planning:result.${of}`) });
  // The newest one says what holds in the years to come, and passes as a whole.
  await opensAt(paths[0]);
  await row("trial").getByText(t("common:verdict.met"), { exact: true }).first().waitFor();
  await opensAt(paths[1]);
  for (const of of ["baseline", "trial"] as const)
    expect(await row(of).getByRole("cell").first().textContent()).toContain(t("planning:result.short_of", { count: short }));
  // Nothing is stated for the years to come: no year passes as a whole, whatever its resources do, until it is.
  expect(await row("trial").getByText(t("common:verdict.met"), { exact: true }).count()).toBe(0);
  await page.locator(".ws-failures summary").click();
  await page.locator(".ws-result details a").first().waitFor();
  await page.getByRole("link", { name: "2030", exact: true }).click();
  await page.getByRole("heading", { name: t("workspace:result.title", { year: 2030 }) }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: t("workspace:result.title", { year: 2029 }) }).waitFor();
};

/** What fails is answered where it is met: one click adds the cheapest lever to the plan that does nothing, one takes it back. */
export const curesFailure = async ({ page, t }: Visitor): Promise<void> => {
  await page.goto("/planning/scenarios");
  const idle = await page.getByRole("table").locator("tbody").getByRole("link").last().getAttribute("href");
  await page.goto(`${new URL(idle ?? "", page.url()).pathname}?tab=table&year=2029`);
  await page.locator(".ws-result:not(.is-stale)").waitFor();
  const failures = page.getByRole("region", { name: t("workspace:failures.title", { year: 2029 }) });
  const more = failures.locator("> .btn");
  if ((await more.count()) > 0) await more.click();
  await failures
    .getByRole("button", { name: new RegExp(t("rules:indicator.R7.short")) })
    .first()
    .click();
  const button = (key: string) => failures.getByRole("button", { name: t(key), exact: true }).first();
  await button("workspace:suggest.apply").click();
  await button("workspace:suggest.remove").waitFor();
  expect(await page.locator(".ws-table tbody tr").count()).toBeGreaterThan(0);
  expect(await violations(page)).toEqual([]);
  await button("workspace:suggest.remove").click();
  await button("workspace:suggest.apply").waitFor();
};

/** Whoever goes on right after an edit loses nothing, and what is computed is the draft with it; a year out of reach is named and not taken over. */
export const losesNothing = async ({ page, t }: Visitor, address: string): Promise<void> => {
  const size = page.locator(".ws-table tbody input[name^='size-']").first();
  const start = page.locator(".ws-table tbody input[name^='startYear-']").first();
  const sheet = async () => {
    await page.goto(address);
    await size.waitFor();
  };
  await sheet();
  const before = Number(await size.inputValue());
  await size.fill(String(before + 3));
  await page
    .locator("main")
    .getByRole("link", { name: t("planning:scenarios.title"), exact: true })
    .click();
  await page.waitForURL((url) => url.pathname === "/planning/scenarios");
  await page.waitForLoadState("networkidle");
  await sheet();
  expect(Number(await size.inputValue())).toBe(before + 3);

  const year = await start.inputValue();
  await start.fill("2099");
  await page.locator(".ws-table tbody [aria-invalid='true']").waitFor();
  const posted: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") posted.push(new URL(request.url()).pathname.endsWith("/document") ? "document" : "run");
  });
  await size.fill(String(before));
  await page.getByRole("button", { name: t("planning:scenario.run"), exact: true }).click();
  await page.getByRole("button", { name: t("planning:scenario.run"), exact: true, disabled: true }).waitFor();
  expect(posted).toEqual(["document", "run"]);
  await sheet();
  expect([await size.inputValue(), await start.inputValue()]).toEqual([String(before), year]);
};
