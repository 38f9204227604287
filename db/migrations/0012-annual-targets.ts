import { type Kysely, sql } from "kysely";

const statements = [
  `alter table county.scenario
     add column targets jsonb,
     add column adopted_at timestamptz`,
  `create unique index one_adopted_scenario on county.scenario (tenant_id) where adopted_at is not null`,
];

/** Annual targets of a scenario, and which scenario is the county's plan. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
