import type { ReservedSql, Sql } from "postgres";

/** The driver's own record of a connection, as it hands it to the `onexecute` hook that its transactions use. */
interface DriverConnection {
  onclose: ((error: unknown) => void) | null;
}

const lostCodes = new Set(["CONNECTION_CLOSED", "CONNECTION_DESTROYED", "CONNECTION_ENDED", "ECONNRESET", "EPIPE", "ETIMEDOUT"]);

/** True for an error after which the server has closed, or will at once close, the connection. */
const endsConnection = (error: unknown): boolean => {
  if (typeof error !== "object" || error === null) return false;
  const { code, severity } = error as { readonly code?: unknown; readonly severity?: unknown };
  return severity === "FATAL" || severity === "PANIC" || (typeof code === "string" && lostCodes.has(code));
};

const guarded = (reserved: ReservedSql): ReservedSql => {
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
  };
  return new Proxy(reserved, {
    get: (target, key) => (key === "unsafe" ? unsafe : key === "release" ? release : Reflect.get(target, key)),
  });
};

/**
 * A client whose reserved connections survive their server: postgres.js 3.4.9 ends the whole process when a
 * query (the rollback of a failed transaction, too) is sent on a reserved connection that the server has
 * closed (its issue 1208). Here such a query fails like any other, and the pool opens a new connection.
 */
export const guardReserved = (client: Sql): Sql =>
  new Proxy(client, {
    get: (target, key) => (key === "reserve" ? async () => guarded(await target.reserve()) : Reflect.get(target, key)),
  });
