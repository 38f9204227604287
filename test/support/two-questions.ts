import { openPool } from "@db/client";
import { sql } from "kysely";

/** A process of its own that asks two questions at once through one connection and prints the answers. */
const pool = openPool(process.argv[2] ?? "", "hengce_worker", 1);
const answers = await Promise.all([1, 2].map((number) => sql<{ answer: number }>`select ${number}::int as answer`.execute(pool.db)));
process.stdout.write(JSON.stringify(answers.map(({ rows }) => rows[0]?.answer)));
await pool.close();
