import { type Kysely, sql } from "kysely";

/** Whether a version came in a file or was typed into the grid of returns. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table county.dataset add column origin text not null default 'import' check (origin in ('import','hand'))`.execute(db);
};
