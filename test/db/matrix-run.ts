import type { PoolRole } from "@db/client";
import postgres from "postgres";
import type { SeededOrganisation } from "../support/organisations";
import { expectedGrants } from "./expected";
import { idOf, insertText, rowsOf, type TenantTable, tenantTables } from "./matrix-rows";

/** Who sends a statement: a role, and the organisation its transaction names (null: none). */
interface Actor {
  readonly name: string;
  readonly role: PoolRole | null;
  readonly orgId: string | null;
}

export interface MatrixReport {
  attempts: number;
  /** Statements that had to be refused or to find nothing, and did. */
  denials: number;
  /** The same kind of statement on rows that the actor may reach: it had to work, and did. */
  controls: number;
  readonly faults: string[];
}

/** How a statement must end: this many rows, refused for want of a right, refused for want of a context, no such parent. */
type Expected = number | "denied" | "no context" | "no parent";

interface Outcome {
  readonly code: string | null;
  readonly count: number;
}

const codes: Readonly<Record<string, readonly string[]>> = { denied: ["42501"], "no context": ["42704", "22P02"], "no parent": ["23503"] };

const rolesOfMatrix = ["hengce_web", "hengce_worker", "hengce_reader", "hengce_auth", null] as const;

const actorsFor = (county: SeededOrganisation): readonly Actor[] => [
  { name: "web", role: "hengce_web", orgId: county.id },
  { name: "worker", role: "hengce_worker", orgId: county.id },
  { name: "its province", role: "hengce_reader", orgId: county.provinceId },
  { name: "its city", role: "hengce_reader", orgId: county.cityId },
  { name: "reader named as the county", role: "hengce_reader", orgId: county.id },
  { name: "sign-in", role: "hengce_auth", orgId: county.id },
  { name: "login without a role", role: null, orgId: county.id },
  { name: "web without context", role: "hengce_web", orgId: null },
  { name: "worker without context", role: "hengce_worker", orgId: null },
  { name: "reader without context", role: "hengce_reader", orgId: null },
];

const rights = (actor: Actor, table: string): string[] => (actor.role ? (expectedGrants[table]?.[actor.role]?.split(" ") ?? []) : []);
const has = (actor: Actor, table: string, verb: string): boolean => rights(actor, table).some((right) => right.startsWith(verb));
const updatable = (actor: Actor, table: string): string => /update\(([a-z_]+)/.exec(rights(actor, table).join(" "))?.[1] ?? "tenant_id";

/** Tables of which city and province see one seeded row of each county below: neither what was withdrawn nor a signature. */
const published = ["county.publication", "county.published_data", "county.review_step", "county.finding", "county.finding_step"] as const;

/** How many of a county's seeded rows an actor must see; the tenant rule said again, in TypeScript. Rules are read downwards only. */
const visible = (actor: Actor, table: TenantTable, of: SeededOrganisation): Expected => {
  if (table.startsWith("jobs.") && actor.role === "hengce_worker") return rowsOf(of)[table].seeded.length;
  if (actor.orgId === null) return "no context";
  // The sign-in role writes lines about members and passwords only; the matrix sends it others.
  if (actor.role === "hengce_auth") return 0;
  const publishes = published.some((name) => name === table);
  if (actor.role === "hengce_reader" && !table.startsWith("rules."))
    return publishes && (of.provinceId === actor.orgId || of.cityId === actor.orgId) ? 1 : 0;
  // A worker reads publications for a province, and none for a county.
  if (actor.role === "hengce_worker" && (table === "county.publication" || table === "county.published_data")) return 0;
  return of.id === actor.orgId ? rowsOf(of)[table].seeded.length : 0;
};

interface Attempt {
  readonly verb: string;
  readonly statement: string;
  readonly expected: Expected;
}

const attemptsOn = (actor: Actor, table: TenantTable, own: SeededOrganisation, other: SeededOrganisation): Attempt[] => {
  const { seeded, fresh, parent } = rowsOf(other)[table];
  const column = updatable(actor, table);
  const rows = (verb: string): Expected => (has(actor, table, verb) ? visible(actor, table, other) : "denied");
  const reading = rows("select");
  const writing = has(actor, table, "select") ? rows("update") : "denied";
  const removing = has(actor, table, "select") ? rows("delete") : "denied";
  const reach = visible(actor, table, other);
  const storing = (count: number): Expected => {
    if (!has(actor, table, "insert")) return "denied";
    return typeof reach === "number" ? (reach > 0 ? count : "denied") : reach;
  };
  const where = `where tenant_id = '${other.id}'`;
  const [first] = seeded;
  const list: Attempt[] = [
    { verb: "select", statement: `select * from ${table} ${where}`, expected: reading },
    {
      verb: "select through a subquery",
      statement: `select * from ${table} where tenant_id in (select uuid '${other.id}')`,
      expected: reading,
    },
    { verb: "select for update", statement: `select * from ${table} ${where} for update`, expected: writing },
    { verb: "update", statement: `update ${table} set ${column} = ${column} ${where}`, expected: writing },
    { verb: "update returning", statement: `update ${table} set ${column} = ${column} ${where} returning *`, expected: writing },
    { verb: "delete", statement: `delete from ${table} ${where}`, expected: removing },
    { verb: "delete returning", statement: `delete from ${table} ${where} returning *`, expected: removing },
    { verb: "insert", statement: insertText(table, fresh), expected: storing(1) },
    { verb: "truncate", statement: `truncate ${table} cascade`, expected: "denied" },
    { verb: "move", statement: `update ${table} set tenant_id = '${other.id}' where tenant_id = '${own.id}'`, expected: "denied" },
  ];
  if (first) list.push({ verb: "insert on conflict", statement: insertText(table, first, "on conflict do nothing"), expected: storing(0) });
  if (parent && own !== other) {
    const mine = rowsOf(own)[table].fresh;
    const reachOwn = visible(actor, table, own);
    const refused: Expected =
      !has(actor, table, "insert") || reachOwn === 0 ? "denied" : typeof reachOwn === "number" ? "no parent" : reachOwn;
    for (const [name, id] of [
      ["a foreign parent", fresh[parent]],
      ["a parent that never was", idOf(own.code, "nowhere")],
    ] as const)
      list.push({ verb: `insert under ${name}`, statement: insertText(table, { ...mine, [parent]: id }), expected: refused });
  }
  return list;
};

/** Verbs that the sign-in role alone may use on accounts, and everybody's view of organisations. */
const attemptsOnAccounts = (actor: Actor, own: SeededOrganisation, other: SeededOrganisation): Attempt[] => {
  const accounts = ["auth.app_user", "auth.membership", "auth.session", "auth.sign_in_event"].flatMap((table): Attempt[] => {
    const may = (verb: string): Expected => (has(actor, table, verb) ? 0 : "denied");
    return [
      { verb: `select ${table}`, statement: `select * from ${table} limit 0`, expected: may("select") },
      { verb: `update ${table}`, statement: `update ${table} set id = id where false`, expected: "denied" },
      {
        verb: `delete ${table}`,
        statement: `delete from ${table} where ${has(actor, table, "select") ? "id is null" : "true"}`,
        expected: may("delete"),
      },
      {
        verb: `insert ${table}`,
        statement: `insert into ${table} select * from jsonb_populate_record(null::${table}, '{}') where false`,
        expected: may("insert"),
      },
    ];
  });
  const sees = (): Expected => {
    if (!has(actor, "auth.organisation", "select")) return "denied";
    if (actor.role === "hengce_auth") return 1;
    if (actor.orgId === null) return "no context";
    const below = actor.role === "hengce_reader" && (other.provinceId === actor.orgId || other.cityId === actor.orgId);
    return other.id === actor.orgId || below ? 1 : 0;
  };
  return [
    ...accounts,
    { verb: "select auth.organisation", statement: `select * from auth.organisation where id = '${other.id}'`, expected: sees() },
    {
      verb: "move auth.organisation",
      statement: `update auth.organisation set id = '${own.id}' where id = '${other.id}'`,
      expected: "denied",
    },
    { verb: "delete auth.organisation", statement: `delete from auth.organisation where id = '${other.id}'`, expected: "denied" },
  ];
};

/** Three messages sent at once on one connection: the server answers them in order. */
const send = async (connection: postgres.Sql, orgId: string | null, statement: string): Promise<Outcome> => {
  const opened = connection.unsafe(orgId === null ? "begin" : `begin; select set_config('app.org_id', '${orgId}', true)`).execute();
  const sent = connection.unsafe(statement).execute();
  const closed = connection.unsafe("rollback").execute();
  try {
    const result = await sent;
    return { code: null, count: result.count };
  } catch (error) {
    if (error instanceof postgres.PostgresError) return { code: error.code, count: 0 };
    throw error;
  } finally {
    await Promise.all([opened, closed]);
  }
};

const fits = (expected: Expected, { code, count }: Outcome): boolean =>
  typeof expected === "number" ? code === null && count === expected : code !== null && (codes[expected]?.includes(code) ?? false);

/**
 * Sends every verb to every table as every actor, at the actor's own rows and at another county's, each in a
 * transaction that is rolled back. `pairs` are ordered: (whose context, whose rows). `tables`: all of them unless said;
 * accounts and organisations are tried always.
 */
export const runMatrix = async (
  appUrl: string,
  pairs: readonly (readonly [SeededOrganisation, SeededOrganisation])[],
  tables: readonly TenantTable[] = tenantTables,
): Promise<MatrixReport> => {
  const report: MatrixReport = { attempts: 0, denials: 0, controls: 0, faults: [] };
  const connections = new Map(
    rolesOfMatrix.map(
      (role) => [role, postgres(appUrl, { max: 1, onnotice: () => {}, ...(role ? { connection: { role } } : {}) })] as const,
    ),
  );
  const judge = (actor: Actor, label: string, attempt: Attempt, outcome: Outcome): void => {
    report.attempts += 1;
    if (!fits(attempt.expected, outcome))
      report.faults.push(
        `${actor.name}: ${attempt.verb} ${label}: expected ${attempt.expected}, got ${outcome.code ?? `${outcome.count} rows`}`,
      );
    else if (typeof attempt.expected === "number" && attempt.expected > 0) report.controls += 1;
    else report.denials += 1;
  };
  const checkAll = async (actor: Actor, label: string, attempts: readonly Attempt[]): Promise<void> => {
    const connection = connections.get(actor.role);
    if (!connection) throw new Error("no connection for this role");
    const outcomes = await Promise.all(attempts.map((attempt) => send(connection, actor.orgId, attempt.statement)));
    attempts.forEach((attempt, index) => {
      const outcome = outcomes[index];
      if (outcome) judge(actor, label, attempt, outcome);
    });
  };
  try {
    for (const [own, other] of pairs)
      for (const actor of actorsFor(own))
        for (const target of [own, other]) {
          const label = target === own ? "at its own county" : `from ${own.name} at ${other.name}`;
          for (const table of tables) await checkAll(actor, `${table} ${label}`, attemptsOn(actor, table, own, target));
          await checkAll(actor, label, attemptsOnAccounts(actor, own, target));
        }
  } finally {
    await Promise.all([...connections.values()].map((connection) => connection.end()));
  }
  return report;
};
