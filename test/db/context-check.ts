import { openPool, type Pool } from "@db/client";
import type { Database } from "@db/schema/database";
import type { WithTenant } from "@db/tenant";
import type { Kysely } from "kysely";

const reads = (db: Kysely<Database>): Promise<"read" | "raised"> =>
  db
    .selectFrom("county.dataset")
    .select("id")
    .execute()
    .then(
      () => "read",
      () => "raised",
    );

/**
 * What a tenant wrapper leaves behind on its connection. One connection serves everything here, so a setting
 * that outlives its transaction is met by the next statement.
 */
export const contextFaults = async (
  appUrl: string,
  wrap: (db: Kysely<Database>) => WithTenant,
  context: { readonly orgId: string; readonly userId: string },
): Promise<string[]> => {
  const pool: Pool = openPool(appUrl, "hengce_web", 1);
  const faults: string[] = [];
  try {
    if ((await reads(pool.db)) !== "raised") faults.push("a fresh connection reads without a context");
    await wrap(pool.db)(context, (tx) => tx.selectFrom("county.dataset").select("id").execute());
    if ((await reads(pool.db)) !== "raised") faults.push("the context outlives its transaction");
    await wrap(pool.db)(context, () => Promise.reject(new Error("work failed"))).catch(() => {});
    if ((await reads(pool.db)) !== "raised") faults.push("the context outlives a failed transaction");
  } finally {
    await pool.close();
  }
  return faults;
};
