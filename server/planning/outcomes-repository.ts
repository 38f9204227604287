import type { TenantTx } from "@db/tenant";
import { type Span, spanOf } from "@server/kernel/span";
import { sql } from "kysely";
import type { ScenarioOutcome } from "./contract";

/** What the answers of projections come to, by run; runs without an answer are left out. Read inside the database: an answer has a megabyte. */
export const outcomesOf = async (tx: TenantTx, runIds: readonly string[]): Promise<ReadonlyMap<string, ScenarioOutcome>> => {
  if (runIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("county.run_result")
    .select([
      "run_id as runId",
      sql<readonly number[]>`result -> 'years'`.as("years"),
      sql<readonly number[]>`jsonb_path_query_array(result, '$.trial[*] ? (@.overall.verdict == "met").year')`.as("passing"),
      sql<Span>`result -> 'compliance' -> 'trial'`.as("resource"),
      sql<readonly number[]>`jsonb_path_query_array(result, '$.cost[*].totalWan')`.as("cost"),
    ])
    .where("run_id", "in", runIds)
    .where(sql<string>`result ->> 'format'`, "=", "hengce.projection/2")
    .execute();
  return new Map(
    rows.map(({ runId, years, passing, resource, cost }) => [
      runId,
      {
        whole: spanOf(years.map((year) => ({ year, met: passing.includes(year) }))),
        resource,
        costWan: cost.reduce((sum, one) => sum + one, 0),
      },
    ]),
  );
};
