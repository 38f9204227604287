import { type Kysely, sql } from "kysely";

const statements = [
  // Which kinds there are is said by the code that carries them out; a new one needs no migration.
  `alter table county.run drop constraint run_kind_check`,
  `alter table county.run add constraint run_kind_check check (kind ~ '^[a-z_]{3,30}$')`,
  `alter table county.run add column words jsonb`,
  `alter table county.run add column best jsonb`,
];

/** Runs say in words how far they are, and hold the best answer found so far, which outlives a cancel. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
