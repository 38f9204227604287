import type { Actor, Role } from "@server/auth/contract";
import { createProvinceService } from "@server/province";
import type { ProvinceService } from "@server/province/contract";
import { createFindingsService, createReviewService } from "@server/review";
import type { ReviewService } from "@server/review/contract";
import type { FindingsService } from "@server/review/findings-contract";
import { type SeededOrganisation, type SeededOrganisations, seedOrganisations } from "@test/support/organisations";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import { codeOf, unwrapped } from "@test/support/results";
import { storeCounty } from "@test/support/stored-counties";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

let database: TestDatabase;
let places: SeededOrganisations;
let province: ProvinceService;
let review: ReviewService;
let findings: FindingsService;

beforeAll(async () => {
  database = await testDatabase({ poolSize: 3 });
  places = await seedOrganisations(database);
  province = createProvinceService(database);
  review = createReviewService(database);
  findings = createFindingsService(database);
});
beforeEach(async () => {
  await database.ownerSql`truncate county.dataset, county.publication, county.finding, county.review_step, county.audit_entry, rules.timetable cascade`;
});
afterAll(() => database.close());

const today = "2026-11-20";
const year = 2026;
const actor = (place: SeededOrganisation, role: Role): Actor => place.actors[role];

const publish = async (place: SeededOrganisation, scale = 1) => {
  await storeCounty(database, place, { scale });
  return unwrapped(await province.publish(actor(place, "approver")));
};
describe("the ledger of findings", () => {
  const finding = (county: SeededOrganisation, deadline = "2026-12-31") => ({
    countyId: county.id,
    statisticsYear: year,
    item: "R5",
    clause: "第六条",
    schoolCode: "",
    schoolName: "",
    title: "运动场馆面积与现场测量不符",
    measure: "重新测量并更正",
    responsibleUnit: "教育局基建科",
    deadline,
  });
  const move = (who: Actor, id: string, step: "start" | "report" | "close" | "reopen", note = "") =>
    findings.move(who, step, { findingId: id, note, evidenceId: null }, today);

  it("is mended by the county and closed by the level that raised it, or one above", async () => {
    const { countyA1, cityA1, provinceA } = places;
    await publish(countyA1);
    const { id } = unwrapped(await findings.raise(actor(cityA1, "analyst"), finding(countyA1), today));
    const planner = actor(countyA1, "planner");
    unwrapped(await move(planner, id, "start"));
    expect(codeOf(await move(planner, id, "close"))).toBe("review_elsewhere");
    expect(codeOf(await move(planner, id, "report"))).toBe("invalid_input");
    unwrapped(await move(planner, id, "report", "已重测并更正"));
    expect(codeOf(await move(actor(countyA1, "viewer"), id, "start"))).toBe("forbidden");
    expect(codeOf(await move(actor(places.countyA2, "planner"), id, "start"))).toBe("not_found");
    const closed = unwrapped(await move(actor(provinceA, "analyst"), id, "close"));
    expect(closed.steps.map(({ level, state }) => `${level} ${state}`)).toEqual([
      "province closed",
      "county done",
      "county working",
      "city open",
    ]);
  });

  it("shows what is overdue at every level, and nothing of it to the neighbour", async () => {
    const { countyA1, countyA2, cityA1, provinceA } = places;
    await publish(countyA1);
    unwrapped(await findings.raise(actor(cityA1, "analyst"), finding(countyA1, "2026-11-01"), today));
    for (const reader of [actor(countyA1, "viewer"), actor(cityA1, "viewer"), actor(provinceA, "viewer")]) {
      expect(unwrapped(await findings.list(reader, year, today)).map(({ overdue }) => overdue)).toEqual([true]);
      expect(unwrapped(await review.review(reader, countyA1.id, year, today)).overdueFindings).toBe(1);
    }
    expect(unwrapped(await findings.list(actor(countyA2, "approver"), year, today))).toEqual([]);
    expect(unwrapped(await findings.list(actor(places.provinceB, "analyst"), year, today))).toEqual([]);
  });

  it("takes a failing verdict of what stands published, which goes from above with the publication", async () => {
    const { countyA1, provinceA } = places;
    await storeCounty(database, countyA1, { scale: 0.3 });
    const planner = actor(countyA1, "planner");
    expect(codeOf(await findings.raise(planner, finding(countyA1), today))).toBe("not_published");
    const head = unwrapped(await province.publish(actor(countyA1, "approver")));
    const [failure] = unwrapped(await findings.failures(planner, countyA1.id, year)).filter(({ school }) => school !== null);
    expect(failure?.taken).toBe(false);
    unwrapped(
      await findings.raise(
        planner,
        {
          ...finding(countyA1),
          item: failure?.item ?? "",
          schoolCode: failure?.school?.code ?? "",
          schoolName: failure?.school?.name ?? "",
        },
        today,
      ),
    );
    const after = unwrapped(await findings.failures(planner, countyA1.id, year));
    expect(after.filter(({ taken }) => taken)).toHaveLength(1);
    expect(unwrapped(await findings.list(actor(provinceA, "analyst"), year, today))).toHaveLength(1);
    unwrapped(await province.withdraw(actor(countyA1, "approver"), head.id));
    expect(unwrapped(await findings.list(actor(provinceA, "analyst"), year, today))).toEqual([]);
    expect(unwrapped(await findings.list(planner, year, today))).toHaveLength(1);
  });
});
