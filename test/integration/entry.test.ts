import { randomUUID } from "node:crypto";
import { countyOfSize, smallCounty } from "@db/seeds/small-county";
import type { Actor } from "@server/auth/contract";
import { createComplianceService } from "@server/compliance";
import { contentHash } from "@server/platform/hash";
import { createEntryService, createStatisticsService } from "@server/statistics";
import type { CountyDataset, DatasetHead, StatisticsService } from "@server/statistics/contract";
import { type EntryEdit, type EntryOutcome, type EntryService, entryChunk } from "@server/statistics/entry-contract";
import { codeOf, loadFor, refusal, savedHead, storeFor, unwrap } from "@test/support/entry";
import { type SeededOrganisations, seedOrganisations } from "@test/support/organisations";
import { parserHere } from "@test/support/parser-here";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

let database: TestDatabase;
let organisations: SeededOrganisations;
let entry: EntryService;
let statistics: StatisticsService;
let planner: Actor;
let head: DatasetHead;
let dataset: CountyDataset;

const year = 2026;
const now = new Date("2026-11-21T08:00:00Z");

const stored = (actor: Actor, content: CountyDataset): Promise<DatasetHead> => storeFor(database.withTenant, actor, content);
const loaded = (actor: Actor, id: string) => loadFor(database.withTenant, actor, id);

/** The first school, a primary one. */
const first = () => {
  const school = dataset.schools.find(({ type }) => type === "primary");
  if (school?.teachers.primary === undefined || school.teachers.primary === null) throw new Error("fixture");
  return { code: school.code, name: school.name, teachers: school.teachers.primary, facilities: school.facilities };
};
const edit = (path: string, text: string, was: EntryEdit["was"], code = first().code): EntryEdit => ({ code, path, text, was });
const save = async (edits: readonly EntryEdit[], reasons: Record<string, string> = {}, actor = planner): Promise<EntryOutcome> =>
  unwrap(await entry.save(actor, { statisticsYear: year, edits: [...edits], reasons }));
/** One more PE teacher: nothing that a check would doubt. */
const harmless = (): EntryEdit => {
  const { physicalEducation } = first().teachers;
  return edit("teachers.primary.physicalEducation", `${(physicalEducation ?? 0) + 1}`, physicalEducation);
};

beforeAll(async () => {
  database = await testDatabase({ poolSize: 4 });
  organisations = await seedOrganisations(database);
  planner = organisations.countyA1.actors.planner;
});

beforeEach(async () => {
  await database.ownerSql`truncate county.upload, county.dataset, county.review_step, county.audit_entry cascade`;
  entry = createEntryService({ withTenant: database.withTenant, clock: () => now });
  statistics = createStatisticsService({ withTenant: database.withTenant, parser: parserHere, clock: () => now });
  head = await stored(planner, smallCounty());
  dataset = (await loaded(planner, head.id)).dataset;
});

afterAll(() => database.close());

describe("the book of returns", () => {
  test("gives every school its rows, stage by stage, and its figures in the order of the columns", async () => {
    const book = unwrap(await entry.open(planner, null, "teachers"));
    if (book === null) throw new Error("no book");
    expect(book).toMatchObject({ dataset: { id: head.id }, years: [year], earlierYear: null, closed: null });
    expect(book.schools.map(({ code }) => code)).toEqual(dataset.schools.map(({ code }) => code));
    const figures = unwrap(await entry.figures(planner, head.id, "teachers", 0));
    const mixed = dataset.schools.findIndex(({ type }) => type === "nine_year");
    expect(figures[mixed]?.now.map(([fullTime]) => fullTime)).toEqual([
      dataset.schools[mixed]?.teachers.primary?.fullTime,
      dataset.schools[mixed]?.teachers.junior?.fullTime,
    ]);
    expect(book.columns[0]).toMatchObject({ heading: "专任教师总数", unit: "人" });
  });

  test("comes in chunks, each in the order of the schools", async () => {
    const many = await stored(planner, countyOfSize(130, 7));
    const codes = (await loaded(planner, many.id)).dataset.schools.map(({ code }) => code);
    const [one, two, three] = await Promise.all(
      [0, entryChunk, 2 * entryChunk].map(async (from) =>
        unwrap(await entry.figures(planner, many.id, "all", from)).map(({ code }) => code),
      ),
    );
    expect([...(one ?? []), ...(two ?? []), ...(three ?? [])]).toEqual(codes);
  });

  test("sets last year's figures beside this year's, through a changed code", async () => {
    const before = await stored(planner, {
      ...smallCounty(),
      county: { ...smallCounty().county, statisticsYear: year - 1, fiscalYear: year - 2 },
    });
    const { code } = first();
    const renamed = dataset.schools.map((school) =>
      school.code === code ? { ...school, code: "NEW00001", lineage: [{ year, event: "renamed" as const, fromCode: code }] } : school,
    );
    const newest = await stored(planner, {
      ...dataset,
      schools: renamed.map((school) => (school.parentCode === code ? { ...school, parentCode: "NEW00001" } : school)),
    });
    const figures = unwrap(await entry.figures(planner, newest.id, "facilities", 0));
    const was = (await loaded(planner, before.id)).dataset.schools.find((school) => school.code === code);
    expect(figures.find((school) => school.code === "NEW00001")?.before?.[0]?.[0]).toBe(was?.facilities.teachingAreaM2);
    expect(unwrap(await entry.open(planner, year, "all"))?.earlierYear).toBe(year - 1);
  });
});

describe("saving typed cells", () => {
  test("stores a new version with another hash, as a file would, and leaves the old one alone", async () => {
    const { teachers, facilities, code } = first();
    const field = edit("facilities.sportsFieldAreaM2", `${(facilities.sportsFieldAreaM2 ?? 0) + 10}`, facilities.sportsFieldAreaM2);
    const after = savedHead(await save([harmless(), field]));
    expect(after).toMatchObject({ version: 2, origin: "hand", sourceFileName: "本县.xlsx", importedBy: planner.displayName });
    expect(after.contentHash).not.toBe(head.contentHash);
    const now = await loaded(planner, after.id);
    expect(now.dataset.schools.find((school) => school.code === code)?.teachers.primary?.physicalEducation).toBe(
      (teachers.physicalEducation ?? 0) + 1,
    );
    expect(contentHash(now.dataset)).toBe(after.contentHash);
    expect((await loaded(planner, head.id)).dataset).toEqual(dataset);
    expect(unwrap(await statistics.school(planner, after.id, code)).cells["facilities.sportsFieldAreaM2"]).toBe("手工填报!第2版");
    const [audited] = await database.ownerSql`select details from county.audit_entry where action = 'data.edit'`;
    expect(audited?.["details"]).toMatchObject({ version: 2, cells: 2 });
  });

  test("an exported edit comes back by import as the same data", async () => {
    const after = savedHead(await save([harmless()]));
    const file = unwrap(await statistics.exportWorkbook(planner, after.id));
    const outcome = unwrap(await statistics.upload(planner, { files: [file], statisticsYear: null }));
    if (outcome.kind === "rejected") throw new Error("rejected");
    const committed = unwrap(
      await statistics.commit(
        planner,
        outcome.preview.uploadId,
        Object.fromEntries(outcome.preview.warnings.map(({ message }) => [message, "核实无误"])),
      ),
    );
    expect(committed).toMatchObject({ unchanged: true, dataset: { contentHash: after.contentHash } });
  });

  test("reads digits of Chinese input methods and the drop-down's words, and empties a cell", async () => {
    const { teachers, code } = first();
    const was = dataset.schools.find((school) => school.code === code);
    const after = savedHead(
      await save([
        edit("teachers.primary.physicalEducation", "１２", teachers.physicalEducation),
        edit("conditions.boarding", "是", was?.conditions.boarding ?? null),
        edit("basic.books", "", was?.basic.books ?? null),
      ]),
    );
    const now = (await loaded(planner, after.id)).dataset.schools.find((school) => school.code === code);
    expect([now?.teachers.primary?.physicalEducation, now?.conditions.boarding, now?.basic.books]).toEqual([12, true, null]);
  });

  test("takes all cells or none, and names each that it cannot read", async () => {
    const { teachers, name } = first();
    const review = refusal(
      await save([
        harmless(),
        edit("teachers.primary.backbone", "12.5", teachers.backbone),
        edit("name", " ", name),
        edit("facilities.nothing", "1", null),
      ]),
    );
    expect(review.problems.map(({ path, message }) => [path, message])).toEqual([
      ["facilities.nothing", "checks.unknownCell"],
      ["name", "checks.required"],
      ["teachers.primary.backbone", "checks.notWhole"],
    ]);
    expect(unwrap(await statistics.datasets(planner))).toHaveLength(1);
  });

  test("refuses contradictions that an import refuses, at their cell", async () => {
    const { teachers, code } = first();
    const review = refusal(await save([edit("teachers.primary.backbone", `${(teachers.fullTime ?? 0) + 5}`, teachers.backbone)]));
    expect(review.checks[0]).toMatchObject({
      severity: "error",
      message: "checks.partAboveFullTime",
      fresh: true,
      at: { code, view: "teachers", column: "teachers:backbone", part: "primary", path: "teachers.primary.backbone" },
    });
  });

  test("wants a reason for a soft check that the edit raises, and keeps it with the version and in the history", async () => {
    const { facilities, code } = first();
    const unlikely = edit("facilities.equipmentValueWan", "99999", facilities.equipmentValueWan);
    const review = refusal(await save([unlikely]));
    const raised = review.checks.filter(({ fresh }) => fresh);
    expect(raised.length).toBeGreaterThan(0);
    const after = savedHead(await save([unlikely], Object.fromEntries(raised.map(({ checkId }) => [checkId, "新建实验楼设备入账"]))));
    const [newest, oldest] = unwrap(await entry.history(planner, year, code, "facilities.equipmentValueWan"));
    expect(newest).toMatchObject({ version: 2, origin: "hand", from: facilities.equipmentValueWan, to: 99999, by: planner.displayName });
    expect(newest?.accepted.map(({ reason }) => reason)).toEqual(raised.map(() => "新建实验楼设备入账"));
    expect(oldest).toMatchObject({ version: 1, origin: "import", from: null, to: facilities.equipmentValueWan, accepted: [] });
    expect(unwrap(await statistics.acceptances(planner, after.id)).accepted).toHaveLength(raised.length);
    // The reason goes on with the next version, and belongs to the change that needed it.
    savedHead(await save([harmless()]));
    expect(unwrap(await entry.check(planner, year, [])).checks.filter(({ accepted }) => accepted !== null)).toHaveLength(raised.length);
    expect(unwrap(await entry.history(planner, year, code, "facilities.equipmentValueWan"))).toHaveLength(2);
    expect(unwrap(await entry.history(planner, year, code, "teachers.primary.physicalEducation"))[0]?.accepted).toEqual([]);
  });

  test("keeps a reason for a standing soft check without another version", async () => {
    const odd = await stored(planner, { ...dataset, county: { ...dataset.county, fiscalYear: year - 3 } });
    const [open] = unwrap(await entry.check(planner, year, [])).checks;
    if (open === undefined) throw new Error("nothing to accept");
    expect(codeOf(await entry.accept(planner, year, open.checkId, "x"))).toBe("invalid_input");
    unwrap(await entry.accept(planner, year, open.checkId, "财年口径由省统一规定"));
    expect(unwrap(await entry.check(planner, year, [])).checks.find(({ checkId }) => checkId === open.checkId)?.accepted).toMatchObject({
      reason: "财年口径由省统一规定",
      acceptedBy: planner.displayName,
    });
    expect(unwrap(await statistics.datasets(planner))[0]?.id).toBe(odd.id);
  });

  test("does not write over what somebody else has stored, and says who", async () => {
    const mine = harmless();
    const other = organisations.countyA1.actors.admin;
    savedHead(await save([{ ...mine, text: "9" }], {}, other));
    expect(refusal(await save([mine])).conflicts).toEqual([
      { code: mine.code, path: mine.path, theirs: 9, by: other.displayName, at: expect.any(String) },
    ]);
    // Another cell of the same school is nobody's conflict; the same value needs no second save.
    const { art } = first().teachers;
    savedHead(await save([edit("teachers.primary.art", `${(art ?? 0) + 1}`, art)]));
    expect(unwrap(await entry.save(planner, { statisticsYear: year, edits: [{ ...mine, text: "9" }], reasons: {} }))).toMatchObject({
      kind: "saved",
      changed: 0,
    });
    expect(unwrap(await statistics.datasets(planner))).toHaveLength(3);
  });

  test("of two who save the same cell at once, one wins and the other is told", async () => {
    const mine = harmless();
    const outcomes = await Promise.all([save([{ ...mine, text: "8" }]), save([{ ...mine, text: "9" }])]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["refused", "saved"]);
  });

  test("gives the judgement of the new figures at once", async () => {
    const compliance = createComplianceService({ withTenant: database.withTenant });
    const before = unwrap(await compliance.assess(planner, null));
    const { facilities, code } = first();
    savedHead(await save([edit("facilities.multimediaRooms", "0", facilities.multimediaRooms)]));
    const after = unwrap(await compliance.assess(planner, null));
    const rooms = (assessed: typeof after) =>
      (assessed === null ? [] : Object.values(assessed.assessment.stages))
        .flatMap(({ sections }) => sections)
        .find(({ schoolCode }) => schoolCode === code)?.indicators.R7.value;
    expect(after?.dataset.version).toBe(2);
    expect(rooms(after)).toBe(0);
    expect(rooms(before)).toBeGreaterThan(0);
  });
});

describe("who may change what", () => {
  test("a year under review or locked stands still, for the grid and for files, and says why", async () => {
    for (const [state, code] of [
      ["at_city", "year_under_review"],
      ["locked", "year_locked"],
    ] as const) {
      await database.ownerSql`truncate county.review_step`;
      await database.ownerSql`
        insert into county.review_step (tenant_id, id, statistics_year, seq, level, action, from_state, to_state, reason, city_id, province_id,
                                        org_name, acted_by, acted_by_name)
        values (${planner.orgId}, ${randomUUID()}, ${year}, 1, 'county', 'submit', 'signed', ${state}, '', ${organisations.countyA1.cityId},
                ${organisations.countyA1.provinceId}, '县', ${planner.userId}, '某人')`;
      expect(unwrap(await entry.open(planner, null, "all"))?.closed?.code).toBe(code);
      expect(codeOf(await entry.save(planner, { statisticsYear: year, edits: [harmless()], reasons: {} }))).toBe(code);
      expect(codeOf(await entry.accept(planner, year, "x", "理由充分"))).toBe(code);
      const file = unwrap(await statistics.exportWorkbook(planner, head.id));
      const outcome = unwrap(await statistics.upload(planner, { files: [file], statisticsYear: null }));
      expect(codeOf(await statistics.commit(planner, outcome.kind === "preview" ? outcome.preview.uploadId : ""))).toBe(code);
    }
    expect(unwrap(await statistics.datasets(planner))).toHaveLength(1);
  });

  test("readers read and do not write", async () => {
    const { viewer, analyst } = organisations.countyA1.actors;
    expect(unwrap(await entry.check(viewer, year, [])).version).toBe(1);
    expect(codeOf(await entry.check(viewer, year, [harmless()]))).toBe("forbidden");
    expect(codeOf(await entry.save(viewer, { statisticsYear: year, edits: [harmless()], reasons: {} }))).toBe("forbidden");
    expect(codeOf(await entry.accept(viewer, year, "x", "理由充分"))).toBe("forbidden");
    expect(codeOf(await entry.open(analyst, null, "all"))).toBe("forbidden");
    expect(codeOf(await entry.history(analyst, year, first().code, "name"))).toBe("forbidden");
  });

  test("another county sees and changes nothing", async () => {
    const stranger = organisations.countyB1.actors.planner;
    expect(unwrap(await entry.open(stranger, null, "all"))).toBeNull();
    expect(codeOf(await entry.figures(stranger, head.id, "all", 0))).toBe("not_found");
    expect(unwrap(await entry.history(stranger, year, first().code, "name"))).toEqual([]);
    expect(codeOf(await entry.check(stranger, year, [harmless()]))).toBe("no_dataset");
    expect(codeOf(await entry.save(stranger, { statisticsYear: year, edits: [harmless()], reasons: {} }))).toBe("no_dataset");
    await stored(stranger, smallCounty());
    savedHead(await save([harmless()], {}, stranger));
    expect(unwrap(await statistics.datasets(planner))).toEqual([head]);
  });
});
