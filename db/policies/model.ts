import type { PoolRole } from "../client";

/** What one role may do with one table. Columns listed in brackets limit an update to them. */
export type Privilege = "select" | "insert" | "update" | "delete" | `update (${string})`;

/** One row-level policy. Exactly one per table, command and role: permissive policies are OR-ed, a second one only widens. */
export interface Policy {
  readonly name: string;
  readonly roles: readonly PoolRole[];
  readonly command: "all" | "select" | "insert";
  /** SQL condition on rows seen and, for `all` and `insert`, on rows written. */
  readonly rows: string;
}

/** Who may do what with one table; the whole list is re-applied on every migrate. */
export interface TableAccess {
  readonly table: string;
  readonly grants: Partial<Readonly<Record<PoolRole, readonly Privilege[]>>>;
  /** Null: the table has no tenant column; `reason` says why that is safe. */
  readonly policies: readonly Policy[] | { readonly none: true; readonly reason: string };
}

/**
 * The tenant rule. Without a context the cast raises instead of hiding every row; the sub-select makes
 * it an init plan, and the column is never cast, so the index on tenant_id is used.
 */
const tenantRows = "tenant_id = (select current_setting('app.org_id')::uuid)";

/** The one policy of a county's own table. */
export const tenantPolicy = (...roles: readonly PoolRole[]): Policy => ({ name: "tenant", roles, command: "all", rows: tenantRows });
