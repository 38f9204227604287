import { smallCounty } from "@db/seeds/small-county";
import type { Actor, Role } from "@server/auth/contract";
import { createProvinceService } from "@server/province";
import { createReviewService } from "@server/review";
import type { ReviewAction, ReviewState } from "@server/review/contract";
import { storeDataset } from "@server/statistics";
import { type SeededOrganisation, type SeededOrganisations, seedOrganisations } from "@test/support/organisations";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import { until } from "@test/support/until";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

let database: TestDatabase;
let places: SeededOrganisations;
beforeAll(async () => {
  database = await testDatabase({ poolSize: 3 });
  places = await seedOrganisations(database);
});
afterAll(() => database.close());

const today = "2026-11-20";
const year = smallCounty().county.statisticsYear;
const actor = (place: SeededOrganisation, role: Role): Actor => place.actors[role];

/** What a county's year is, as somebody would keep it on a sheet of paper. */
interface Sheet {
  state: ReviewState;
  /** Version that stands, and the version that was signed; 0: none. */
  standing: number;
  signed: number;
  versions: number;
  /** A newer dataset is stored than the one that stands. */
  fresh: boolean;
  log: number;
}

const desks: readonly ReviewState[] = ["draft", "signed", "returned"];

/** The rules once more, in the plainest words, apart from the product's own table. */
const takes = (sheet: Sheet, step: string): boolean => {
  const { state, standing, signed } = sheet;
  switch (step) {
    case "county publish":
      return desks.includes(state) || (standing > 0 && !sheet.fresh);
    case "county withdraw":
      return standing > 0 && desks.includes(state);
    case "county sign":
      return standing > 0 && desks.includes(state);
    case "county submit":
      return state === "signed" && standing > 0 && signed === standing;
    case "county recall":
    case "city return":
    case "city pass":
      return state === "at_city";
    case "province return":
      return state === "at_province" || state === "accepted";
    case "province accept":
      return state === "at_province";
    case "province lock":
      return state === "accepted";
    case "province unlock":
      return state === "locked";
    default:
      return false;
  }
};

const ends: Readonly<Record<string, ReviewState>> = {
  "county sign": "signed",
  "county submit": "at_city",
  "county recall": "draft",
  "city return": "returned",
  "city pass": "at_province",
  "province return": "at_city",
  "province accept": "accepted",
  "province lock": "locked",
  "province unlock": "accepted",
};

const write = (sheet: Sheet, step: string): void => {
  if (step === "county publish") {
    if (sheet.standing === 0 || sheet.fresh) {
      sheet.versions += 1;
      sheet.standing = sheet.versions;
    }
    sheet.fresh = false;
    return;
  }
  if (step === "county withdraw") {
    sheet.standing = 0;
    return;
  }
  sheet.state = ends[step] ?? sheet.state;
  sheet.log += 1;
  if (step === "county sign") sheet.signed = sheet.standing;
};

const steps = ["county store", "county publish", "county withdraw", ...Object.keys(ends)] as const;
/** The way that papers usually go: each walk begins with a part of it, so that the later states are reached. */
const usual = ["county publish", "county sign", "county submit", "city pass", "province accept", "province lock"] as const;

test("what the province sees is what the sheet says, after every step of many actors in any order", async () => {
  const province = createProvinceService(database);
  const review = createReviewService(database);
  const counties = [places.countyA1, places.countyA2] as const;
  let stored = 0;
  const reached = new Set<string>();
  let withdrawals = 0;

  const store = (place: SeededOrganisation) => {
    const dataset = smallCounty();
    stored += 1;
    const planner = actor(place, "planner");
    return database.withTenant({ orgId: place.id, userId: planner.userId }, (tx) =>
      storeDataset(tx, planner, {
        dataset: {
          ...dataset,
          county: { ...dataset.county, code: place.code, name: place.name },
          schools: dataset.schools.map((school) => ({
            ...school,
            facilities: { ...school.facilities, teachingAreaM2: (school.facilities.teachingAreaM2 ?? 0) + stored },
          })),
        },
        sources: {},
        fileName: "county.xlsx",
      }),
    );
  };

  const attempt = async (place: SeededOrganisation, step: string): Promise<boolean> => {
    const approver = actor(place, "approver");
    if (step === "county publish") return (await province.publish(approver)).ok;
    if (step === "county withdraw") {
      const heads = await province.publications(approver);
      const standing = heads.ok ? heads.value.find(({ withdrawnAt }) => withdrawnAt === null) : undefined;
      return standing !== undefined && (await province.withdraw(approver, standing.id)).ok;
    }
    const [level = "", action = ""] = step.split(" ");
    const who = level === "county" ? approver : actor(level === "city" ? places.cityA1 : places.provinceA, "analyst");
    const request = { countyId: place.id, statisticsYear: year, reason: "按规定办理", deadline: "2026-12-31" };
    return (await review.act(who, action as ReviewAction, request, today)).ok;
  };

  const looks = async (place: SeededOrganisation, sheet: Sheet): Promise<void> => {
    const analyst = actor(places.provinceA, "analyst");
    const compared = await province.compare(analyst, year);
    const row = compared.ok ? compared.value.rows.find(({ countyId }) => countyId === place.id) : undefined;
    expect(row?.publication?.version ?? 0).toBe(sheet.standing);
    const seen = await review.review(analyst, place.id, year, today);
    const own = await review.review(actor(place, "viewer"), place.id, year, today);
    expect(own.ok && own.value.state).toBe(sheet.state);
    expect(own.ok && own.value.steps.length).toBe(sheet.log);
    // From above a signature is not seen: the step before it is.
    if (sheet.state !== "signed") expect(seen.ok && seen.value.state).toBe(sheet.state);
    expect(seen.ok && (seen.value.subject?.version ?? 0)).toBe(sheet.standing);
    if (sheet.standing > 0) {
      const newest = await province.publications(actor(place, "viewer"));
      const id = newest.ok ? (newest.value.find(({ withdrawnAt }) => withdrawnAt === null)?.id ?? "") : "";
      expect(await held(place, id)).toEqual({ page: true, drawing: true, download: true, address: true });
    }
    // What is gone is gone by its old address too.
    const heads = await province.publications(actor(place, "viewer"));
    for (const head of heads.ok ? heads.value.slice(0, 2) : []) {
      expect((await province.published(analyst, head.id)).ok).toBe(head.withdrawnAt === null);
    }
  };

  /** What the province's pages, drawings and downloads hold of a county. */
  const held = async (place: SeededOrganisation, publicationId: string): Promise<Readonly<Record<string, boolean>>> => {
    const analyst = actor(places.provinceA, "analyst");
    const compared = await province.compare(analyst, year);
    const rows = compared.ok ? compared.value.rows : [];
    const asked = { statisticsYear: year, stage: "primary", indicator: "R4", countyIds: [place.id] } as const;
    const strips = await province.strips(analyst, asked);
    const figures = rows.map(({ countyName, publication }) => [countyName, publication?.pupils ?? null]);
    const file = await province.table(analyst, "csv", { name: "各县", head: ["县", "学生"], rows: figures });
    const lines = file.ok ? new TextDecoder().decode(file.value.bytes).split("\r\n") : [];
    return {
      page: rows.some(({ countyId, publication }) => countyId === place.id && publication !== null),
      drawing: strips.ok && strips.value.has(place.id),
      download: lines.some((line) => line.startsWith(`${place.name},`) && line !== `${place.name},`),
      address: (await province.published(analyst, publicationId)).ok,
    };
  };
  const goneWithinASecond = async (place: SeededOrganisation): Promise<void> => {
    const heads = await province.publications(actor(place, "viewer"));
    const [newest] = heads.ok ? heads.value : [];
    if (newest === undefined) throw new Error("withdrawn without having been published");
    const gone = async () => Object.values(await held(place, newest.id)).every((holds) => !holds);
    await until("what is withdrawn is gone from page, drawing, download and its own address", gone, 1000);
  };

  const step = fc.tuple(fc.nat(1), fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...usual) }, fc.constantFrom(...steps)));
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 3, max: usual.length }),
      fc.array(step, { minLength: 8, maxLength: 12 }),
      async (begun, wandering) => {
        const taken = (["county publish", "county withdraw"] as const).map((name) => [1, name] as const);
        const walk = [...usual.slice(0, begun).map((name) => [0, name] as const), ...taken, ...wandering];
        await database.ownerSql`truncate county.dataset, county.publication, county.review_step, county.audit_entry cascade`;
        const sheets = counties.map((): Sheet => ({ state: "draft", standing: 0, signed: 0, versions: 0, fresh: false, log: 0 }));
        for (const place of counties) await store(place);
        for (const [at, name] of walk) {
          const [place, sheet] = [counties[at], sheets[at]];
          if (place === undefined || sheet === undefined) throw new Error("a county that is not there");
          if (name === "county store") {
            await store(place);
            sheet.fresh = true;
            continue;
          }
          const expected = takes(sheet, name);
          expect(await attempt(place, name), `${name} from ${sheet.state}`).toBe(expected);
          if (expected) {
            write(sheet, name);
            reached.add(sheet.state);
          }
          if (expected && name === "county withdraw") {
            await goneWithinASecond(place);
            withdrawals += 1;
          }
          await looks(place, sheet);
        }
      },
    ),
    { numRuns: 5, seed: 20_261_122 },
  );
  expect(reached.size).toBeGreaterThanOrEqual(5);
  expect(withdrawals).toBeGreaterThan(0);
}, 120_000);
