import type { ReservedSql, Sql } from "postgres";

/** The driver's own record of a connection, as it hands it to the `onexecute` hook that its transactions use. */
interface DriverConnection {
  onclose: ((error: unknown) => void) | null;
}

const askAgainMs = 2_000;
const lostCodes = new Set(["CONNECTION_CLOSED", "CONNECTION_DESTROYED", "CONNECTION_ENDED", "ECONNRESET", "EPIPE", "ETIMEDOUT"]);

/** True for an error after which the server has closed, or will at once close, the connection. */
const endsConnection = (error: unknown): boolean => {
  if (typeof error !== "object" || error === null) return false;
  const { code, severity } = error as { readonly code?: unknown; readonly severity?: unknown };
  return severity === "FATAL" || severity === "PANIC" || (typeof code === "string" && lostCodes.has(code));
};

const guarded = (reserved: ReservedSql, onReturn: () => void): ReservedSql => {
  let lost: { readonly error: unknown } | null = null;
  const watch = {
    prepare: false,
    onexecute: (connection: DriverConnection) => {
      connection.onclose = (error) => {
        lost ??= { error };
      };
      return true;
    },
  };
  const unsafe = async (text: string, parameters: Parameters<ReservedSql["unsafe"]>[1] = []): Promise<unknown> => {
    if (lost) throw lost.error;
    try {
      return await (parameters.length === 0 ? reserved.unsafe(text, [], watch) : reserved.unsafe(text, parameters));
    } catch (error) {
      if (endsConnection(error)) lost = { error };
      throw error;
    }
  };
  const release = (): void => {
    // The driver has put a lost connection aside by itself; released, it would be handed out again without a socket.
    if (!lost) reserved.release();
    onReturn();
  };
  return new Proxy(reserved, {
    get: (target, key) => (key === "unsafe" ? unsafe : key === "release" ? release : Reflect.get(target, key)),
  });
};

const closeWithinSeconds = 5;

/** Counts what is lent, so that closing can wait until all of it is back. */
const lending = () => {
  let lent = 0;
  let allBack: (() => void) | null = null;
  return {
    lend: (): void => {
      lent += 1;
    },
    giveBack: (): void => {
      lent -= 1;
      if (lent === 0) allBack?.();
    },
    /** Resolves when everything is back, or after `seconds`. */
    settled: (seconds: number): Promise<void> =>
      new Promise((resolve) => {
        if (lent === 0) return resolve();
        const timer = setTimeout(resolve, seconds * 1000);
        allBack = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
};

/** With the driver's own code, so that whoever asked is told that the database is away and not that something is broken. */
const poolClosed = (): Error => Object.assign(new Error("the pool is closed"), { code: "CONNECTION_ENDED" });

/**
 * Reserves a connection, and asks again while none comes: postgres.js 3.4.9 forgets who waits for a connection that
 * closes just after it was opened. What a forgotten question brings after all goes back at once.
 */
const reservedOf = (client: Sql, isEnding: () => boolean): Promise<ReservedSql> =>
  new Promise((resolve, reject) => {
    let isWaiting = true;
    const answer = (): boolean => {
      const first = isWaiting;
      isWaiting = false;
      clearInterval(again);
      return first;
    };
    const ask = (): void => {
      client.reserve().then(
        (reserved) => (answer() ? resolve(reserved) : reserved.release()),
        (error: unknown) => answer() && reject(error),
      );
    };
    const again = setInterval(() => (isEnding() ? answer() && reject(poolClosed()) : ask()), askAgainMs);
    ask();
  });

let listens = false;

/**
 * Keeps the process alive when a connection closes while the driver asks for the array types on it: postgres.js 3.4.9
 * leaves that rejection to nobody. Any other rejection that nobody handles still ends the process.
 */
const surviveLostTypeQueries = (): void => {
  if (listens) return;
  listens = true;
  process.on("unhandledRejection", (reason) => {
    const asked = typeof reason === "object" && reason !== null && "query" in reason ? String(reason.query) : "";
    if (endsConnection(reason) && asked.includes("b.typarray")) return;
    throw reason;
  });
};

/**
 * A client whose reserved connections survive their server and its own end. postgres.js 3.4.9 ends the whole
 * process when a query (the rollback of a failed transaction, too) is sent on a reserved connection that the
 * server has closed (its issue 1208), and its `end` waits for ever for a connection that is reserved when it is
 * called. Here such a query fails like any other and the pool opens a new connection; `end` waits for running
 * transactions, at most five seconds, and then closes whatever is left.
 */
export const guardReserved = (client: Sql): Sql => {
  surviveLostTypeQueries();
  const reservations = lending();
  let isEnding = false;
  const reserve = async (): Promise<ReservedSql> => {
    const reserved = await reservedOf(client, () => isEnding);
    reservations.lend();
    return guarded(reserved, reservations.giveBack);
  };
  const end = async (): Promise<void> => {
    isEnding = true;
    await reservations.settled(closeWithinSeconds);
    await client.end({ timeout: closeWithinSeconds });
  };
  return new Proxy(client, {
    get: (target, key) => (key === "reserve" ? reserve : key === "end" ? end : Reflect.get(target, key)),
  });
};
