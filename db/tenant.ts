import { type Kysely, sql, type Transaction } from "kysely";
import type { Database } from "./schema/database";

declare const tenantBrand: unique symbol;
declare const readerBrand: unique symbol;
declare const authBrand: unique symbol;

/** A transaction bound to one organisation's rows. Only `withTenant` makes one; repositories take nothing else. */
export type TenantTx = Transaction<Database> & { readonly [tenantBrand]: true };
/** A transaction that sees what counties below one city or province have published, nothing else. */
export type ReaderTx = Transaction<Database> & { readonly [readerBrand]: true };
/** A transaction on accounts and sessions, before any tenant is known. */
export type AuthTx = Transaction<Database> & { readonly [authBrand]: true };

/** Whose rows; minted from a verified session or from a claimed run row, never from request data. */
export interface TenantContext {
  readonly orgId: string;
  readonly userId: string;
  /** Statement timeout, milliseconds; 5000 unless said. */
  readonly timeoutMs?: number;
}

/** Opens tenant transactions on a pool of role hengce_web or hengce_worker. */
export type WithTenant = <T>(context: TenantContext, work: (tx: TenantTx) => Promise<T>) => Promise<T>;
/** Opens reader transactions on a pool of role hengce_reader. */
export type WithReader = <T>(context: TenantContext, work: (tx: ReaderTx) => Promise<T>) => Promise<T>;
/** Opens account transactions on a pool of role hengce_auth. */
export type WithAuth = <T>(work: (tx: AuthTx) => Promise<T>) => Promise<T>;

const setContext = async (trx: Transaction<Database>, context: TenantContext): Promise<void> => {
  await sql`select set_config('app.org_id', ${context.orgId}, true),
                   set_config('app.user_id', ${context.userId}, true),
                   set_config('statement_timeout', ${String(context.timeoutMs ?? 5000)}, true)`.execute(trx);
};

/** The wrapper is the transaction: settings are local to it, so a pooled connection carries nothing over. */
export const tenantTransactions =
  (db: Kysely<Database>): WithTenant =>
  (context, work) =>
    db.transaction().execute(async (trx) => {
      await setContext(trx, context);
      return work(trx as TenantTx);
    });

/** As `tenantTransactions`, read only, for provinces and cities. */
export const readerTransactions =
  (db: Kysely<Database>): WithReader =>
  (context, work) =>
    db
      .transaction()
      .setAccessMode("read only")
      .execute(async (trx) => {
        await setContext(trx, context);
        return work(trx as ReaderTx);
      });

/** Transactions of the sign-in service; its role sees no county table. */
export const authTransactions =
  (db: Kysely<Database>): WithAuth =>
  (work) =>
    db.transaction().execute((trx) => work(trx as AuthTx));
