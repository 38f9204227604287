import type { Prepare } from "../contender";
import { requirePeer } from "../peers";
import { groupsQuery, resourceColumns, rowsQuery } from "./sql";

interface Appender {
  readonly appendInteger: (value: number) => void;
  readonly appendDouble: (value: number) => void;
  readonly endRow: () => void;
  readonly closeSync: () => void;
}
interface Connection {
  readonly run: (sql: string) => Promise<unknown>;
  readonly runAndReadAll: (sql: string) => Promise<{ readonly getRows: () => readonly (readonly (number | bigint)[])[] }>;
  readonly createAppender: (table: string) => Promise<Appender>;
}

/** DuckDB in memory, two threads; results stay in its tables. */
export const prepare: Prepare = async (workload) => {
  const { DuckDBInstance } = requirePeer("@duckdb/node-api") as {
    readonly DuckDBInstance: {
      readonly create: (path: string, options: Record<string, string>) => Promise<{ readonly connect: () => Promise<Connection> }>;
    };
  };
  const connection = await (await DuckDBInstance.create(":memory:", { threads: "2" })).connect();
  await connection.run(`create table sections (g integer, p double, ${resourceColumns.map((name) => `${name} double`).join(", ")})`);
  const appender = await connection.createAppender("sections");
  workload.pupils.forEach((pupils, row) => {
    appender.appendInteger(workload.group[row] ?? 0);
    appender.appendDouble(pupils);
    for (const column of workload.resource) appender.appendDouble(column[row] ?? 0);
    appender.endRow();
  });
  appender.closeSync();
  return {
    run: async () => {
      await connection.run(`create or replace table judged as ${rowsQuery}`);
      await connection.run(`create or replace table balances as ${groupsQuery}`);
    },
    answer: async () => {
      const reader = await connection.runAndReadAll("select * from balances order by g");
      const rows = reader.getRows();
      return {
        failing: Float64Array.from(rows, (row) => Number(row[1])),
        cv: Float64Array.from(rows.flatMap((row) => row.slice(2).map(Number))),
      };
    },
  };
};
