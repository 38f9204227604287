import { randomBytes } from "node:crypto";
import type { AuthTx } from "@db/tenant";
import { type AppError, appError } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import { v7 as uuidv7 } from "uuid";
import { type OrganisationKind, organisationKindSchema, type Role } from "./contract";
import { accountIssues } from "./issues";
import { passwordIssue } from "./password-rules";
import { hashPassword } from "./passwords";
import { offersRole } from "./permissions";
import { insertMembership, insertUser } from "./repository";

/** What an organisation of one kind may be placed under. */
const parentKinds: Readonly<Record<OrganisationKind, readonly OrganisationKind[]>> = {
  province: [],
  city: ["province"],
  county: ["city", "province"],
};

/**
 * Adds a province, city or county. `parentCode` is the code of the city or province above it, null for a province.
 * Errors: `not_found` (no such parent), `invalid_input` (wrong kind of parent), `conflict` (code in use).
 */
export const createOrganisation = async (
  tx: AuthTx,
  input: { readonly kind: OrganisationKind; readonly code: string; readonly name: string; readonly parentCode: string | null },
): Promise<Result<{ readonly id: string }, AppError>> => {
  const parent =
    input.parentCode === null
      ? null
      : ((await tx
          .selectFrom("auth.organisation")
          .select(["id", "kind", "province_id"])
          .where("code", "=", input.parentCode)
          .executeTakeFirst()) ?? null);
  if (input.parentCode !== null && parent === null) return err(appError("not_found"));
  const fits = parent === null ? input.kind === "province" : parentKinds[input.kind].some((kind) => kind === parent.kind);
  if (!fits) return err(appError("invalid_input"));
  const id = uuidv7();
  const row = await tx
    .insertInto("auth.organisation")
    .values({
      id,
      kind: input.kind,
      code: input.code,
      name: input.name,
      city_id: parent?.kind === "city" ? parent.id : null,
      province_id: parent?.kind === "city" ? parent.province_id : (parent?.id ?? null),
    })
    .onConflict((conflict) => conflict.column("code").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row ? ok({ id }) : err(appError("conflict"));
};

/** A start password that is random enough to be guessed by nobody and short enough to be typed once. */
export const newStartPassword = (): string => randomBytes(12).toString("base64url");

export interface NewAccount {
  readonly orgId: string;
  readonly email: string;
  readonly displayName: string;
  readonly role: Role;
  /** Null: a random start password is made and returned once. */
  readonly password: string | null;
}

/**
 * Creates a user with a membership in an organisation. Errors: `not_found` (organisation), `conflict` (e-mail
 * address in use), `invalid_input` (role not offered by that kind of organisation, weak password).
 */
export const createAccount = async (
  tx: AuthTx,
  account: NewAccount,
): Promise<Result<{ readonly userId: string; readonly startPassword: string | null }, AppError>> => {
  const organisation = await tx.selectFrom("auth.organisation").select("kind").where("id", "=", account.orgId).executeTakeFirst();
  if (!organisation) return err(appError("not_found"));
  if (!offersRole(organisationKindSchema.parse(organisation.kind), account.role))
    return err(appError("invalid_input", {}, [{ path: "role", message: accountIssues.roleNotOffered }]));
  const email = account.email.trim().toLowerCase();
  const issue = account.password === null ? null : passwordIssue(account.password, email, "password");
  if (issue) return err(appError("invalid_input", {}, [issue]));
  const password = account.password ?? newStartPassword();
  const userId = uuidv7();
  if (!(await insertUser(tx, { id: userId, email, displayName: account.displayName, passwordHash: await hashPassword(password) })))
    return err(appError("conflict"));
  await insertMembership(tx, userId, account.orgId, account.role);
  return ok({ userId, startPassword: account.password === null ? password : null });
};

/** As `createAccount`, for an organisation's first administrator: a new installation has no accounts at all. */
export const createAdministrator = (
  tx: AuthTx,
  account: Omit<NewAccount, "role">,
): Promise<Result<{ readonly userId: string; readonly startPassword: string | null }, AppError>> =>
  createAccount(tx, { ...account, role: "admin" });
