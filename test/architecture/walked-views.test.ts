import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { countyOfSize } from "@db/seeds/small-county";
import { projectRoot } from "@server/platform/entries";
import { viewsOf } from "@test/e2e/views";
import { textsOf } from "@test/support/browser";
import { expect, test } from "vitest";

const folder = join(projectRoot, "app/routes");
/** Home, matrix, evidence, grid and planning of a county. */
const ofPlanner = /^_app\.(overview|search|planning\..*|data\.entry.*|assessment\.(schools|evidence))\.tsx$/;

/** Addresses of a route's file, as the flat routes of the pages are named. */
const addressesOf = (file: string): RegExp => {
  const parts = file.slice("_app.".length, -".tsx".length).split(".");
  return new RegExp(`^/${parts.map((part) => (part.startsWith("$") ? "[^/]+" : part.replace(/_$/, ""))).join("/")}$`);
};

test("every view of the planner's workspace is walked by the browser tests", () => {
  const world = { other: { dataset: countyOfSize(1, 1) } };
  const views = viewsOf(textsOf("zh-CN"), { world, scenarioIds: ["scenario"], runId: "run" });
  const walked = views.map(({ path }) => path.replace(/\?.*/, ""));
  const pages = readdirSync(folder).filter(
    (file) => ofPlanner.test(file) && readFileSync(join(folder, file), "utf8").includes("export default"),
  );
  expect(pages.length).toBeGreaterThan(12);
  expect(pages.filter((page) => !walked.some((path) => addressesOf(page).test(path)))).toEqual([]);
});
