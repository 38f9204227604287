import { up as wholeVerdicts } from "@db/migrations/0013-whole-verdicts";
import type { Actor, Role } from "@server/auth/contract";
import type { Verdict } from "@server/compliance/contract";
import { wholeOf } from "@server/compliance/whole-contract";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import { createProvinceService } from "@server/province";
import type { ProvinceService, PublicationHead } from "@server/province/contract";
import { createReviewService } from "@server/review";
import { storeDataset } from "@server/statistics";
import type { CountyDataset } from "@server/statistics/contract";
import { datasetOf, failingItems, scaled, wellProvided, withoutEquipment } from "@test/support/datasets";
import { type SeededOrganisation, type SeededOrganisations, seedOrganisations } from "@test/support/organisations";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import { Kysely } from "kysely";
import { PostgresJSDialect } from "kysely-postgres-js";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

let database: TestDatabase;
let places: SeededOrganisations;
let province: ProvinceService;

beforeAll(async () => {
  database = await testDatabase({ poolSize: 2 });
  places = await seedOrganisations(database);
  province = createProvinceService(database);
});
afterEach(() => database.ownerSql`truncate county.dataset, county.publication, county.audit_entry cascade`);
afterAll(() => database.close());

const unwrapped = <T>(result: Result<T, AppError>): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const codeOf = (result: Result<unknown, AppError>): string | null => (result.ok ? null : result.error.code);
const actor = (place: SeededOrganisation, role: Role): Actor => place.actors[role];

const store = (place: SeededOrganisation, dataset: CountyDataset) =>
  database.withTenant({ orgId: place.id, userId: actor(place, "planner").userId }, (tx) =>
    storeDataset(tx, actor(place, "planner"), { dataset, sources: {}, fileName: "county.xlsx" }),
  );
const publish = async (place: SeededOrganisation, dataset: CountyDataset = datasetOf(place)): Promise<PublicationHead> => {
  await store(place, dataset);
  return unwrapped(await province.publish(actor(place, "approver")));
};
const namesSeenBy = async (reader: Actor): Promise<readonly string[]> =>
  unwrapped(await province.compare(reader, null))
    .rows.filter(({ publication }) => publication !== null)
    .map(({ countyName }) => countyName);

describe("publishing", () => {
  it("is the approver's alone: planner, administrator, viewer and the province are refused", async () => {
    await store(places.countyA1, datasetOf(places.countyA1));
    for (const role of ["planner", "admin", "viewer", "analyst"] as const) {
      expect(codeOf(await province.publish(actor(places.countyA1, role)))).toBe("forbidden");
    }
    expect(codeOf(await province.publish(actor(places.provinceA, "analyst")))).toBe("forbidden");
    expect(codeOf(await province.publish(actor(places.countyA1, "approver")))).toBeNull();
  });

  it("needs data", async () => {
    expect(codeOf(await province.publish(actor(places.countyA1, "approver")))).toBe("no_dataset");
  });

  it("replaces what stood for the same year and counts versions", async () => {
    const first = await publish(places.countyA1);
    const second = await publish(places.countyA1, scaled(datasetOf(places.countyA1), 0.9));
    expect([first.version, second.version]).toEqual([1, 2]);
    const heads = unwrapped(await province.publications(actor(places.countyA1, "viewer")));
    expect(heads.map(({ id, withdrawnAt }) => [id, withdrawnAt === null])).toEqual([
      [second.id, true],
      [first.id, false],
    ]);
  });

  it("of an unchanged judgement leaves the standing snapshot as it is", async () => {
    const first = await publish(places.countyA1);
    const again = unwrapped(await province.publish(actor(places.countyA1, "approver")));
    expect(again).toEqual(first);
    expect(unwrapped(await province.publications(actor(places.countyA1, "approver")))).toHaveLength(1);
  });

  it("of two approvers at once makes one standing snapshot", async () => {
    await store(places.countyA1, datasetOf(places.countyA1));
    const approver = actor(places.countyA1, "approver");
    const heads = await Promise.all([province.publish(approver), province.publish(approver)]);
    expect(new Set(heads.map((head) => unwrapped(head).id)).size).toBe(1);
  });

  it("leaves another year's snapshot standing", async () => {
    await publish(places.countyA1, datasetOf(places.countyA1, 2025));
    await publish(places.countyA1, datasetOf(places.countyA1, 2026));
    const compared = unwrapped(await province.compare(actor(places.provinceA, "analyst"), 2025));
    expect(compared.years).toEqual([2026, 2025]);
    expect(compared.published).toBe(1);
  });

  it("is written into the county's audit log, as is withdrawing", async () => {
    const head = await publish(places.countyA1);
    unwrapped(await province.withdraw(actor(places.countyA1, "approver"), head.id));
    const entries = await database.ownerSql`
      select action, subject from county.audit_entry
      where tenant_id = ${places.countyA1.id} and action like 'publication.%' order by at, id`;
    expect(entries.map(({ action, subject }) => [action, subject])).toEqual([
      ["publication.publish", head.id],
      ["publication.withdraw", head.id],
    ]);
  });
});

describe("withdrawing", () => {
  it("takes the snapshot from the province's sight at once", async () => {
    const head = await publish(places.countyA1);
    const analyst = actor(places.provinceA, "analyst");
    expect(codeOf(await province.published(analyst, head.id))).toBeNull();
    unwrapped(await province.withdraw(actor(places.countyA1, "approver"), head.id));
    expect(codeOf(await province.published(analyst, head.id))).toBe("not_found");
    expect(codeOf(await province.compare(analyst, null))).toBe("nothing_published");
  });

  it("is refused to a planner, and answers not found for another county's snapshot or nonsense", async () => {
    const head = await publish(places.countyA1);
    expect(codeOf(await province.withdraw(actor(places.countyA1, "planner"), head.id))).toBe("forbidden");
    expect(codeOf(await province.withdraw(actor(places.countyA2, "approver"), head.id))).toBe("not_found");
    expect(codeOf(await province.withdraw(actor(places.countyA1, "approver"), "not-an-id"))).toBe("not_found");
    expect(await namesSeenBy(actor(places.provinceA, "analyst"))).toEqual(["甲一县"]);
  });

  it("of what is withdrawn already is a conflict", async () => {
    const head = await publish(places.countyA1);
    unwrapped(await province.withdraw(actor(places.countyA1, "approver"), head.id));
    expect(codeOf(await province.withdraw(actor(places.countyA1, "approver"), head.id))).toBe("conflict");
  });
});

describe("a snapshot", () => {
  it("stays as published when the county's data change", async () => {
    const head = await publish(places.countyA1);
    const analyst = actor(places.provinceA, "analyst");
    const before = unwrapped(await province.published(analyst, head.id));
    await store(places.countyA1, scaled(datasetOf(places.countyA1), 0.5));
    expect(unwrapped(await province.published(analyst, head.id))).toEqual(before);
    expect(before.payload.assessment.county).toEqual({ code: places.countyA1.code, name: places.countyA1.name });
  });

  it("cannot be edited or deleted by any role the application runs as", async () => {
    const head = await publish(places.countyA1);
    const context = { orgId: places.countyA1.id, userId: actor(places.countyA1, "approver").userId };
    await expect(
      database.withTenant(context, (tx) =>
        tx.updateTable("county.publication").set({ verdict: "met" }).where("id", "=", head.id).execute(),
      ),
    ).rejects.toThrow(/permission denied/);
    await expect(
      database.withTenant(context, (tx) => tx.deleteFrom("county.publication").where("id", "=", head.id).execute()),
    ).rejects.toThrow(/permission denied/);
  });
});

describe("comparing", () => {
  it("shows a province its own published counties, the others by name only", async () => {
    await publish(places.countyA1);
    await publish(places.countyB1);
    await store(places.countyA2, datasetOf(places.countyA2));
    const compared = unwrapped(await province.compare(actor(places.provinceA, "analyst"), null));
    expect(compared.rows.map(({ countyName, cityName, publication }) => [countyName, cityName, publication !== null])).toEqual([
      ["甲一县", "甲一市", true],
      ["甲二县", "甲一市", false],
      ["甲三县", "甲二市", false],
    ]);
    expect([compared.published, compared.total]).toEqual([1, 3]);
  });

  it("shows a city its own counties only", async () => {
    await publish(places.countyA1);
    const other = await publish(places.countyA3);
    expect(await namesSeenBy(actor(places.cityA1, "analyst"))).toEqual(["甲一县"]);
    expect(await namesSeenBy(actor(places.cityA2, "analyst"))).toEqual(["甲三县"]);
    expect(codeOf(await province.published(actor(places.cityA1, "analyst"), other.id))).toBe("not_found");
  });

  it("shows another province nothing, not even a snapshot whose id it knows", async () => {
    const head = await publish(places.countyA1);
    const stranger = actor(places.provinceB, "analyst");
    expect(codeOf(await province.compare(stranger, null))).toBe("nothing_published");
    expect(codeOf(await province.published(stranger, head.id))).toBe("not_found");
  });

  it("is refused to counties and to roles without the permission", async () => {
    await publish(places.countyA1);
    for (const role of ["admin", "planner", "approver", "viewer"] as const) {
      expect(codeOf(await province.compare(actor(places.countyA1, role), null))).toBe("forbidden");
      expect(codeOf(await province.standing(actor(places.countyA1, role)))).toBe("forbidden");
    }
    expect(codeOf(await province.compare(actor(places.provinceA, "planner"), null))).toBe("forbidden");
  });

  it("lets a county read its own snapshot as city and province see it, until it is withdrawn, and no neighbour's", async () => {
    const head = await publish(places.countyA1);
    const neighbour = await publish(places.countyA2);
    const viewer = actor(places.countyA1, "viewer");
    const seen = unwrapped(await province.published(viewer, head.id));
    const above = unwrapped(await province.published(actor(places.provinceA, "analyst"), head.id));
    expect(seen.payload).toEqual(above.payload);
    expect(codeOf(await province.published(viewer, neighbour.id))).toBe("not_found");
    expect(codeOf(await province.published(actor(places.countyA1, "analyst"), head.id))).toBe("forbidden");
    unwrapped(await province.withdraw(actor(places.countyA1, "approver"), head.id));
    expect(codeOf(await province.published(viewer, head.id))).toBe("not_found");
  });

  it("knows by one word that something below was published or withdrawn, and not that it was elsewhere", async () => {
    const analyst = actor(places.provinceA, "analyst");
    const word = async () => unwrapped(await province.standing(analyst));
    const empty = await word();
    const head = await publish(places.countyA1);
    const one = await word();
    await publish(places.countyB1);
    expect(await word()).toBe(one);
    await publish(places.countyA1, scaled(datasetOf(places.countyA1), 0.9));
    const replaced = await word();
    await publish(places.countyA2);
    const two = await word();
    const heads = unwrapped(await province.publications(actor(places.countyA1, "viewer")));
    const newest = heads.find(({ withdrawnAt }) => withdrawnAt === null);
    unwrapped(await province.withdraw(actor(places.countyA1, "approver"), newest?.id ?? ""));
    expect(newest?.id).not.toBe(head.id);
    expect(new Set([empty, one, replaced, two, await word()]).size).toBe(5);
  });

  it("calls no county met whose resources pass and whose items do not: not in a row, not in the order, not among the met", async () => {
    await publish(places.countyA1, failingItems(datasetOf(places.countyA1)));
    const met = await publish(places.countyA2, wellProvided(datasetOf(places.countyA2)));
    const analyst = actor(places.provinceA, "analyst");
    expect(unwrapped(await province.compare(analyst, null)).rows[0]?.publication?.id).toBe(met.id);
    const row = unwrapped(await province.compare(analyst, null)).rows.find(({ countyId }) => countyId === places.countyA1.id);
    const id = row?.publication?.id ?? "";
    const { assessment } = unwrapped(await province.published(analyst, id)).payload;
    expect([assessment.verdict, assessment.failing]).toEqual(["met", 0]);
    expect(wholeOf(assessment)).toEqual({ verdict: "not_met", failing: 1, open: 1 });
    expect(row?.publication).toMatchObject({ verdict: "not_met", failing: 1, notEvaluable: 1 });
    expect(row?.trend).toMatchObject([{ verdict: "not_met", failing: 1, notEvaluable: 1 }]);
    expect(row?.publication?.digest?.baseline[0]).toMatchObject({
      verdict: "met",
      whole: { verdict: "not_met", itemsFailing: 1, itemsOpen: 1 },
    });
    const [review] = unwrapped(await createReviewService(database).queue(analyst, null, "2026-11-22")).reviews.filter(
      ({ county }) => county.id === places.countyA1.id,
    );
    expect(review?.subject).toMatchObject({ verdict: "not_met", failing: 1, notEvaluable: 1 });
  });

  it("counts a snapshot of before there were whole verdicts anew, from the judgement within it, and takes what was not judged for no pass", async () => {
    const failing = await publish(places.countyA1, failingItems(datasetOf(places.countyA1)));
    const met = await publish(places.countyA2, wellProvided(datasetOf(places.countyA2)));
    await database.ownerSql`update county.publication set verdict = 'met', failing = 0, not_evaluable = 0, distance = 0`;
    await database.ownerSql`update county.publication set digest = '{}', payload = jsonb_set(
      jsonb_set(payload, '{assessment,items}', 'null'), '{assessment,overall}', 'null') where id = ${met.id}`;
    const owner = postgres(database.urls.admin, { max: 1, connection: { role: "hengce_owner" } });
    await wholeVerdicts(new Kysely({ dialect: new PostgresJSDialect({ postgres: owner }) }));
    await owner.end();
    const { rows } = unwrapped(await province.compare(actor(places.provinceA, "analyst"), null));
    const counted = rows.map(({ publication: one }) => one && [one.id, one.verdict, one.failing, one.notEvaluable]);
    expect(counted).toContainEqual([failing.id, "not_met", 1, 1]);
    expect(counted).toContainEqual([met.id, "not_evaluable", 0, 25]);
  });

  it("sorts by distance to pass: met, not met, not evaluable, unpublished", async () => {
    await publish(places.countyA1, withoutEquipment(wellProvided(datasetOf(places.countyA1))));
    await publish(places.countyA2, wellProvided(datasetOf(places.countyA2)));
    const compared = unwrapped(await province.compare(actor(places.provinceA, "analyst"), null));
    expect(compared.rows.map(({ countyName, publication }) => [countyName, publication?.verdict ?? null])).toEqual([
      ["甲二县", "met"],
      ["甲一县", "not_evaluable"],
      ["甲三县", null],
    ] satisfies [string, Verdict | null][]);
  });

  it("carries the snapshot's own totals and 14 cells", async () => {
    const head = await publish(places.countyA1);
    const analyst = actor(places.provinceA, "analyst");
    const { payload } = unwrapped(await province.published(analyst, head.id));
    const { assessment } = payload;
    const row = unwrapped(await province.compare(analyst, 2026)).rows[0]?.publication;
    expect(row).toMatchObject({
      id: head.id,
      version: 1,
      verdict: wholeOf(assessment).verdict,
      failing: wholeOf(assessment).failing,
      notEvaluable: wholeOf(assessment).open,
      sectionsTotal: assessment.stages.primary.sectionsTotal + assessment.stages.junior.sectionsTotal,
      pupils: (assessment.stages.primary.pupils ?? 0) + (assessment.stages.junior.pupils ?? 0),
    });
    expect(row?.cells).toHaveLength(14);
    for (const { stage, indicator, cv, sections } of row?.cells ?? []) {
      expect(cv).toBe(assessment.stages[stage].balance[indicator].cv);
      expect(sections.met).toBe(assessment.stages[stage].indicatorMet[indicator]);
    }
  });
});
