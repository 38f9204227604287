import { smallCounty } from "@db/seeds/small-county";
import type { Actor, Role } from "@server/auth/contract";
import type { Locale } from "@server/http/context";
import { createPlanningService } from "@server/planning";
import { createProvinceService } from "@server/province";
import { storeDataset } from "@server/statistics";
import { type SeededOrganisation, type SeededOrganisations, seedOrganisations } from "@test/support/organisations";
import { contextOf, statusOf } from "@test/support/page-context";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareFile } from "~/features/province/compare-file";
import { compareViews } from "~/features/province/compare-query";
import { loadComparison } from "~/features/province/load-comparison";
import { loadPublished } from "~/features/province/published";
import { en } from "~/i18n/en";
import { registerLanguage } from "~/i18n/instance";
import { zhCN } from "~/i18n/zh-CN";

let database: TestDatabase;
let places: SeededOrganisations;
let ids: Readonly<Record<"A1" | "A3" | "B1", string>>;

const actor = (place: SeededOrganisation, role: Role): Actor => place.actors[role];

const publish = async (place: SeededOrganisation): Promise<string> => {
  const dataset = smallCounty();
  const planner = actor(place, "planner");
  await database.withTenant({ orgId: place.id, userId: planner.userId }, (tx) =>
    storeDataset(tx, planner, {
      dataset: { ...dataset, county: { ...dataset.county, code: place.code, name: place.name } },
      sources: {},
      fileName: "county.xlsx",
    }),
  );
  const published = await createProvinceService(database).publish(actor(place, "approver"));
  if (!published.ok) throw new Error(published.error.code);
  return published.value.id;
};

beforeAll(async () => {
  registerLanguage("zh-CN", zhCN);
  registerLanguage("en", en);
  database = await testDatabase({ poolSize: 2 });
  places = await seedOrganisations(database);
  ids = { A1: await publish(places.countyA1), A3: await publish(places.countyA3), B1: await publish(places.countyB1) };
});
afterAll(() => database.close());

const file = (who: Actor, search: string, locale: Locale = "zh-CN") =>
  compareFile(contextOf(database, who, locale), new Request(`https://hengce.example/province/compare/file?${search}`));
const page = (who: Actor, search: string) =>
  loadComparison(contextOf(database, who), new Request(`https://hengce.example/province/compare?${search}`));
const formats = ["csv", "xlsx", "svg"] as const;

describe("files and pictures of the comparison", () => {
  it.each(compareViews.filter((view) => view !== "sides"))("hold the counties of the page in its order, in view %s", async (view) => {
    const who = actor(places.provinceA, "analyst");
    const shown = (await page(who, `view=${view}&sort=county&direction=desc`))?.rows.map(({ countyName }) => countyName) ?? [];
    expect(shown).toHaveLength(3);
    for (const locale of ["zh-CN", "en"] as const) {
      const csv = await (await file(who, `view=${view}&sort=county&direction=desc&format=csv`, locale)).text();
      const lines = csv.split("\r\n");
      expect(lines.slice(1, 4).map((line) => line.split(",")[1])).toEqual(shown);
      const svg = await (await file(who, `view=${view}&sort=county&direction=desc&format=svg`, locale)).text();
      const places = shown.map((name) => svg.indexOf(`>${name}`));
      expect(places.every((place) => place > 0)).toBe(true);
      expect([...places].sort((a, b) => a - b)).toEqual(places);
      expect(svg).not.toContain("undefined");
    }
  });

  it("of small charts by indicator hold a line an indicator and a column a county, in the order of the page", async () => {
    const who = actor(places.provinceA, "analyst");
    const search = `view=multiples&by=indicator&measure=cv&own=${places.countyA3.code}&sort=county`;
    const csv = (await (await file(who, `${search}&format=csv`)).text()).split("\r\n");
    expect(csv[0]?.split(",").slice(4)).toEqual(["甲一县", "甲二县（未发布）", "甲三县 A 参照"]);
    expect(csv.slice(1, 40).filter((line) => /^(小学|初中|[GQX]\d+) /.test(line))).toHaveLength(39);
    const rows = (await page(who, search))?.rows ?? [];
    const cv = rows.map(
      ({ publication }) => publication?.cells.find(({ stage, indicator }) => stage === "junior" && indicator === "R7")?.cv,
    );
    expect(
      csv
        .find((line) => line.startsWith("初中 每百名学生拥有网络多媒体"))
        ?.split(",")
        .slice(4),
    ).toEqual(cv.map((value) => (value === undefined || value === null ? "" : String(value))));
    const svg = await (await file(who, `${search}&format=svg`)).text();
    expect(svg.match(/<title>/g)).toHaveLength(1);
    expect(svg).toContain("已发布 2/3 县");
    expect(svg).not.toContain("undefined");
  });

  it("of counties beside each other hold a line an indicator, the verdict first, and name who is the reference county", async () => {
    const who = actor(places.provinceA, "analyst");
    const search = `view=sides&measure=cv&own=${places.countyA3.code}&b=${places.countyA1.code}&c=${places.countyA2.code}`;
    const lines = (await (await file(who, `${search}&all=1&format=csv`)).text()).split("\r\n");
    expect(lines[0]).toBe("指标,标准,甲三县 A 参照,甲一县 B,甲二县 C,有差距的县数,无法评定县数");
    expect(lines[1]).toMatch(/^结论,,([^,]+),\1,未发布,/);
    expect(lines.slice(2, 41).filter((line) => /^(小学|初中|[GQX]\d+) /.test(line))).toHaveLength(39);
    expect(lines.join("\n")).toContain("对照：甲三县（A 参照）、甲一县（B）、甲二县（C）");
    // Two copies of one county agree on everything.
    expect((await (await file(who, `${search}&format=csv`)).text()).split("\r\n")[2]).toMatch(/^另有 39 项各县相同。/);
    const svg = await (await file(who, `${search}&all=1&format=svg`)).text();
    expect(svg).toContain(">A 参照 甲三县<");
    expect(svg).not.toContain("undefined");
    const city = await page(actor(places.cityA1, "analyst"), `view=sides&own=${places.countyA3.code}&b=${places.countyB1.code}`);
    expect(city?.sides.map(({ row }) => row.countyCode)).toEqual([places.countyA1.code]);
  });

  it("say of which filters they are and over how many published counties", async () => {
    const who = actor(places.provinceA, "analyst");
    const csv = await (await file(who, "city=甲一市&own=990301&format=csv")).text();
    expect(csv).toContain("已发布 2/3 县");
    expect(csv).toContain("筛选：甲一市");
    expect(csv).toContain("合计按 1 个已发布县计算");
  });

  it("of the counties most like another name no filter, as none narrows them, and no column of another view as their order", async () => {
    const who = actor(places.provinceA, "analyst");
    const similar = await (await file(who, `city=甲一市&own=${places.countyA3.code}&similar=1&format=csv`)).text();
    expect(similar).toContain("甲三县");
    expect(similar).toContain("最相似的在前");
    expect(similar).not.toContain("筛选：");
    const other = await (await file(who, "view=heat&sort=money&format=csv")).text();
    expect(other).not.toContain("按所选列排序");
  });

  it("as a workbook hold the same cells as the text", async () => {
    const who = actor(places.provinceA, "analyst");
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await (await file(who, "view=table&measure=cv&format=xlsx")).arrayBuffer());
    const csv = await (await file(who, "view=table&measure=cv&format=csv")).text();
    const rows = csv.split("\r\n").slice(0, 4);
    const cells = rows.map((_, index) => {
      const { values } = workbook.worksheets[0]?.getRow(index + 1) ?? { values: [] };
      return Array.isArray(values)
        ? Array.from(values.slice(1), (value) => (value === undefined || value === null ? "" : String(value)))
        : [];
    });
    expect(cells.map((row) => row.join(",").replace(/,+$/, ""))).toEqual(rows.map((row) => row.replace(/,+$/, "")));
  });

  it("leave an unpublished county blank and keep it", async () => {
    const csv = await (await file(actor(places.provinceA, "analyst"), "view=table&measure=mean&format=csv")).text();
    const row =
      csv
        .split("\r\n")
        .find((line) => line.includes("甲二县"))
        ?.split(",") ?? [];
    expect(row[3]).toBe("未发布");
    expect(row.slice(4).every((cell) => cell === "")).toBe(true);
  });
});

describe("what may not be seen", () => {
  it.each(formats)("a county has no .%s of its neighbours, whoever asks", async (format) => {
    for (const role of ["admin", "planner", "approver", "viewer", "analyst"] as const)
      expect(await statusOf(file(actor(places.countyA1, role), `format=${format}`)), role).toBe(403);
    expect(await statusOf(page(actor(places.countyA1, "planner"), ""))).toBe(403);
  });

  it.each(formats)("a city has in its .%s no county of another city, and a province none of another province", async (format) => {
    const read = async (who: Actor): Promise<string> => {
      const answer = await file(who, `view=schools&format=${format}`);
      if (format !== "xlsx") return answer.text();
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load(await answer.arrayBuffer());
      return JSON.stringify(workbook.worksheets[0]?.getSheetValues());
    };
    const [city, province, other] = [
      await read(actor(places.cityA1, "analyst")),
      await read(actor(places.provinceA, "viewer")),
      await read(actor(places.provinceB, "analyst")),
    ];
    expect(["甲一县", "甲二县", "甲三县", "乙一县"].map((name) => city.includes(name))).toEqual([true, true, false, false]);
    expect(["甲一县", "甲三县", "乙一县"].map((name) => province.includes(name))).toEqual([true, true, false]);
    expect(["甲一县", "甲三县", "乙一县"].map((name) => other.includes(name))).toEqual([false, false, true]);
  });

  it("a reference county and chosen counties of elsewhere are nobody", async () => {
    const shown = await page(actor(places.cityA1, "analyst"), `own=${places.countyA3.code}&only=${places.countyB1.code}`);
    expect([shown?.own, shown?.rows]).toEqual([null, []]);
  });

  it("the schools of a county are not told to who may not see it, though its id be known", async () => {
    const { province } = contextOf(database, actor(places.cityA2, "analyst")).services;
    const asked = {
      statisticsYear: smallCounty().county.statisticsYear,
      stage: "primary",
      indicator: "R4",
      countyIds: [places.countyA1.id, places.countyA3.id, places.countyB1.id],
    } as const;
    const seen = async (who: Actor) => {
      const strips = await province.strips(who, asked);
      return strips.ok ? [...strips.value.keys()] : strips.error.code;
    };
    expect(await seen(actor(places.cityA2, "analyst"))).toEqual([places.countyA3.id]);
    expect(await seen(actor(places.provinceB, "analyst"))).toEqual([places.countyB1.id]);
    for (const role of ["admin", "planner", "approver", "viewer"] as const)
      expect(await seen(actor(places.countyA1, role))).toBe("forbidden");
  });

  it.each(["summary", "matrix", "balance", "items"])(
    "the published tables (%s) of a county are closed to its neighbours and to other cities",
    async (view) => {
      const open = (who: Actor, id: string) =>
        statusOf(
          loadPublished(contextOf(database, who), new Request(`https://hengce.example/province/counties/${id}?view=${view}&item=G3`), id),
        );
      expect(await open(actor(places.provinceA, "analyst"), ids.A3)).toBe(200);
      expect(await open(actor(places.cityA2, "analyst"), ids.A3)).toBe(200);
      expect(await open(actor(places.cityA1, "analyst"), ids.A3)).toBe(404);
      expect(await open(actor(places.provinceA, "analyst"), ids.B1)).toBe(404);
      expect(await open(actor(places.countyA1, "planner"), ids.A3)).toBe(404);
      expect(await open(actor(places.countyA1, "analyst"), ids.A3)).toBe(403);
      // The county itself reads what its city and province see of it.
      expect(await open(actor(places.countyA3, "viewer"), ids.A3)).toBe(200);
    },
  );
});

describe("the reading role", () => {
  it("reaches no table of a county but what it has published", async () => {
    const planner = actor(places.countyA1, "planner");
    const planning = createPlanningService({
      withTenant: database.withTenant,
      jobs: {
        startRun: () => {
          throw new Error("no run is started here");
        },
      },
    });
    expect((await planning.create(planner, "草案")).ok).toBe(true);
    const analyst = actor(places.provinceA, "analyst");
    const context = { orgId: analyst.orgId, userId: analyst.userId };
    const tables = [
      "county.dataset",
      "county.school",
      "county.upload",
      "county.assessment",
      "county.scenario",
      "county.run",
      "county.run_result",
      "county.audit_entry",
      "auth.app_user",
      "auth.membership",
    ] as const;
    for (const table of tables) {
      await expect(
        database.withReader(context, (tx) => tx.selectFrom(table).selectAll().execute()),
        table,
      ).rejects.toThrow(/permission denied/);
    }
  });
});
