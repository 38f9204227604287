import { openPool } from "@db/client";
import {
  type AuthTx,
  authTransactions,
  readerTransactions,
  tenantTransactions,
  type WithAuth,
  type WithReader,
  type WithTenant,
} from "@db/tenant";
import { createAccount, createOrganisation } from "@server/auth";
import type { Actor, OrganisationKind, Role } from "@server/auth/contract";
import { assessStored } from "@server/compliance";
import { startRun } from "@server/jobs";
import { createPlanningService, defaultAssumptions } from "@server/planning";
import { createProvinceService } from "@server/province";
import { newestDataset, parseCountyWorkbook, storeDataset, writeCountyWorkbook } from "@server/statistics";
import type { CountyDataset, SchoolSource } from "@server/statistics/contract";
import { type DemoAccount, demoAccounts, demoPassword, featuredAccounts } from "./demo/accounts";
import { type DemoCounty, type DemoOrganisation, demoProvince } from "./demo/province";
import { demoReviews } from "./demo/reviews";
import { exampleCountyCode, exampleScenarios, wholePlan } from "./demo/scenarios";
import { loadReview } from "./load-reviews";
import { unwrapped } from "./unwrapped";

/** Transactions that the demonstration is loaded through; the services do the rest. */
export interface DemoTarget {
  readonly withTenant: WithTenant;
  readonly withReader: WithReader;
  readonly withAuth: WithAuth;
}

interface Placed extends DemoOrganisation {
  readonly id: string;
  readonly kind: OrganisationKind;
}

const idOf = async (tx: AuthTx, table: "organisation" | "user", key: string): Promise<string | null> => {
  const row =
    table === "organisation"
      ? await tx.selectFrom("auth.organisation").select("id").where("code", "=", key).executeTakeFirst()
      : await tx.selectFrom("auth.app_user").select("id").where("email", "=", key).executeTakeFirst();
  return row?.id ?? null;
};

const placeOrganisation = async (
  tx: AuthTx,
  kind: OrganisationKind,
  organisation: DemoOrganisation,
  parentCode: string | null,
): Promise<Placed> => {
  const { code, name } = organisation;
  const present = await idOf(tx, "organisation", code);
  const id = present ?? unwrapped(await createOrganisation(tx, { kind, code, name, parentCode }), name).id;
  return { id, kind, code, name };
};

const placeAccount = async (tx: AuthTx, account: DemoAccount, organisation: Placed): Promise<Actor> => {
  const { email, displayName, role } = account;
  const present = await idOf(tx, "user", email);
  const userId =
    present ??
    unwrapped(await createAccount(tx, { orgId: organisation.id, email, displayName, role, password: demoPassword }), email).userId;
  return {
    userId,
    displayName,
    role,
    orgId: organisation.id,
    orgKind: organisation.kind,
    orgName: organisation.name,
    orgCode: organisation.code,
  };
};

/** Rows of the workbook that a planner would get on export, so that every figure knows its cell. */
const sourcesOf = async (dataset: CountyDataset): Promise<Readonly<Record<string, SchoolSource>>> => {
  const parsed = await parseCountyWorkbook(await writeCountyWorkbook(dataset));
  if (!parsed.ok) throw new Error(`demonstration: ${dataset.county.name} fails its own import: ${JSON.stringify(parsed.error[0])}`);
  return parsed.value.sources;
};

/** Stores and judges one year of a county; a year that has data is left alone. */
const loadYear = async (
  { withTenant }: DemoTarget,
  county: DemoCounty,
  dataset: CountyDataset,
  sources: Readonly<Record<string, SchoolSource>>,
  planner: Actor,
): Promise<void> =>
  withTenant({ orgId: planner.orgId, userId: planner.userId }, async (tx) => {
    const { statisticsYear } = dataset.county;
    if ((await newestDataset(tx, statisticsYear)) !== null) return;
    const fileName = `${county.organisation.name}_${statisticsYear}.xlsx`;
    const stored = await storeDataset(tx, planner, { dataset, sources, fileName });
    await assessStored(tx, planner, stored.dataset.id);
  });

/** Publishes the newest year that a county has, unless it has published that year before. */
const publishYear = async ({ withTenant, withReader }: DemoTarget, statisticsYear: number, approver: Actor): Promise<void> => {
  const province = createProvinceService({ withTenant, withReader });
  const published = unwrapped(await province.publications(approver), "publications");
  if (published.some((head) => head.statisticsYear >= statisticsYear)) return;
  unwrapped(await province.publish(approver), approver.orgName);
};

/** All years of a county, oldest first; one that publishes does so every year, so that there is something to look back on. */
const loadCounty = async (target: DemoTarget, county: DemoCounty, planner: Actor, approver: Actor): Promise<void> => {
  const newest = county.years.at(-1);
  const present = await target.withTenant({ orgId: planner.orgId, userId: planner.userId }, (tx) => newestDataset(tx, null));
  const complete = present !== null && present.statisticsYear >= (newest?.county.statisticsYear ?? 0);
  const sources = newest === undefined || complete ? {} : await sourcesOf(newest);
  for (const dataset of county.years) {
    if (!complete) await loadYear(target, county, dataset, dataset === newest ? sources : {}, planner);
    // A publication is of the newest year that there is, so years are published as they come.
    if (county.publish && (!complete || dataset === newest)) await publishYear(target, dataset.county.statisticsYear, approver);
  }
};

/** Example scenarios with their runs queued. Each step is skipped when it is done, so a load that was cut off is completed. */
const addScenarios = async ({ withTenant }: DemoTarget, county: DemoCounty, planner: Actor): Promise<void> => {
  const newest = county.years.at(-1);
  if (newest === undefined) return;
  const planning = createPlanningService({ withTenant, jobs: { startRun } });
  const present = unwrapped(await planning.list(planner), "scenarios");
  const judged = await withTenant({ orgId: planner.orgId, userId: planner.userId }, async (tx) => {
    // The data that a new scenario plans upon: a visitor may have corrected them, or brought in a later year.
    const head = await newestDataset(tx, null);
    return head === null ? null : assessStored(tx, planner, head.id);
  });
  if (judged === null) return;
  const examples = exampleScenarios(judged.assessment, defaultAssumptions(newest));
  const resources = examples.at(-1);
  const whole = resources === undefined ? null : wholePlan(judged.assessment, resources);
  for (const document of whole === null ? examples : [...examples, whole]) {
    const known = present.find(({ name }) => name === document.name);
    const { id, version } = known ?? unwrapped(await planning.create(planner, document.name), document.name);
    if (version === 1) unwrapped(await planning.save(planner, id, version, document), document.name);
    if (known === undefined || known.lastRun === null) unwrapped(await planning.startRun(planner, id), document.name);
  }
};

/**
 * Loads what is missing of the demonstration; what is there, also when a visitor changed it, stays as it is. Days of the
 * review are counted from `today` (ISO). `only`: the code of the one county to load, all of them when left out.
 */
export const loadDemoInto = async (target: DemoTarget, today: string, only?: string): Promise<void> => {
  const demo = demoProvince(only);
  const actors = await target.withAuth(async (tx) => {
    const placed = [await placeOrganisation(tx, "province", demo.province, null)];
    for (const city of demo.cities) placed.push(await placeOrganisation(tx, "city", city, demo.province.code));
    for (const { organisation } of demo.counties) placed.push(await placeOrganisation(tx, "county", organisation, organisation.cityCode));
    const found: Actor[] = [];
    for (const account of demoAccounts()) {
      const organisation = placed.find(({ code }) => code === account.organisationCode);
      if (organisation !== undefined) found.push(await placeAccount(tx, account, organisation));
    }
    return found;
  });
  const actor = (code: string, role: Role): Actor => {
    const found = actors.find(({ orgCode, role: held }) => orgCode === code && held === role);
    if (found === undefined) throw new Error(`demonstration: ${code} has no ${role}`);
    return found;
  };
  for (const county of demo.counties) {
    const { code, cityCode } = county.organisation;
    const approver = actor(code, "approver");
    await loadCounty(target, county, actor(code, "planner"), approver);
    if (code === exampleCountyCode) await addScenarios(target, county, actor(code, "planner"));
    const review = demoReviews.find(({ countyCode }) => countyCode === code);
    const year = county.years.at(-1)?.county.statisticsYear;
    if (review === undefined || year === undefined) continue;
    const reviewers = { county: approver, city: actor(cityCode, "analyst"), province: actor(demo.province.code, "analyst") };
    await loadReview(target, review, reviewers, year, today);
  }
};

/** Loads the demonstration, or one county of it, into a migrated database. Answers with the accounts to show; their password is the same. */
export const loadDemo = async (
  databaseUrl: string,
  today: string,
  only?: string,
): Promise<readonly { readonly email: string; readonly password: string; readonly label: string }[]> => {
  const web = openPool(databaseUrl, "hengce_web", 2);
  const reader = openPool(databaseUrl, "hengce_reader", 1);
  const auth = openPool(databaseUrl, "hengce_auth", 1);
  try {
    await loadDemoInto(
      {
        withTenant: tenantTransactions(web.db),
        withReader: readerTransactions(reader.db),
        withAuth: authTransactions(auth.db),
      },
      today,
      only,
    );
  } finally {
    await Promise.all([web.close(), reader.close(), auth.close()]);
  }
  return featuredAccounts().map((account) => ({ ...account, password: demoPassword }));
};
