import { type Kysely, sql } from "kysely";

/** Rows and cells that the county's own figures came from, so that they lead back to the file like those of its schools. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table county.dataset add column source jsonb not null default '{}'`.execute(db);
};
