import { execFile } from "node:child_process";
import { type AddressInfo, connect, createServer, Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { openPool, type Pool } from "@db/client";
import { bundle } from "@test/support/bundle";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await testDatabase();
  pool = openPool(database.urls.app, "hengce_worker", 2);
});
afterAll(async () => {
  await pool.close();
  await database.close();
});

const pidOf = async (db: Parameters<ReturnType<typeof sql>["execute"]>[0]): Promise<number> => {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
  return rows[0]?.pid ?? Number.NaN;
};
/** Cuts the connection and returns when the server has forgotten it. */
const cut = async (pid: number): Promise<void> => {
  await database.ownerSql`select pg_terminate_backend(${pid}, 5000)`;
};
/** Another round trip after the cut: by its answer the event loop has read that the other connection is closed. */
const arrive = async (): Promise<void> => {
  await database.ownerSql`select 1`;
};

test.each([
  ["before the driver has noticed", async () => {}],
  ["after the driver has noticed", arrive],
] as const)("a connection cut inside a transaction fails that transaction and nothing else, %s", async (_when, noticed) => {
  const transaction = pool.db.transaction().execute(async (trx) => {
    await cut(await pidOf(trx));
    await noticed();
    await sql`select 1`.execute(trx);
  });
  await expect(transaction).rejects.toThrow();
  const answers = await Promise.all(Array.from({ length: 6 }, () => pidOf(pool.db)));
  expect(answers.every(Number.isInteger)).toBe(true);
});

test("a connection cut during a statement fails that statement and nothing else", async () => {
  const transaction = pool.db.transaction().execute(async (trx) => {
    const pid = await pidOf(trx);
    const sleeping = sql`select pg_sleep(30)`.execute(trx);
    await Promise.all([cut(pid), expect(sleeping).rejects.toThrow()]);
    throw new Error("given up");
  });
  await expect(transaction).rejects.toThrow();
  const answers = await Promise.all(Array.from({ length: 6 }, () => pidOf(pool.db)));
  expect(answers.every(Number.isInteger)).toBe(true);
});

test("a connection cut while nobody uses it is replaced", async () => {
  await cut(await pidOf(pool.db));
  await arrive();
  expect(Number.isInteger(await pidOf(pool.db))).toBe(true);
});

/** A transaction that has begun, and ends with a last statement when it is let go. */
const heldTransaction = async ({ db }: Pool): Promise<{ readonly letGo: () => void; readonly transaction: Promise<number> }> => {
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let begun = (): void => {};
  const running = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const transaction = db.transaction().execute(async (trx) => {
    await pidOf(trx);
    begun();
    await held;
    return pidOf(trx);
  });
  await running;
  return { letGo, transaction };
};

test("a pool closed while a transaction runs lets it end and then closes", async () => {
  const closing = openPool(database.urls.app, "hengce_worker", 2);
  const { letGo, transaction } = await heldTransaction(closing);
  const closed = closing.close();
  letGo();
  expect(Number.isInteger(await transaction)).toBe(true);
  await closed;
});

test("whoever still waits for a connection of a pool that closes is told that the database is away", async () => {
  const closing = openPool(database.urls.app, "hengce_worker", 1);
  const { letGo, transaction } = await heldTransaction(closing);
  const waiting = pidOf(closing.db);
  const closed = closing.close();
  await expect(waiting).rejects.toMatchObject({ code: "CONNECTION_ENDED" });
  letGo();
  await transaction;
  await closed;
});

/** The socket of the connection that answers, found among all open ones by its port. */
const socketOf = async (db: Pool["db"]): Promise<Socket> => {
  const { rows } = await sql<{ port: number }>`select inet_client_port() as port`.execute(db);
  const { _getActiveHandles: handles } = process as unknown as { readonly _getActiveHandles: () => readonly unknown[] };
  const socket = handles.call(process).find((handle) => handle instanceof Socket && handle.localPort === rows[0]?.port);
  if (!(socket instanceof Socket)) throw new Error("the connection has no socket here");
  return socket;
};
/** Lets everything happen that happens before the event loop turns. */
const microtasks = async (): Promise<void> => {
  for (let turn = 0; turn < 1000; turn += 1) await Promise.resolve();
};

test("a connection that closes with a statement still buffered is replaced at once", async () => {
  const narrow = openPool(database.urls.app, "hengce_worker", 1);
  const socket = await socketOf(narrow.db);
  const asked = pidOf(narrow.db);
  await microtasks();
  // Several connections cut at once close one after the other, and the first to close makes its user ask the next one.
  socket.emit("close", false);
  socket.destroy();
  await expect(asked).rejects.toThrow();
  expect(Number.isInteger(await pidOf(narrow.db))).toBe(true);
  await narrow.close();
});

/** Stands before the server and cuts the first connection that asks for the array types, as the driver does on opening. */
const cuttingProxy = async ({
  port,
  hostname,
}: URL): Promise<{ readonly port: number; readonly cuts: () => number; readonly close: () => void }> => {
  let cuts = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    const end = (): void => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) socket.on("error", end).on("close", end);
    client.on("data", (chunk) => {
      if (cuts === 0 && chunk.includes("typarray")) {
        cuts += 1;
        end();
      } else upstream.write(chunk);
    });
    upstream.pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { port: (server.address() as AddressInfo).port, cuts: () => cuts, close: () => server.close() };
};

test("a connection cut while it opens ends no process and forgets nobody who waits for it", async () => {
  const proxy = await cuttingProxy(new URL(database.urls.app));
  const url = new URL(database.urls.app);
  url.port = String(proxy.port);
  const entry = await bundle(new URL("../support/two-questions.ts", import.meta.url));
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(entry.entry), url.href], { timeout: 20_000 });
    expect(JSON.parse(stdout)).toEqual([1, 2]);
    expect(proxy.cuts()).toBe(1);
  } finally {
    proxy.close();
    await entry.remove();
  }
});
