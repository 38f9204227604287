import type { TenantTx } from "@db/tenant";
import { type Span, spanOf } from "@server/kernel/span";
import { sql } from "kysely";
import type { ScenarioOutcome } from "./contract";

interface Parts {
  readonly format: string;
  readonly years: readonly number[];
  readonly trial: unknown;
  readonly compliance: { readonly trial: Span };
  readonly cost: unknown;
}

/**
 * What the answers of projections come to, by run; runs without an answer are left out. Read inside the database: an answer
 * has a megabyte, and is taken apart once, for every path into it would unpack it anew.
 */
export const outcomesOf = async (tx: TenantTx, runIds: readonly string[]): Promise<ReadonlyMap<string, ScenarioOutcome>> => {
  if (runIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("county.run_result")
    .crossJoinLateral(() =>
      sql<Parts>`jsonb_to_record(result)`.as<"parts">(sql`parts(format text, years jsonb, trial jsonb, compliance jsonb, cost jsonb)`),
    )
    .select([
      "run_id as runId",
      "parts.years",
      "parts.compliance",
      sql<readonly number[]>`jsonb_path_query_array(parts.trial, '$[*] ? (@.overall.verdict == "met").year')`.as("passing"),
      sql<readonly number[]>`jsonb_path_query_array(parts.cost, '$[*].totalWan')`.as("cost"),
    ])
    .where("run_id", "in", runIds)
    .where("parts.format", "=", "hengce.projection/2")
    .execute();
  return new Map(
    rows.map(({ runId, years, passing, compliance, cost }) => [
      runId,
      {
        whole: spanOf(years.map((year) => ({ year, met: passing.includes(year) }))),
        resource: compliance.trial,
        costWan: cost.reduce((sum, one) => sum + one, 0),
      },
    ]),
  );
};
