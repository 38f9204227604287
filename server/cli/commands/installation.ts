import { openPool } from "@db/client";
import { migrate } from "@db/migrate";
import { type AuthTx, authTransactions } from "@db/tenant";
import { createAdministrator, createOrganisation } from "@server/auth";
import { type OrganisationKind, signInSchema } from "@server/auth/contract";
import { readEnvironment } from "@server/platform/env";
import { z } from "zod";
import { complaint, done, errorComplaints, type Outcome, unusable } from "../outcome";

/** `migrate`: brings the database of DATABASE_URL to this version, as the login of MIGRATION_DATABASE_URL. */
export const migrateDatabase = async (): Promise<Outcome> => {
  const { databaseUrl, migrationDatabaseUrl } = readEnvironment();
  if (migrationDatabaseUrl === null) return unusable([complaint("MIGRATION_DATABASE_URL", "commands.notSet")]);
  await migrate({ adminUrl: migrationDatabaseUrl, appUrl: databaseUrl });
  return done("migrated\n");
};

const withAuth = async <T>(work: (tx: AuthTx) => Promise<T>): Promise<T> => {
  const pool = openPool(readEnvironment().databaseUrl, "hengce_auth", 1);
  try {
    return await authTransactions(pool.db)(work);
  } finally {
    await pool.close();
  }
};

const organisationInput = z.object({
  kind: z.enum(["province", "city", "county"]),
  code: z.string().regex(/^\d{2,6}$/),
  name: z.string().trim().min(1).max(60),
});

const inputComplaints = (error: z.ZodError) => error.issues.map((issue) => complaint(`--${issue.path.join(".")}`, issue.message));

/** `create-organisation`: a province, a city below one, or a county below a city or province. */
export const addOrganisation = async (options: {
  readonly kind: string;
  readonly code: string;
  readonly name: string;
  readonly parent?: string;
}): Promise<Outcome> => {
  const input = organisationInput.safeParse(options);
  if (!input.success) return unusable(inputComplaints(input.error));
  const kind: OrganisationKind = input.data.kind;
  const created = await withAuth((tx) => createOrganisation(tx, { ...input.data, kind, parentCode: options.parent ?? null }));
  return created.ok ? done(`${created.value.id}\n`) : unusable(errorComplaints(created.error, "create-organisation"));
};

const administratorInput = z.object({
  organisation: z.string().regex(/^\d{2,6}$/),
  email: signInSchema.shape.email,
  name: z.string().trim().min(1).max(60),
});

/** `create-administrator`: the first account of an organisation; its random start password is shown once and stored nowhere. */
export const addAdministrator = async (options: {
  readonly organisation: string;
  readonly email: string;
  readonly name: string;
}): Promise<Outcome> => {
  const input = administratorInput.safeParse(options);
  if (!input.success) return unusable(inputComplaints(input.error));
  const { organisation, email, name } = input.data;
  return withAuth(async (tx): Promise<Outcome> => {
    const found = await tx.selectFrom("auth.organisation").select("id").where("code", "=", organisation).executeTakeFirst();
    if (found === undefined) return unusable([complaint("--organisation", "commands.noOrganisation", { given: organisation })]);
    const created = await createAdministrator(tx, { orgId: found.id, email, displayName: name, password: null });
    if (!created.ok) return unusable(errorComplaints(created.error, email));
    return done(`${email}\nstart password (shown only now): ${created.value.startPassword}\n`);
  });
};
