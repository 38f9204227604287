import { readFileSync } from "node:fs";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../support/postgres";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

/** Database type → what its column may be called in db/schema/database.ts, without null. */
const written: Readonly<Record<string, readonly string[]>> = {
  uuid: ["string"],
  text: ["string"],
  integer: ["number"],
  "double precision": ["number"],
  boolean: ["boolean"],
  jsonb: ["Json"],
  bytea: ["Uint8Array"],
  "timestamp with time zone": ["Timestamp", "NullableTimestamp", "ColumnType"],
};

interface Column {
  readonly type: string;
  readonly nullable: boolean;
}

const source = ts.createSourceFile(
  "database.ts",
  readFileSync(new URL("../../db/schema/database.ts", import.meta.url), "utf8"),
  ts.ScriptTarget.Latest,
  true,
);

/** Members of an interface as written: name → type text. */
const membersOf = (name: string): ReadonlyMap<string, string> => {
  const found = source.statements.find((statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === name);
  if (!found || !ts.isInterfaceDeclaration(found)) throw new Error(`no interface ${name}`);
  return new Map(
    found.members.filter(ts.isPropertySignature).map((member) => {
      const key = ts.isStringLiteral(member.name) ? member.name.text : member.name.getText();
      return [key, member.type?.getText() ?? ""];
    }),
  );
};

const columnOf = (text: string): Column => {
  const nullable = text.includes("| null") || text === "NullableTimestamp";
  const bare = text.replace(/\s*\|\s*null/, "").replace(/^Generated<(.*)>$/, "$1");
  return { type: bare.replace(/<.*$/, ""), nullable };
};

test("db/schema/database.ts names exactly the tables, columns, types and nulls of the migrated database", async () => {
  const rows = await db.ownerSql<{ table: string; column: string; type: string; nullable: boolean }[]>`
    select table_schema || '.' || table_name as table, column_name as column, data_type as type, is_nullable = 'YES' as nullable
    from information_schema.columns where table_schema in ('auth', 'county', 'jobs', 'rules') order by 1, 2`;
  const tables = membersOf("Database");
  expect([...tables.keys()].sort()).toEqual([...new Set(rows.map((row) => row.table))].sort());
  const faults: string[] = [];
  for (const [table, interfaceName] of tables) {
    const columns = membersOf(interfaceName);
    const actual = rows.filter((row) => row.table === table);
    for (const name of columns.keys())
      if (!actual.some((row) => row.column === name)) faults.push(`${table}.${name} is not in the database`);
    for (const row of actual) {
      const text = columns.get(row.column);
      if (text === undefined) faults.push(`${table}.${row.column} is not in the file`);
      else {
        const column = columnOf(text);
        if (!written[row.type]?.includes(column.type)) faults.push(`${table}.${row.column}: ${row.type} is written ${text}`);
        if (column.nullable !== row.nullable)
          faults.push(`${table}.${row.column}: null ${row.nullable ? "is" : "is not"} possible, written ${text}`);
      }
    }
  }
  expect(rows.length).toBeGreaterThan(120);
  expect(faults).toEqual([]);
});
