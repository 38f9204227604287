import { smallCounty } from "@db/seeds/small-county";
import type { Actor } from "@server/auth/contract";
import type { Locale } from "@server/http/context";
import { createPlanningService } from "@server/planning";
import { createProvinceService } from "@server/province";
import { storeDataset } from "@server/statistics";
import { type SeededOrganisation, type SeededOrganisations, seedOrganisations } from "@test/support/organisations";
import { contextOf } from "@test/support/page-context";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FoundGroup, foundFor } from "~/features/search/search-page-data";
import { en } from "~/i18n/en";
import { registerLanguage } from "~/i18n/instance";
import { zhCN } from "~/i18n/zh-CN";

let database: TestDatabase;
let places: SeededOrganisations;
const [school = { code: "", name: "" }] = smallCounty().schools;

const store = async ({ actors: { planner }, id, code, name }: SeededOrganisation, rename: string): Promise<void> => {
  const dataset = smallCounty();
  const schools = dataset.schools.map((one) => (one.code === school.code ? { ...one, name: rename } : one));
  await database.withTenant({ orgId: id, userId: planner.userId }, (tx) =>
    storeDataset(tx, planner, {
      dataset: { ...dataset, county: { ...dataset.county, code, name }, schools },
      sources: {},
      fileName: "county.xlsx",
    }),
  );
};

beforeAll(async () => {
  registerLanguage("zh-CN", zhCN);
  registerLanguage("en", en);
  database = await testDatabase({ poolSize: 2 });
  places = await seedOrganisations(database);
  await store(places.countyA1, "一百%学校");
  await store(places.countyA3, "邻县学校");
  await createPlanningService({ withTenant: database.withTenant, jobs: { startRun: () => Promise.reject(new Error("no run")) } }).create(
    places.countyA1.actors.planner,
    "补短板甲案",
  );
  await createProvinceService(database).publish(places.countyA1.actors.approver);
});
afterAll(() => database.close());

const find = (actor: Actor, text: string, locale: Locale = "zh-CN"): Promise<readonly FoundGroup[]> =>
  foundFor(contextOf(database, actor, locale), actor, text);
const linksOf = (groups: readonly FoundGroup[]) => groups.map(({ kind, found }) => [kind, found.map(({ to }) => to)]);

test("a county finds its schools by name and code, indicators by number and words in either language, its scenarios and its pages", async () => {
  const { planner } = places.countyA1.actors;
  expect(linksOf(await find(planner, "一百%"))).toEqual([["schools", [`/data/schools/${school.code}`]]]);
  expect((await find(planner, school.code)).map(({ kind, total }) => [kind, total])).toEqual([["schools", 1]]);
  expect(linksOf(await find(planner, "g13"))).toEqual([["indicators", ["/assessment/assurance?item=G13"]]]);
  expect(linksOf(await find(planner, "体艺教师"))).toEqual([["indicators", ["/assessment/schools?sort=R3"]]]);
  expect(linksOf(await find(planner, "school layout", "en"))).toEqual([["indicators", ["/assessment/assurance?item=G1"]]]);
  expect((await find(planner, "补短板")).map(({ kind, total }) => [kind, total])).toEqual([["scenarios", 1]]);
  expect(linksOf(await find(planner, "回溯"))).toEqual([["pages", ["/planning/backtest"]]]);
});

test("signs of patterns stand for themselves, nothing asked finds nothing, and a long list is cut and counted", async () => {
  const { planner } = places.countyA1.actors;
  expect(await find(planner, "一_%学校")).toEqual([]);
  expect(await find(planner, "")).toEqual([]);
  const [schools] = await find(planner, school.code.slice(0, 1));
  expect(schools?.found.length).toBe(Math.min(12, schools?.total ?? 0));
});

test("nobody finds what he may not open: neighbours' schools and scenarios, counties of another province, pages of others", async () => {
  const neighbour = places.countyA3.actors.planner;
  expect(await find(neighbour, "一百")).toEqual([]);
  expect(await find(neighbour, "补短板")).toEqual([]);
  const { analyst } = places.provinceA.actors;
  expect(await find(analyst, school.code)).toEqual([]);
  expect(await find(analyst, "补短板")).toEqual([]);
  expect(await find(analyst, "回溯")).toEqual([]);
  expect((await find(analyst, places.countyA1.code)).map(({ kind, found }) => [kind, found.map(({ name }) => name)])).toEqual([
    ["counties", [places.countyA1.name]],
  ]);
  expect(await find(analyst, places.countyB1.code)).toEqual([]);
  expect(await find(places.countyA1.actors.viewer, "导入与校验")).toEqual([]);
});
