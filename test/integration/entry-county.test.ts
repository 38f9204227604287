import { smallCounty } from "@db/seeds/small-county";
import type { Actor } from "@server/auth/contract";
import { createEntryService } from "@server/statistics";
import type { CountyDataset, DatasetHead } from "@server/statistics/contract";
import { countyCode, countyViews, type EntryEdit, type EntryService } from "@server/statistics/entry-contract";
import { loadFor, savedHead, storeFor, unwrap } from "@test/support/entry";
import { seedOrganisations } from "@test/support/organisations";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

/** The county's own return (县级填报表) in the grid. */

let database: TestDatabase;
let entry: EntryService;
let planner: Actor;
let head: DatasetHead;
let dataset: CountyDataset;

const year = 2026;

beforeAll(async () => {
  database = await testDatabase({ poolSize: 2 });
  planner = (await seedOrganisations(database)).countyA1.actors.planner;
  entry = createEntryService({ withTenant: database.withTenant });
});
beforeEach(async () => {
  await database.ownerSql`truncate county.dataset, county.audit_entry cascade`;
  head = await storeFor(database.withTenant, planner, smallCounty());
  dataset = (await loadFor(database.withTenant, planner, head.id)).dataset;
});
afterAll(() => database.close());

const countyEdit = (path: string, text: string, was: EntryEdit["was"]): EntryEdit => ({ code: countyCode, path, text, was });
/** Reasons for whatever a changed figure of the county makes doubtful. */
const soft = { "checks.growthYearGap": "核对过", "checks.growthJump": "核对过", "checks.countyAboveSchools": "核对过" };
test("is a sheet of lines that is edited, checked and remembered like those of the schools", async () => {
  const book = unwrap(await entry.open(planner, null, "countyFacts"));
  expect(book?.schools).toEqual([]);
  const at = book?.lines.findIndex(({ path }) => path === "facts.rotated") ?? -1;
  const [figures] = unwrap(await entry.figures(planner, head.id, "countyFacts", 0));
  const rotated = dataset.county.facts.rotated;
  expect(figures?.now[at]).toEqual([rotated]);

  const past = dataset.county.growth.find(({ fiscalYear }) => fiscalYear === 2023)?.appropriationWan ?? null;
  const edits = [countyEdit("facts.rotated", `${(rotated ?? 0) + 1}`, rotated), countyEdit("growth.2023.appropriationWan", "12,000", past)];
  const after = savedHead(unwrap(await entry.save(planner, { statisticsYear: year, edits, reasons: soft })));
  expect(after).toMatchObject({ version: 2, origin: "hand" });
  const stored = (await loadFor(database.withTenant, planner, after.id)).dataset.county;
  expect(stored.facts.rotated).toBe((rotated ?? 0) + 1);
  expect(stored.growth.find(({ fiscalYear }) => fiscalYear === 2023)?.appropriationWan).toBe(12_000);
  expect(unwrap(await entry.history(planner, year, countyCode, "facts.rotated")).map(({ from, to }) => [from, to])).toEqual([
    [rotated, (rotated ?? 0) + 1],
    [null, rotated],
  ]);
});

test("refuses what cannot be read, what somebody else has changed, and what contradicts itself, at the cell", async () => {
  const eligible = dataset.county.facts.rotationEligible;
  const review = unwrap(
    await entry.check(planner, year, [
      countyEdit("facts.rotationEligible", "0", eligible),
      countyEdit("facts.rotated", "五人", dataset.county.facts.rotated),
      countyEdit("facts.seniorPlaces", "7", -1),
      countyEdit("vetoes.V1", "是", null),
    ]),
  );
  expect(review.problems.map(({ path, message }) => [path, message])).toEqual([
    ["facts.rotated", "checks.notNumber"],
    ["vetoes.V1", "checks.unknownCell"],
  ]);
  expect(review.conflicts.map(({ path }) => path)).toEqual(["facts.seniorPlaces"]);
  expect(review.checks.find(({ severity }) => severity === "error")).toMatchObject({
    message: "checks.countyPartAboveWhole",
    fresh: true,
    at: { code: countyCode, path: "facts.rotated", view: "countyFacts" },
  });
});

test("stands beside the year before, and as a form for those without script", async () => {
  await storeFor(database.withTenant, planner, {
    ...dataset,
    county: { ...dataset.county, statisticsYear: year - 1, fiscalYear: year - 2 },
  });
  const [figures] = unwrap(await entry.figures(planner, head.id, "countyFacts", 0));
  expect(figures?.before).toEqual(figures?.now);
  const form = unwrap(await entry.form(planner, year, countyCode));
  expect(form.school).toEqual({ code: countyCode, name: dataset.county.name });
  expect(form.sheets.map(({ view }) => view)).toEqual([...countyViews]);
  expect(form.sheets[0]?.rows[0]?.cells.find(({ path }) => path === "facts.rotated")?.value).toBe(dataset.county.facts.rotated);
});
