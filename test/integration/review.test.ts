import type { Actor, Role } from "@server/auth/contract";
import { createProvinceService } from "@server/province";
import type { ProvinceService } from "@server/province/contract";
import { createReviewService } from "@server/review";
import type { ReviewAction, ReviewService } from "@server/review/contract";
import { type SeededOrganisation, type SeededOrganisations, seedOrganisations } from "@test/support/organisations";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import { codeOf, unwrapped } from "@test/support/results";
import { storeCounty } from "@test/support/stored-counties";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

let database: TestDatabase;
let places: SeededOrganisations;
let province: ProvinceService;
let review: ReviewService;

beforeAll(async () => {
  database = await testDatabase({ poolSize: 3 });
  places = await seedOrganisations(database);
  province = createProvinceService(database);
  review = createReviewService(database);
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
const act = (who: Actor, county: SeededOrganisation, action: ReviewAction, reason = "", deadline: string | null = null) =>
  review.act(who, action, { countyId: county.id, statisticsYear: year, reason, deadline }, today);
const submitted = async (place: SeededOrganisation) => {
  await publish(place);
  unwrapped(await act(actor(place, "approver"), place, "sign", "自评属实"));
  unwrapped(await act(actor(place, "approver"), place, "submit"));
};

describe("the way of a county's papers", () => {
  it("leads from the county over the city to the province, each step with who, when and why", async () => {
    const { countyA1, cityA1, provinceA } = places;
    await publish(countyA1);
    const approver = actor(countyA1, "approver");
    expect(codeOf(await act(approver, countyA1, "submit"))).toBe("review_elsewhere");
    unwrapped(await act(approver, countyA1, "sign", "自评属实"));
    unwrapped(await act(approver, countyA1, "submit"));
    const reviewer = actor(cityA1, "analyst");
    unwrapped(await act(reviewer, countyA1, "return", "第二小学运动场面积无凭证", "2026-12-10"));
    const returned = unwrapped(await review.review(approver, countyA1.id, year, today));
    expect(returned).toMatchObject({ state: "returned", answerBy: "2026-12-10", may: ["sign"] });
    await publish(countyA1, 1.01);
    unwrapped(await act(approver, countyA1, "sign"));
    unwrapped(await act(approver, countyA1, "submit"));
    unwrapped(await act(reviewer, countyA1, "pass"));
    const analyst = actor(provinceA, "analyst");
    unwrapped(await act(analyst, countyA1, "accept"));
    const locked = unwrapped(await act(analyst, countyA1, "lock"));
    expect(locked.state).toBe("locked");
    const log = unwrapped(await review.review(approver, countyA1.id, year, today)).steps;
    expect(log.map(({ level, action }) => `${level} ${action}`)).toEqual([
      "province lock",
      "province accept",
      "city pass",
      "county submit",
      "county sign",
      "city return",
      "county submit",
      "county sign",
    ]);
    expect(log.find(({ action }) => action === "return")).toMatchObject({
      by: reviewer.displayName,
      orgName: cityA1.name,
      reason: "第二小学运动场面积无凭证",
      deadline: "2026-12-10",
    });
    const [audited] = await database.ownerSql<{ n: number }[]>`
      select count(*)::int as n from county.audit_entry where action like 'review.%'`;
    expect(audited?.n).toBe(8);
  });

  it("holds a year under review and a locked year, and gives it back from the top downwards", async () => {
    const { countyA1, cityA1, provinceA } = places;
    await submitted(countyA1);
    const approver = actor(countyA1, "approver");
    const [head] = unwrapped(await province.publications(approver));
    await storeCounty(database, countyA1, { scale: 1.2 });
    expect(codeOf(await province.publish(approver))).toBe("year_under_review");
    expect(codeOf(await province.withdraw(approver, head?.id ?? ""))).toBe("year_under_review");
    const [reviewer, analyst] = [actor(cityA1, "admin"), actor(provinceA, "admin")];
    unwrapped(await act(reviewer, countyA1, "pass"));
    unwrapped(await act(analyst, countyA1, "accept"));
    unwrapped(await act(analyst, countyA1, "lock"));
    expect(codeOf(await province.publish(approver))).toBe("year_locked");
    expect(codeOf(await province.withdraw(approver, head?.id ?? ""))).toBe("year_locked");
    expect(codeOf(await act(analyst, countyA1, "return", "须更正", "2027-01-31"))).toBe("review_elsewhere");
    expect(codeOf(await act(analyst, countyA1, "unlock"))).toBe("invalid_input");
    unwrapped(await act(analyst, countyA1, "unlock", "县方申请更正"));
    unwrapped(await act(analyst, countyA1, "return", "须更正", "2027-01-31"));
    expect(codeOf(await province.publish(approver))).toBe("year_under_review");
    unwrapped(await act(reviewer, countyA1, "return", "按省意见更正", "2027-01-31"));
    expect(codeOf(await province.publish(approver))).toBeNull();
  });

  it("takes a signature for the snapshot that was signed and no other", async () => {
    const { countyA1 } = places;
    const approver = actor(countyA1, "approver");
    await storeCounty(database, countyA1, { scale: 1 });
    expect(codeOf(await act(approver, countyA1, "sign"))).toBe("not_published");
    await publish(countyA1);
    unwrapped(await act(approver, countyA1, "sign"));
    await publish(countyA1, 1.1);
    expect(codeOf(await act(approver, countyA1, "submit"))).toBe("signature_outdated");
    expect(unwrapped(await review.review(approver, countyA1.id, year, today)).signatureHolds).toBe(false);
  });

  it("lets one of two reviewers who decide at once win, and the log hold one step", async () => {
    const { countyA1, cityA1 } = places;
    await submitted(countyA1);
    const codes = await Promise.all([
      act(actor(cityA1, "analyst"), countyA1, "pass").then(codeOf),
      act(actor(cityA1, "admin"), countyA1, "return", "缺少凭证", "2026-12-01").then(codeOf),
    ]);
    expect([...codes].sort()).toEqual([null, "review_elsewhere"].sort());
    expect(unwrapped(await review.review(actor(countyA1, "viewer"), countyA1.id, year, today)).steps).toHaveLength(3);
  });

  it("wants a reason and a day that is not over for a return", async () => {
    const { countyA1, cityA1 } = places;
    await submitted(countyA1);
    const refused = await act(actor(cityA1, "analyst"), countyA1, "return", "", "2026-11-01");
    expect(refused.ok ? [] : (refused.error.issues ?? []).map(({ path }) => path)).toEqual(["reason", "deadline"]);
  });

  it("goes straight to the province where a county has no city, and back to the county", async () => {
    const { countyB1, provinceB } = places;
    await database.ownerSql`update auth.organisation set city_id = null where id = ${countyB1.id}`;
    try {
      await submitted(countyB1);
      const analyst = actor(provinceB, "analyst");
      expect(unwrapped(await review.review(analyst, countyB1.id, year, today)).state).toBe("at_province");
      expect(unwrapped(await act(analyst, countyB1, "return", "缺少凭证", "2026-12-01")).state).toBe("returned");
    } finally {
      await database.ownerSql`truncate county.publication, county.review_step cascade`;
      await database.ownerSql`update auth.organisation set city_id = ${places.cityB1.id} where id = ${countyB1.id}`;
    }
  });
});

describe("who may do and see what", () => {
  it("names every denial: planners, viewers, the neighbouring county, another city, another province", async () => {
    const { countyA1, countyA2, cityA1, cityA2, provinceA, provinceB } = places;
    await submitted(countyA1);
    const denials: Readonly<Record<string, string | null>> = {
      "the county's planner recalls": codeOf(await act(actor(countyA1, "planner"), countyA1, "recall", "误报")),
      "the county's administrator recalls": codeOf(await act(actor(countyA1, "admin"), countyA1, "recall", "误报")),
      "the neighbouring county recalls": codeOf(await act(actor(countyA2, "approver"), countyA1, "recall", "误报")),
      "the city's viewer passes": codeOf(await act(actor(cityA1, "viewer"), countyA1, "pass")),
      "another city passes": codeOf(await act(actor(cityA2, "analyst"), countyA1, "pass")),
      "the province passes in the city's stead": codeOf(await act(actor(provinceA, "analyst"), countyA1, "pass")),
      "the province accepts before the city": codeOf(await act(actor(provinceA, "analyst"), countyA1, "accept")),
      "another province accepts": codeOf(await act(actor(provinceB, "analyst"), countyA1, "accept")),
      "the neighbouring county reads": codeOf(await review.review(actor(countyA2, "approver"), countyA1.id, year, today)),
      "another city reads": codeOf(await review.review(actor(cityA2, "analyst"), countyA1.id, year, today)),
      "another province reads": codeOf(await review.review(actor(provinceB, "analyst"), countyA1.id, year, today)),
      "a city sets the province's timetable": codeOf(
        await review.saveTimetable(actor(cityA1, "admin"), { countyBy: "02-01", cityBy: "03-01", provinceBy: "08-01", remindDays: 10 }),
      ),
    };
    expect(denials).toEqual({
      "the county's planner recalls": "forbidden",
      "the county's administrator recalls": "forbidden",
      "the neighbouring county recalls": "not_found",
      "the city's viewer passes": "forbidden",
      "another city passes": "not_found",
      "the province passes in the city's stead": "review_elsewhere",
      "the province accepts before the city": "review_elsewhere",
      "another province accepts": "not_found",
      "the neighbouring county reads": "not_found",
      "another city reads": "not_found",
      "another province reads": "not_found",
      "a city sets the province's timetable": "forbidden",
    });
  });

  it("keeps a signature from city and province until the county submits", async () => {
    const { countyA1, cityA1, provinceA } = places;
    await publish(countyA1);
    unwrapped(await act(actor(countyA1, "approver"), countyA1, "sign"));
    for (const reader of [actor(cityA1, "analyst"), actor(provinceA, "analyst")]) {
      expect(unwrapped(await review.review(reader, countyA1.id, year, today))).toMatchObject({ state: "draft", steps: [], may: [] });
    }
    expect(unwrapped(await review.review(actor(countyA1, "viewer"), countyA1.id, year, today)).state).toBe("signed");
  });

  it("gives every county below the province's timetable, and each province its own", async () => {
    const timetable = { countyBy: "01-31", cityBy: "02-28", provinceBy: "06-30", remindDays: 20 };
    unwrapped(await review.saveTimetable(actor(places.provinceA, "analyst"), timetable));
    expect(unwrapped(await review.timetable(actor(places.countyA1, "viewer")))).toEqual(timetable);
    expect(unwrapped(await review.timetable(actor(places.cityA1, "viewer")))).toEqual(timetable);
    expect(unwrapped(await review.timetable(actor(places.countyB1, "viewer"))).cityBy).toBe("03-31");
  });
});
