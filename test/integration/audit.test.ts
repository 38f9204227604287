import { createAuditService } from "@server/audit";
import { type AuditQuery, auditQuerySchema } from "@server/audit/contract";
import { recordAccountAudit } from "@server/audit/record";
import { createAccount, createAuthService, createThrottle } from "@server/auth";
import type { Actor } from "@server/auth/contract";
import { type SeededOrganisations, seedOrganisations } from "@test/support/organisations";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let db: TestDatabase;
let orgs: SeededOrganisations;
let audit: ReturnType<typeof createAuditService>;
let auth: ReturnType<typeof createAuthService>;

beforeAll(async () => {
  db = await testDatabase();
  orgs = await seedOrganisations(db);
  audit = createAuditService({ withTenant: db.withTenant });
  auth = createAuthService({ withAuth: db.withAuth, throttle: createThrottle() });
});
afterAll(() => db.close());

const unwrap = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const all: AuditQuery = auditQuerySchema.parse({});
const linesOf = async (actor: Actor, query = all) => {
  const { lines } = unwrap(await audit.lines(actor, query));
  return lines.map(({ userName, action, details }) => [userName, action, details]);
};
const words = {
  fileName: "log.csv",
  headings: ["时间", "操作人", "操作", "对象", "说明"],
  action: (action: string) => `「${action}」`,
} as const;

describe("the log of an organisation", () => {
  test("says who added and removed a member, and who set a new password, in every organisation that the person works for", async () => {
    const { admin } = orgs.countyA1.actors;
    const added = unwrap(await auth.addMember(admin, { email: "new@example.test", displayName: "新成员", role: "viewer" }));
    unwrap(await auth.addMember(orgs.countyA2.actors.admin, { email: "new@example.test", displayName: "新成员", role: "viewer" }));
    const startPassword = added.startPassword ?? "";
    const signedIn = unwrap(
      await auth.signIn({ email: "new@example.test", password: startPassword, remoteAddress: "192.0.2.9", userAgent: "test" }),
    );
    const { actor } = signedIn.session;
    unwrap(await auth.changePassword(actor, signedIn.token, { current: startPassword, next: "a longer pass phrase 7" }));
    unwrap(await auth.removeMember(admin, actor.userId));
    expect(await linesOf(admin)).toEqual([
      [admin.displayName, "member.remove", { member: "新成员", role: "viewer" }],
      ["新成员", "account.password", {}],
      [admin.displayName, "member.add", { member: "新成员", role: "viewer" }],
    ]);
    expect((await linesOf(orgs.countyA2.actors.admin)).map(([, action]) => action)).toEqual(["account.password", "member.add"]);
    expect(JSON.stringify(await db.ownerSql`select * from county.audit_entry`)).not.toContain(startPassword);
  });

  test("holds nothing of an act that failed", async () => {
    const { admin } = orgs.countyA3.actors;
    const input = { email: "planner.910221@example.test", displayName: "甲三县planner", role: "viewer" } as const;
    expect(await auth.addMember(admin, input)).toMatchObject({ ok: false, error: { code: "conflict" } });
    expect(await auth.removeMember(admin, admin.userId)).toMatchObject({ ok: false, error: { code: "conflict" } });
    expect(await linesOf(admin)).toEqual([]);
  });

  test("is read by the administrator and the approver of the organisation and by nobody else", async () => {
    const { admin, approver, planner, viewer } = orgs.countyA1.actors;
    expect(await linesOf(approver)).toEqual(await linesOf(admin));
    for (const actor of [planner, viewer]) {
      expect(await audit.lines(actor, all)).toMatchObject({ ok: false, error: { code: "forbidden" } });
      expect(await audit.exported(actor, all, words)).toMatchObject({ ok: false, error: { code: "forbidden" } });
    }
    expect(await linesOf(orgs.countyB1.actors.admin)).toEqual([]);
    expect(await linesOf(orgs.provinceA.actors.admin)).toEqual([]);
  });

  test("is filtered by topic and day, and exported as it is filtered", async () => {
    const { admin } = orgs.countyA1.actors;
    expect((await linesOf(admin, { ...all, topic: "account" })).map(([, action]) => action)).toEqual(["account.password"]);
    expect(await linesOf(admin, { ...all, to: "2020-01-01" })).toEqual([]);
    const file = unwrap(await audit.exported(admin, { ...all, topic: "member" }, words));
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(file.bytes);
    expect(text.startsWith('\uFEFF"时间","操作人"')).toBe(true);
    expect(text.split("\r\n").filter((line) => line.includes("「member."))).toHaveLength(2);
    expect(text).not.toContain("account.password");
  });
});

describe("the sign-in role", () => {
  const author = (actor: Actor, orgId = actor.orgId) => ({ ...actor, orgId });

  test("writes no line into the log of an organisation that the person does not work for", async () => {
    const { planner } = orgs.countyA1.actors;
    await expect(
      db.withAuth((tx) => recordAccountAudit(tx, author(planner, orgs.countyB1.id), "account.password", planner.userId)),
    ).rejects.toThrow(/row-level security/u);
    const made = unwrap(
      await db.withAuth((tx) =>
        createAccount(tx, {
          orgId: orgs.countyB1.id,
          email: "b@example.test",
          displayName: "乙",
          role: "viewer",
          password: "correct horse battery",
        }),
      ),
    );
    await expect(
      db.withAuth((tx) => recordAccountAudit(tx, { ...author(planner), userId: made.userId }, "member.add", planner.userId)),
    ).rejects.toThrow(/row-level security/u);
  });

  test("writes of members and passwords only, and can neither read, change nor remove a line", async () => {
    const { planner } = orgs.countyA1.actors;
    const row = { tenant_id: planner.orgId, id: planner.userId, user_id: planner.userId, user_name: "人", subject: "", details: "{}" };
    await expect(
      db.withAuth((tx) =>
        tx
          .insertInto("county.audit_entry")
          .values({ ...row, action: "publication.publish" })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/u);
    await expect(db.withAuth((tx) => tx.selectFrom("county.audit_entry").select("id").execute())).rejects.toThrow(/permission denied/u);
    await expect(db.withAuth((tx) => tx.updateTable("county.audit_entry").set({ subject: "" }).execute())).rejects.toThrow(
      /permission denied/u,
    );
    await expect(db.withAuth((tx) => tx.deleteFrom("county.audit_entry").execute())).rejects.toThrow(/permission denied/u);
  });
});
