import { countyOfSize, smallCounty } from "@db/seeds/small-county";
import { createAccount, createOrganisation } from "@server/auth";
import type { Actor, OrganisationKind, Role } from "@server/auth/contract";
import { assessStored } from "@server/compliance";
import { startRun } from "@server/jobs";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import { createAnswersService, createPlanningService } from "@server/planning";
import type { Lever } from "@server/planning/contract";
import { createProvinceService } from "@server/province";
import { parseCountyWorkbook, storeDataset, writeCountyWorkbook } from "@server/statistics";
import type { CountyDataset } from "@server/statistics/contract";
import type { TestDatabase } from "@test/support/postgres";

/** Password of everybody in the test world. */
export const password = "quiet-river-lantern-26";

/** A province with two counties: one that has nothing yet, one with data that it keeps to itself. */
export interface World {
  readonly province: string;
  readonly fresh: { readonly name: string; readonly dataset: CountyDataset; email(role: Role): string };
  readonly other: { readonly name: string; readonly dataset: CountyDataset; readonly datasetId: string; email(role: Role): string };
  readonly analyst: string;
  readonly provinceAdmin: string;
  readonly cityAnalyst: string;
  /** Publishes the county that keeps its data to itself; answers with the id of the publication. */
  publishOther(): Promise<string>;
  /** Gives the county without data its data and publishes them. */
  publishFresh(): Promise<string>;
  /** Gives that county the returns of the two years before as well. */
  rememberOther(): Promise<void>;
  /** Makes a scenario of that county with these levers and asks for its projection; answers with its id. */
  planOther(name: string, levers?: readonly Lever[]): Promise<string>;
  /**
   * Asks how likely a scenario of that county is to pass, what its levers do, what the cheapest plan is, and what would have
   * been projected two years before; answers with the run of the last question.
   */
  askOther(scenarioId: string): Promise<string>;
}

const must = <T>(result: Result<T, AppError>): T => {
  if (!result.ok) throw new Error(`the test world: ${result.error.code}`);
  return result.value;
};

const mail = (role: Role, code: string): string => `${role}.${code}@example.test`;

interface Place {
  readonly kind: OrganisationKind;
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
  readonly roles: readonly Role[];
}

const settle = async (db: TestDatabase, { roles, ...organisation }: Place): Promise<Readonly<Partial<Record<Role, Actor>>>> => {
  const actors: Partial<Record<Role, Actor>> = {};
  await db.withAuth(async (tx) => {
    const { id } = must(await createOrganisation(tx, organisation));
    for (const role of roles) {
      const displayName = `${organisation.name}${role}`;
      const { userId } = must(await createAccount(tx, { orgId: id, email: mail(role, organisation.code), displayName, role, password }));
      actors[role] = {
        userId,
        displayName,
        role,
        orgId: id,
        orgKind: organisation.kind,
        orgName: organisation.name,
        orgCode: organisation.code,
      };
    }
  });
  return actors;
};

const sourcesOf = async (dataset: CountyDataset) => {
  const parsed = await parseCountyWorkbook(await writeCountyWorkbook(dataset));
  if (!parsed.ok) throw new Error(`the test county fails its own import: ${JSON.stringify(parsed.error[0])}`);
  return parsed.value.sources;
};

/** A school of a town that has grown: too little teaching area for its pupils, far below the 85 % line. */
const withCrowdedSchool = (dataset: CountyDataset): CountyDataset => ({
  ...dataset,
  schools: dataset.schools.map((school, index) =>
    index === 0 ? { ...school, facilities: { ...school.facilities, teachingAreaM2: 3000 } } : school,
  ),
});

/** The same county some years earlier, before its first school was enlarged. */
const yearsBefore = (dataset: CountyDataset, years: number): CountyDataset => ({
  ...dataset,
  county: { ...dataset.county, statisticsYear: dataset.county.statisticsYear - years, fiscalYear: dataset.county.fiscalYear - years },
  schools: dataset.schools.map((school, index) =>
    index === 0
      ? { ...school, facilities: { ...school.facilities, teachingAreaM2: (school.facilities.teachingAreaM2 ?? 0) - 200 } }
      : school,
  ),
});

/** Fills an empty database. */
export const createWorld = async (db: TestDatabase): Promise<World> => {
  const [fresh, other] = [withCrowdedSchool(smallCounty()), countyOfSize(14, 7)];
  const province = "云泽省";
  await settle(db, { kind: "province", code: "990000", name: province, parentCode: null, roles: ["analyst", "admin"] });
  await settle(db, { kind: "city", code: "990100", name: "临川市", parentCode: "990000", roles: ["analyst"] });
  const county = (dataset: CountyDataset): Place => ({
    kind: "county",
    code: dataset.county.code,
    name: dataset.county.name,
    parentCode: "990100",
    roles: ["planner", "approver", "viewer", "admin"],
  });
  const first = await settle(db, county(fresh));
  const { planner, approver } = await settle(db, county(other));
  if (planner === undefined || approver === undefined) throw new Error("the other county has no planner or approver");
  const sources = await sourcesOf(other);
  const datasetId = await db.withTenant(planner, async (tx) => {
    const { dataset } = await storeDataset(tx, planner, { dataset: other, sources, fileName: "叠云县_2026.xlsx" });
    await assessStored(tx, planner, dataset.id);
    return dataset.id;
  });
  const place = (dataset: CountyDataset) => ({
    name: dataset.county.name,
    dataset,
    email: (role: Role) => mail(role, dataset.county.code),
  });
  return {
    province,
    fresh: place(fresh),
    other: { ...place(other), datasetId },
    analyst: mail("analyst", "990000"),
    provinceAdmin: mail("admin", "990000"),
    cityAnalyst: mail("analyst", "990100"),
    publishOther: async () => must(await createProvinceService(db).publish(approver)).id,
    publishFresh: async () => {
      if (first.planner === undefined || first.approver === undefined) throw new Error("the fresh county has no planner or approver");
      const { planner: hers } = first;
      await db.withTenant(hers, (tx) => storeDataset(tx, hers, { dataset: fresh, sources: {}, fileName: "fresh.xlsx" }));
      return must(await createProvinceService(db).publish(first.approver)).id;
    },
    rememberOther: async () => {
      for (const years of [2, 1]) {
        const dataset = yearsBefore(other, years);
        const fileName = `叠云县_${dataset.county.statisticsYear}.xlsx`;
        await db.withTenant(planner, async (tx) => {
          const stored = await storeDataset(tx, planner, { dataset, sources: {}, fileName });
          await assessStored(tx, planner, stored.dataset.id);
        });
      }
    },
    planOther: async (name, levers = []) => {
      const planning = createPlanningService({ withTenant: db.withTenant, jobs: { startRun } });
      const { id, version, document } = must(await planning.create(planner, name));
      if (levers.length > 0) must(await planning.save(planner, id, version, { ...document, levers: [...levers] }));
      must(await planning.startRun(planner, id));
      return id;
    },
    askOther: async (scenarioId) => {
      const answers = createAnswersService({ withTenant: db.withTenant, jobs: { startRun } });
      must(await answers.ask(planner, scenarioId, "montecarlo", { draws: 20 }));
      must(await answers.ask(planner, scenarioId, "attribution", {}));
      const { statisticsYear } = other.county;
      must(await answers.ask(planner, scenarioId, "plan", { targetYear: statisticsYear + 3 }));
      return must(await answers.askBacktest(planner, { statisticsYear: statisticsYear - 2, assumptionsOf: null })).id;
    },
  };
};
