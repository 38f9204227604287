import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "@server/platform/embedded-postgres";
import postgres from "postgres";
import type { Prepare } from "../contender";
import { groupsQuery, resourceColumns, rowsQuery } from "./sql";

const settings = {
  shared_buffers: "512MB",
  work_mem: "256MB",
  jit: "off",
  autovacuum: "off",
  max_wal_size: "4GB",
  max_parallel_workers_per_gather: "2",
} as const;
const rowsAtOnce = 20_000;

/** Postgres that forgoes safety for speed: unlogged tables in memory, two helpers; results stay in its tables. */
export const prepare: Prepare = async ({ pupils, group, resource }) => {
  const folder = await mkdtemp(join(tmpdir(), "hengce-bench-"));
  // The server may run as another user than the benchmark.
  await chmod(folder, 0o711);
  const server = await startEmbeddedPostgres({ dataDir: folder, durable: false, settings });
  const sql = postgres(server.adminUrl, { max: 1, onnotice: () => undefined });
  await sql.unsafe(
    `create unlogged table sections (g int not null, p float8 not null, ${resourceColumns.map((name) => `${name} float8 not null`).join(", ")})`,
  );
  const columns = [group, pupils, ...resource];
  const types = columns.map((_, index) => `$${index + 1}::${index === 0 ? "int[]" : "float8[]"}`);
  for (let from = 0; from < pupils.length; from += rowsAtOnce) {
    const part = columns.map((column) => `{${column.subarray(from, from + rowsAtOnce).join(",")}}`);
    await sql.unsafe(`insert into sections select * from unnest(${types.join(", ")})`, part);
  }
  await sql.unsafe("vacuum analyze sections");
  return {
    run: async () => {
      await sql.unsafe(
        `drop table if exists judged; create unlogged table judged as ${rowsQuery}; drop table if exists balances; create unlogged table balances as ${groupsQuery}`,
      );
    },
    answer: async () => {
      const rows = await sql.unsafe("select * from balances order by g").values();
      return {
        failing: Float64Array.from(rows, (row) => Number(row[1])),
        cv: Float64Array.from(rows.flatMap((row) => row.slice(2).map(Number))),
      };
    },
    close: async () => {
      await sql.end();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
