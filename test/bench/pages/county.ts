import { openPool } from "@db/client";
import { countyOfSize } from "@db/seeds/small-county";
import { authTransactions, tenantTransactions } from "@db/tenant";
import { createAccount, createOrganisation } from "@server/auth";
import type { Actor } from "@server/auth/contract";
import { startRun } from "@server/jobs";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import { createPlanningService } from "@server/planning";
import { leverSchema } from "@server/planning/contract";
import { storeDataset } from "@server/statistics";

export const benchPassword = "quiet-river-lantern-26";

const unwrapped = <T>(result: Result<T, AppError>): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

export interface BenchCounty {
  readonly schools: number;
  readonly email: string;
  readonly scenarioId: string;
}

/** A county of so many schools with a planner and a scenario of a dozen levers. */
export const settleCounty = async (databaseUrl: string, schools: number): Promise<BenchCounty> => {
  const pools = { web: openPool(databaseUrl, "hengce_web", 2), auth: openPool(databaseUrl, "hengce_auth", 1) };
  const seeded = countyOfSize(schools, schools);
  const code = `98${schools}0`;
  const dataset = { ...seeded, county: { ...seeded.county, code, name: `${seeded.county.name}${schools}` } };
  const email = `planner.${schools}@example.test`;
  const planner = await authTransactions(pools.auth.db)(async (tx): Promise<Actor> => {
    const created = await createOrganisation(tx, { kind: "county", code, name: dataset.county.name, parentCode: "98" });
    const { id: orgId } = unwrapped(created);
    const account = { orgId, email, displayName: "规划员", role: "planner", password: benchPassword } as const;
    const { userId } = unwrapped(await createAccount(tx, account));
    return { userId, displayName: "规划员", role: "planner", orgId, orgKind: "county", orgName: dataset.county.name, orgCode: code };
  });
  const withTenant = tenantTransactions(pools.web.db);
  await withTenant(planner, (tx) => storeDataset(tx, planner, { dataset, sources: {}, fileName: "bench.xlsx" }));
  const planning = createPlanningService({ withTenant, jobs: { startRun } });
  const { id, version, document } = unwrapped(await planning.create(planner, "十二项措施"));
  const { levers } = unwrapped(await planning.defaults(planner, id));
  const { dataset: stored, schools: named } = unwrapped(await planning.get(planner, id));
  const built = named.slice(0, 12).map((school, index) =>
    leverSchema.parse({
      ...levers.build_classrooms,
      type: "build_classrooms",
      id: `L${index}`,
      enabled: true,
      schoolCode: school.code,
      startYear: stored.statisticsYear + 1,
      rooms: 4,
      fundingSource: "",
      responsibleUnit: "",
      note: "",
    }),
  );
  unwrapped(await planning.save(planner, id, version, { ...document, levers: built }));
  await Promise.all([pools.web.close(), pools.auth.close()]);
  return { schools, email, scenarioId: id };
};

/** The province that the counties of this bench belong to. */
export const settleProvince = async (databaseUrl: string): Promise<void> => {
  const auth = openPool(databaseUrl, "hengce_auth", 1);
  await authTransactions(auth.db)((tx) => createOrganisation(tx, { kind: "province", code: "98", name: "云屏省", parentCode: null }));
  await auth.close();
};
