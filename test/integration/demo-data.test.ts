import { exampleCountyCode } from "@db/seeds/demo/scenarios";
import { loadDemoInto } from "@db/seeds/load-demo";
import type { Actor, OrganisationKind, Role } from "@server/auth/contract";
import { createProvinceService } from "@server/province";
import { createFindingsService, createReviewService } from "@server/review";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const today = "2026-11-20";
let database: TestDatabase;

/** Every table with its number of rows and a digest of them. */
const state = async (): Promise<readonly string[]> => {
  const tables = await database.ownerSql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('auth', 'county', 'jobs', 'rules') order by 1`;
  return Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await database.ownerSql.unsafe<{ digest: string }[]>(
        `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as digest from ${name} t`,
      );
      return `${name} ${row?.digest}`;
    }),
  );
};

const actorOf = async (email: string): Promise<Actor> => {
  const [row] = await database.ownerSql<
    { userId: string; displayName: string; orgId: string; orgKind: OrganisationKind; orgName: string; orgCode: string; role: Role }[]
  >`select u.id as "userId", u.display_name as "displayName", o.id as "orgId", o.kind as "orgKind", o.name as "orgName",
           o.code as "orgCode", m.role
    from auth.app_user u join auth.membership m on m.user_id = u.id join auth.organisation o on o.id = m.org_id
    where u.email = ${email}`;
  if (row === undefined) throw new Error(`no account ${email}`);
  return { ...row };
};

beforeAll(async () => {
  database = await testDatabase();
  await loadDemoInto(database, today);
}, 180_000);

afterAll(() => database.close());

describe("the loaded demonstration", () => {
  it("holds fifteen organisations, 36 datasets, each judged, and the publications of ten counties in three years", async () => {
    const [counts] = await database.ownerSql`
      select (select count(*)::int from auth.organisation) as organisations,
             (select count(*)::int from county.dataset) as datasets,
             (select count(*)::int from county.assessment) as assessments,
             (select count(*)::int from county.publication) as publications,
             (select count(*)::int from county.scenario) as scenarios,
             (select count(*)::int from jobs.dispatch where state = 'queued') as "queuedRuns"`;
    expect({ ...counts }).toEqual({ organisations: 15, datasets: 36, assessments: 36, publications: 30, scenarios: 4, queuedRuns: 4 });
  });

  it("knows of every newest figure which cell of the county's workbook it stands in", async () => {
    const rows = await database.ownerSql`
      select count(*)::int as schools from county.school s join county.dataset d on d.id = s.dataset_id
      where d.statistics_year = 2026 and not s.source ? 'schools'`;
    expect(rows[0]?.["schools"]).toBe(0);
  });

  it("gives the example county scenarios with levers", async () => {
    const rows = await database.ownerSql`
      select s.name, s.lever_count as levers from county.scenario s join auth.organisation o on o.id = s.tenant_id
      where o.code = ${exampleCountyCode} order by s.lever_count`;
    expect(rows.map(({ levers }) => levers > 0)).toEqual([false, true, true, true]);
  });

  it("shows the province ten published counties, nearest to passing first, and two by name only", async () => {
    const analyst = await actorOf("analyst.990000@example.invalid");
    const compared = await createProvinceService(database).compare(analyst, null);
    if (!compared.ok) throw new Error(compared.error.code);
    const { published, total, rows } = compared.value;
    expect([published, total]).toEqual([10, 12]);
    const verdicts = rows.map(({ publication }) => publication?.verdict ?? "unpublished");
    // Three pass by their resources; two of them fail an item of the 25.
    expect(verdicts.slice(0, 3)).toEqual(["met", "not_met", "not_met"]);
    expect(verdicts.slice(-3)).toEqual(["not_evaluable", "unpublished", "unpublished"]);
  });

  it("shows every level a review under way: papers to check, one given back with its reason and day, a ledger behind its days", async () => {
    const [review, findings] = [createReviewService(database), createFindingsService(database)];
    const seenBy = async (email: string) => {
      const actor = await actorOf(email);
      const [queue, ledger] = [await review.queue(actor, 2026, today), await findings.list(actor, 2026, today)];
      if (!queue.ok || !ledger.ok) throw new Error(`${email} sees no review`);
      const states = queue.value.reviews.map(({ state }) => state);
      return { queue: queue.value, states, overdue: ledger.value.filter(({ overdue }) => overdue).length, lines: ledger.value.length };
    };
    const province = await seenBy("analyst.990000@example.invalid");
    expect(new Set(province.states)).toEqual(new Set(["draft", "at_city", "at_province", "accepted", "returned"]));
    expect([province.lines, province.overdue]).toEqual([10, 4]);
    const city = await seenBy("analyst.990100@example.invalid");
    expect([city.states.filter((state) => state === "at_city").length, city.lines, city.overdue]).toEqual([2, 6, 3]);
    const county = await seenBy("planner.990221@example.invalid");
    expect([county.states, county.lines, county.overdue]).toEqual([["returned"], 3, 1]);
    const [given] = county.queue.reviews[0]?.steps ?? [];
    expect([given?.action, given?.deadline, given?.reason.length]).toEqual(["return", "2026-12-02", expect.any(Number)]);
  });

  it("is left as it is by a second load", async () => {
    const before = await state();
    await loadDemoInto(database, today);
    expect(await state()).toEqual(before);
  }, 60_000);

  describe("upon data of an earlier version, which held no reviews", () => {
    const withoutReview = async (code: string): Promise<void> => {
      for (const table of ["finding", "review_step"])
        await database.ownerSql`
          delete from ${database.ownerSql(`county.${table}`)} where tenant_id in (select id from auth.organisation where code = ${code})`;
    };
    const leftAlone = async (code: string): Promise<void> => {
      const before = await state();
      await loadDemoInto(database, today, code);
      expect(await state()).toEqual(before);
    };

    it("leaves a county alone that has withdrawn its publication", async () => {
      await withoutReview("990221");
      const approver = await actorOf("approver.990221@example.invalid");
      const province = createProvinceService(database);
      const published = await province.publications(approver);
      const newest = published.ok ? published.value.find(({ statisticsYear }) => statisticsYear === 2026) : undefined;
      expect(await province.withdraw(approver, newest?.id ?? "")).toMatchObject({ ok: true });
      await leftAlone("990221");
    }, 60_000);

    it("leaves a county alone whose city has passed the papers that the demonstration gives back", async () => {
      await withoutReview("990122");
      const review = createReviewService(database);
      const [approver, city] = [await actorOf("approver.990122@example.invalid"), await actorOf("analyst.990100@example.invalid")];
      const request = { countyId: approver.orgId, statisticsYear: 2026, reason: "", deadline: null };
      expect(await review.act(approver, "sign", request, today)).toMatchObject({ ok: true });
      expect(await review.act(approver, "submit", request, today)).toMatchObject({ ok: true });
      expect(await review.act(city, "pass", request, today)).toMatchObject({ ok: true });
      await leftAlone("990122");
    }, 60_000);
  });
});
