import { randomUUID } from "node:crypto";
import { countyOfSize, smallCounty } from "@db/seeds/small-county";
import { type Actor, roles } from "@server/auth/contract";
import { entryOf } from "@server/platform/entries";
import { contentHash } from "@server/platform/hash";
import {
  canonicalDataset,
  createStatisticsService,
  createUploadParser,
  loadDataset,
  parseCountyWorkbook,
  storeDataset,
  writeCountyWorkbook,
} from "@server/statistics";
import {
  type CountyDataset,
  type DatasetHead,
  type SchoolGridQuery,
  type StatisticsService,
  schoolGridQuerySchema,
  schoolGridSorts,
} from "@server/statistics/contract";
import type { ImportPreview, UploadRequest } from "@server/statistics/import-contract";
import { type SeededOrganisations, seedOrganisations } from "@test/support/organisations";
import { parserHere } from "@test/support/parser-here";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import { sentenceOf } from "@test/support/sentences";
import { editedWorkbook, sheetOf } from "@test/support/workbooks";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

let database: TestDatabase;
let organisations: SeededOrganisations;
let service: StatisticsService;
let now: Date;
let planner: Actor;

const parserInChild = createUploadParser(entryOf("workers/parse-upload"));

const uploadOf = (fileName: string, bytes: Uint8Array): UploadRequest => ({ files: [{ fileName, bytes }], statisticsYear: null });

/** The dataset as the county of the actor would report it. */
const reportedBy = (actor: Actor, dataset: CountyDataset): CountyDataset =>
  canonicalDataset({ ...dataset, county: { ...dataset.county, code: actor.orgCode, name: actor.orgName } });

const county = (): CountyDataset => reportedBy(planner, smallCounty());

const previewed = async (actor: Actor, bytes: Uint8Array): Promise<ImportPreview> => {
  const outcome = await service.upload(actor, uploadOf("本县.xlsx", bytes));
  if (!outcome.ok) throw new Error(outcome.error.code);
  if (outcome.value.kind === "rejected") throw new Error(outcome.value.issues.map(sentenceOf).join("\n"));
  return outcome.value.preview;
};

const stored = async (actor: Actor, dataset: CountyDataset): Promise<DatasetHead> =>
  database.withTenant({ orgId: actor.orgId, userId: actor.userId }, async (tx) => {
    const result = await storeDataset(tx, actor, { dataset, sources: {}, fileName: "seed.json" });
    return result.dataset;
  });

const unwrap = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const counts = async (): Promise<readonly number[]> => {
  const [row] = await database.ownerSql`
    select (select count(*)::int from county.dataset) as datasets, (select count(*)::int from county.school) as schools,
           (select count(*)::int from county.upload) as uploads`;
  return [row?.["datasets"], row?.["schools"], row?.["uploads"]];
};

beforeAll(async () => {
  database = await testDatabase({ poolSize: 8 });
  organisations = await seedOrganisations(database);
});

beforeEach(async () => {
  await database.ownerSql`truncate county.upload, county.upload_answer, county.dataset, county.audit_entry cascade`;
  planner = organisations.countyA1.actors.planner;
  now = new Date("2026-11-21T08:00:00Z");
  service = createStatisticsService({ withTenant: database.withTenant, parser: parserHere, clock: () => now });
});

afterAll(() => database.close());

describe("importing a workbook", () => {
  test("previews, commits, and gives the same data back", async () => {
    service = createStatisticsService({ withTenant: database.withTenant, parser: parserInChild, clock: () => now });
    const dataset = county();
    const bytes = await writeCountyWorkbook(dataset);
    const preview = await previewed(planner, bytes);
    expect(preview).toMatchObject({
      insert: dataset.schools.length,
      update: 0,
      ignore: 0,
      remove: 0,
      statisticsYear: dataset.county.statisticsYear,
    });
    expect(await counts()).toEqual([0, 0, 1]);

    const committed = unwrap(await service.commit(planner, preview.uploadId));
    expect(committed).toMatchObject({
      unchanged: false,
      dataset: { version: 1, schoolCount: dataset.schools.length, contentHash: contentHash(dataset) },
    });

    const exported = unwrap(await service.exportWorkbook(planner, committed.dataset.id));
    const again = await parseCountyWorkbook(exported.bytes);
    expect(again.ok && contentHash(again.value.dataset)).toBe(contentHash(dataset));
  });

  test("equal content changes nothing", async () => {
    const head = await stored(planner, county());
    const preview = await previewed(planner, await writeCountyWorkbook(county()));
    expect(preview).toMatchObject({ insert: 0, update: 0, remove: 0, ignore: head.schoolCount, changes: [] });
    expect(unwrap(await service.commit(planner, preview.uploadId))).toEqual({ dataset: head, unchanged: true });
    expect(unwrap(await service.datasets(planner))).toEqual([head]);
  });

  test("counts inserted, updated, ignored and removed schools and names the changed fields", async () => {
    const dataset = county();
    await stored(planner, dataset);
    const [gone, changed, ...rest] = dataset.schools;
    if (gone === undefined || changed === undefined) throw new Error("fixture");
    const next = canonicalDataset({
      ...dataset,
      schools: [
        { ...changed, name: "改名小学" },
        ...rest.map((school) => (school.parentCode === gone.code ? { ...school, parentCode: null } : school)),
        { ...gone, code: "NEW00001", name: "新建学校" },
      ],
    });
    const preview = await previewed(planner, await writeCountyWorkbook(next));
    const orphans = rest.filter(({ parentCode }) => parentCode === gone.code).length;
    expect(preview).toMatchObject({ insert: 1, update: 1 + orphans, remove: 1, ignore: rest.length - orphans });
    expect(preview.changes).toContainEqual({
      kind: "update",
      schoolCode: changed.code,
      schoolName: "改名小学",
      fields: [{ path: "name", before: changed.name, after: "改名小学" }],
    });
    expect(unwrap(await service.preview(planner, preview.uploadId))).toEqual(preview);
    expect(unwrap(await service.commit(planner, preview.uploadId)).dataset.version).toBe(2);
    expect(unwrap(await service.current(planner, null))).toMatchObject({ version: 2 });
  });

  test("a workbook with errors is answered by cell and nothing is stored", async () => {
    const bytes = await editedWorkbook(county(), (workbook) => {
      sheetOf(workbook, "学生").getCell("C3").value = "三十";
    });
    const outcome = unwrap(await service.upload(planner, uploadOf("坏.xlsx", bytes)));
    expect(outcome).toMatchObject({
      kind: "rejected",
      fileName: "坏.xlsx",
      issues: [{ sheet: "学生", row: 3, cell: "C3", message: "checks.notNumber" }],
    });
    expect(await counts()).toEqual([0, 0, 0]);
  });

  test("another county's workbook is refused and both codes are named", async () => {
    const bytes = await writeCountyWorkbook(reportedBy(organisations.countyB1.actors.planner, smallCounty()));
    const outcome = await service.upload(planner, uploadOf("别县.xlsx", bytes));
    expect(outcome).toMatchObject({ ok: false, error: { code: "upload_wrong_county", params: { found: "920121", expected: "910121" } } });
    const issue = outcome.ok ? undefined : outcome.error.issues?.[0];
    expect(issue && sentenceOf(issue)).toContain("乙一县（920121），本单位是 甲一县（910121）");
    expect(await counts()).toEqual([0, 0, 0]);
  });

  test("a discarded upload is gone, a committed one cannot make a second version", async () => {
    const first = await previewed(planner, await writeCountyWorkbook(county()));
    expect(await service.discard(planner, first.uploadId)).toEqual({ ok: true, value: null });
    expect(await service.commit(planner, first.uploadId)).toMatchObject({ ok: false, error: { code: "not_found" } });
    const second = await previewed(planner, await writeCountyWorkbook(county()));
    const once = unwrap(await service.commit(planner, second.uploadId));
    expect(unwrap(await service.commit(planner, second.uploadId))).toEqual({ dataset: once.dataset, unchanged: true });
  });

  test("a staged upload lives a day, and the next upload clears it away", async () => {
    const old = await previewed(planner, await writeCountyWorkbook(county()));
    now = new Date(now.getTime() + 24 * 60 * 60 * 1000 + 1);
    expect(await service.preview(planner, old.uploadId)).toMatchObject({ ok: false, error: { code: "upload_expired" } });
    expect(await service.commit(planner, old.uploadId)).toMatchObject({ ok: false, error: { code: "upload_expired" } });
    await previewed(planner, await writeCountyWorkbook(county()));
    expect(await counts()).toEqual([0, 0, 1]);
  });

  test("every act leaves a line in the audit log", async () => {
    const { uploadId } = await previewed(planner, await writeCountyWorkbook(county()));
    const { dataset } = unwrap(await service.commit(planner, uploadId));
    await service.exportWorkbook(planner, dataset.id);
    const lines = await database.ownerSql`select action, subject, user_id from county.audit_entry order by at, id`;
    expect(lines.map(({ action, subject, user_id }) => [action, subject, user_id])).toEqual([
      ["data.upload", uploadId, planner.userId],
      ["data.commit", dataset.id, planner.userId],
      ["data.export", dataset.id, planner.userId],
    ]);
  });

  test("figures lead back to the cells of the workbook", async () => {
    const { uploadId } = await previewed(planner, await writeCountyWorkbook(county()));
    const { dataset } = unwrap(await service.commit(planner, uploadId));
    const [first] = county().schools;
    const { school, cells } = unwrap(await service.school(planner, dataset.id, first?.code ?? ""));
    expect(school).toEqual(first);
    expect(cells).toMatchObject({ name: "学校!B3", "facilities.equipmentValueWan": "校舍设备!F3" });
  });
});

describe("many commits at once", () => {
  test("fifty different imports become fifty versions, each whole", async () => {
    const dataset = county();
    const uploads = await database.withTenant({ orgId: planner.orgId, userId: planner.userId }, async (tx) => {
      const ids: string[] = [];
      for (let index = 0; index < 50; index += 1) {
        const id = randomUUID();
        const version: CountyDataset = { ...dataset, county: { ...dataset.county, births: [{ year: 2000, births: index }] } };
        await tx
          .insertInto("county.upload")
          .values({
            tenant_id: planner.orgId,
            id,
            file_name: `${index}.xlsx`,
            content_hash: contentHash(version),
            parsed: JSON.stringify({ dataset: version, sources: {}, warnings: [] }),
            created_by: planner.userId,
            created_at: now,
          })
          .execute();
        ids.push(id);
      }
      return ids;
    });
    const results = await Promise.all(uploads.map((id) => service.commit(planner, id)));
    const versions = results.map((result) => unwrap(result).dataset.version).sort((a, b) => a - b);
    expect(versions).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    const broken = await database.ownerSql`
      select d.id from county.dataset d left join county.school s on s.dataset_id = d.id
      group by d.tenant_id, d.id, d.school_count having count(s.code) <> d.school_count`;
    expect(broken).toHaveLength(0);
  });

  test("the same upload committed ten times at once makes one version", async () => {
    const { uploadId } = await previewed(planner, await writeCountyWorkbook(county()));
    const results = await Promise.all(Array.from({ length: 10 }, () => service.commit(planner, uploadId)));
    expect(results.map(unwrap).filter(({ unchanged }) => !unchanged)).toHaveLength(1);
    expect((await counts())[0]).toBe(1);
  });

  test("a failure half-way leaves nothing behind", async () => {
    const dataset = county();
    const failed = database.withTenant({ orgId: planner.orgId, userId: planner.userId }, async (tx) => {
      await storeDataset(tx, planner, { dataset, sources: {}, fileName: "a.json" });
      throw new Error("power cut");
    });
    await expect(failed).rejects.toThrow("power cut");
    expect(await counts()).toEqual([0, 0, 0]);
  });
});

describe("the grid of schools", () => {
  const query = (partial: Partial<SchoolGridQuery>): SchoolGridQuery => schoolGridQuerySchema.parse(partial);
  let head: DatasetHead;

  beforeEach(async () => {
    head = await stored(planner, reportedBy(planner, countyOfSize(250, 7)));
  });

  const page = async (partial: Partial<SchoolGridQuery>) => unwrap(await service.grid(planner, head.id, query(partial)));

  test("pages through every school once, in every order, ties by code", async () => {
    for (const sort of schoolGridSorts) {
      for (const direction of ["asc", "desc"] as const) {
        const seen: string[] = [];
        for (let offset = 0; offset < 250; offset += 100) {
          const { rows, total } = await page({ sort, direction, offset, limit: 100 });
          expect(total).toBe(250);
          seen.push(...rows.map(({ code }) => code));
        }
        expect(new Set(seen).size).toBe(250);
      }
    }
    const { rows } = await page({ sort: "locality", limit: 200 });
    for (const [index, row] of rows.entries()) {
      const next = rows[index + 1];
      if (next !== undefined && next.locality === row.locality) expect(row.code < next.code).toBe(true);
    }
  });

  test("figures that are not reported come last in both directions", async () => {
    for (const direction of ["asc", "desc"] as const) {
      const { rows } = await page({ sort: "juniorPupils", direction, limit: 200 });
      const reported = rows.map(({ juniorPupils }) => juniorPupils !== null);
      expect(reported.lastIndexOf(true)).toBeLessThan(reported.includes(false) ? reported.indexOf(false) : rows.length);
    }
  });

  test("search finds parts of names and codes and takes signs as they are", async () => {
    const { rows: all } = await page({ limit: 1 });
    const [first] = all;
    expect((await page({ search: first?.code ?? "" })).rows).toMatchObject([{ code: first?.code }]);
    expect((await page({ search: first?.name.slice(1) ?? "" })).rows.map(({ code }) => code)).toContain(first?.code);
    for (const search of ["%", "_", "\\", "' or 1=1 --"]) expect((await page({ search })).total).toBe(0);
  });

  test("filters narrow, and the list of townships stays whole", async () => {
    const { townships, total } = await page({});
    const [township] = townships;
    const filtered = await page({ township: township ?? null, type: "primary", locality: "rural" });
    expect(filtered.total).toBeLessThan(total);
    expect(filtered.rows.every((row) => row.township === township && row.type === "primary" && row.locality === "rural")).toBe(true);
    expect(filtered.townships).toEqual(townships);
  });
});

describe("who may do what", () => {
  const id = randomUUID();
  const reads = (actor: Actor) => [
    service.template(actor, 2026),
    service.datasets(actor),
    service.current(actor, null),
    service.exportWorkbook(actor, id),
    service.grid(actor, id, schoolGridQuerySchema.parse({})),
    service.school(actor, id, "1234"),
  ];
  const writes = (actor: Actor) => [
    service.upload(actor, uploadOf("a.xlsx", new Uint8Array())),
    service.preview(actor, id),
    service.commit(actor, id),
    service.discard(actor, id),
  ];
  const codes = async (results: readonly Promise<{ readonly ok: boolean; readonly error?: { readonly code: string } }>[]) =>
    (await Promise.all(results)).map((result) => (result.ok ? "ok" : result.error?.code));

  test("viewers and approvers of the county read, and change nothing", async () => {
    for (const role of ["viewer", "approver"] as const) {
      const actor = organisations.countyA1.actors[role];
      expect(await codes(reads(actor))).toEqual(["ok", "ok", "ok", "not_found", "not_found", "not_found"]);
      expect(await codes(writes(actor))).toEqual(["forbidden", "forbidden", "forbidden", "forbidden"]);
    }
  });

  test("provinces and cities reach nothing of a county's data, in any role", async () => {
    for (const organisation of [organisations.provinceA, organisations.cityA1]) {
      for (const role of roles) {
        expect(new Set(await codes([...reads(organisation.actors[role]), ...writes(organisation.actors[role])]))).toEqual(
          new Set(["forbidden"]),
        );
      }
    }
  });

  test("another county's ids, unknown ids and no ids at all are all not found", async () => {
    const head = await stored(planner, county());
    const { uploadId } = await previewed(planner, await writeCountyWorkbook(county()));
    const [first] = county().schools;
    const foreign = organisations.countyA2.actors.admin;
    for (const actor of [foreign, organisations.countyB1.actors.planner]) {
      for (const [datasetId, upload] of [
        [head.id, uploadId],
        [randomUUID(), randomUUID()],
        ["' or true --", "../1"],
      ] as const) {
        expect(
          await codes([
            service.exportWorkbook(actor, datasetId),
            service.grid(actor, datasetId, schoolGridQuerySchema.parse({})),
            service.school(actor, datasetId, first?.code ?? ""),
            service.preview(actor, upload),
            service.commit(actor, upload),
            service.discard(actor, upload),
          ]),
        ).toEqual(Array.from({ length: 6 }, () => "not_found"));
      }
    }
    const loaded = await database.withTenant({ orgId: foreign.orgId, userId: foreign.userId }, (tx) => loadDataset(tx, head.id));
    expect(loaded).toBeNull();
    expect(unwrap(await service.preview(planner, uploadId)).uploadId).toBe(uploadId);
  });
});
