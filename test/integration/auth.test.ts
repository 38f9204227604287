import { hash } from "@node-rs/argon2";
import { createAccount, createAdministrator, createAuthService, createOrganisation, createThrottle } from "@server/auth";
import type { Actor, AuthService } from "@server/auth/contract";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type SeededOrganisations, seedOrganisations } from "../support/organisations";
import { type TestDatabase, testDatabase } from "../support/postgres";

const password = "correct horse battery";
const minute = 60_000;

let db: TestDatabase;
let orgs: SeededOrganisations;
let now: Date;
let auth: AuthService;
let count = 0;

beforeAll(async () => {
  db = await testDatabase();
  orgs = await seedOrganisations(db);
});
afterAll(() => db.close());
beforeEach(() => {
  now = new Date("2026-09-01T08:00:00Z");
  auth = createAuthService({ withAuth: db.withAuth, throttle: createThrottle(), clock: () => now });
});

const later = (minutes: number): void => {
  now = new Date(now.getTime() + minutes * minute);
};

/** A planner of county A1 of their own for each test. */
const newUser = async (role: "planner" | "admin" = "planner", orgId = orgs.countyA1.id): Promise<{ email: string; userId: string }> => {
  const email = `person${++count}@example.test`;
  const made = await db.withAuth((tx) => createAccount(tx, { orgId, email, displayName: `人${count}`, role, password }));
  if (!made.ok) throw new Error(made.error.code);
  return { email, userId: made.value.userId };
};

const attempt = (email: string, word = password, remoteAddress = "192.0.2.1") =>
  auth.signIn({ email, password: word, remoteAddress, userAgent: "test" });

const signIn = async (email: string, word = password): Promise<{ token: string; actor: Actor }> => {
  const result = await attempt(email, word);
  if (!result.ok) throw new Error(result.error.code);
  return { token: result.value.token, actor: result.value.session.actor };
};

const outcomesOf = async (userId: string): Promise<string[]> => {
  const rows = await db.ownerSql<{ outcome: string }[]>`select outcome from auth.sign_in_event where user_id = ${userId} order by id`;
  return rows.map((row) => row.outcome);
};

test("a sign-in opens a session with the actor of the membership, and stores neither token nor password", async () => {
  const { email, userId } = await newUser();
  const { token, actor } = await signIn(email);
  expect(actor).toMatchObject({ userId, orgId: orgs.countyA1.id, orgKind: "county", orgCode: "910121", role: "planner" });
  expect((await auth.resolve(token))?.actor).toEqual(actor);
  const [user] = await db.ownerSql`select password_hash from auth.app_user where id = ${userId}`;
  expect(user?.["password_hash"]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const dump = JSON.stringify(await db.ownerSql`select * from auth.session where user_id = ${userId}`);
  expect(Buffer.from(token, "base64url")).toHaveLength(32);
  expect(dump).not.toContain(token);
  expect(await outcomesOf(userId)).toEqual(["ok"]);
});

test("a wrong password, an unknown account, a disabled one and one without membership answer the same", async () => {
  const { email, userId } = await newUser();
  const wrong = await attempt(email, "not the password");
  expect(wrong).toEqual({ ok: false, error: { kind: "app-error", code: "sign_in_failed" } });
  expect(await attempt("nobody@example.test")).toEqual(wrong);
  const lonely = await newUser();
  await db.ownerSql`delete from auth.membership where user_id = ${lonely.userId}`;
  expect(await attempt(lonely.email)).toEqual(wrong);
  await db.ownerSql`update auth.app_user set disabled_at = now() where id = ${userId}`;
  expect(await attempt(email)).toEqual(wrong);
  expect(await outcomesOf(userId)).toEqual(["wrong", "disabled"]);
});

test("a session ends when it is idle for 30 minutes, and use keeps it alive", async () => {
  const { token } = await signIn((await newUser()).email);
  later(29);
  expect(await auth.resolve(token)).not.toBeNull();
  later(29);
  expect(await auth.resolve(token)).not.toBeNull();
  later(31);
  expect(await auth.resolve(token)).toBeNull();
});

test("a session ends after twelve hours however much it is used", async () => {
  const { token } = await signIn((await newUser()).email);
  for (let spent = 0; spent < 11 * 60 + 40; spent += 20) {
    later(20);
    expect(await auth.resolve(token)).not.toBeNull();
  }
  later(21);
  expect(await auth.resolve(token)).toBeNull();
});

test("signing out, losing the membership or being disabled ends the session on the server", async () => {
  const first = await newUser();
  const one = await signIn(first.email);
  await auth.signOut(one.token);
  expect(await auth.resolve(one.token)).toBeNull();
  const two = await signIn(first.email);
  await db.ownerSql`delete from auth.membership where user_id = ${first.userId}`;
  expect(await auth.resolve(two.token)).toBeNull();
  const second = await newUser();
  const three = await signIn(second.email);
  await db.ownerSql`update auth.app_user set disabled_at = now() where id = ${second.userId}`;
  expect(await auth.resolve(three.token)).toBeNull();
});

test.each(["", "x", "a".repeat(43), "' or true --", "\u0000".repeat(43)])("%j is nobody's token", async (token) => {
  expect(await auth.resolve(token)).toBeNull();
});

test("each sign-in makes a new token, and a person sees and ends only their own sessions", async () => {
  const mine = await newUser();
  const other = await signIn((await newUser()).email);
  const one = await signIn(mine.email);
  const two = await signIn(mine.email);
  expect(one.token).not.toBe(two.token);
  const listed = await auth.sessions(two.actor, two.token);
  if (!listed.ok) throw new Error(listed.error.code);
  expect(listed.value).toHaveLength(2);
  expect(listed.value.filter((session) => session.current)).toHaveLength(1);
  const target = listed.value.find((session) => !session.current)?.id ?? "";
  expect(await auth.revokeSession(other.actor, target)).toMatchObject({ error: { code: "not_found" } });
  expect(await auth.resolve(one.token)).not.toBeNull();
  expect((await auth.revokeSession(two.actor, target)).ok).toBe(true);
  expect(await auth.resolve(one.token)).toBeNull();
  expect(await auth.resolve(two.token)).not.toBeNull();
  expect(await auth.revokeSession(two.actor, "not an id")).toMatchObject({ error: { code: "not_found" } });
});

test("a session moves to another organisation of the person, and to no other", async () => {
  const { email, userId } = await newUser();
  const { token } = await signIn(email);
  expect(await auth.switchOrganisation(token, orgs.countyA2.id)).toMatchObject({ error: { code: "not_found" } });
  await db.ownerSql`insert into auth.membership (id, user_id, org_id, role) values (gen_random_uuid(), ${userId}, ${orgs.countyA2.id}, 'viewer')`;
  const moved = await auth.switchOrganisation(token, orgs.countyA2.id);
  expect(moved).toMatchObject({ ok: true, value: { actor: { orgId: orgs.countyA2.id, role: "viewer" } } });
  expect((await auth.resolve(token))?.actor.orgId).toBe(orgs.countyA2.id);
});

test("a new password needs the current one, must not be common, and ends all other sessions", async () => {
  const { email } = await newUser();
  const other = await signIn(email);
  const { token, actor } = await signIn(email);
  const change = (current: string, next: string) => auth.changePassword(actor, token, { current, next });
  expect(await change("wrong", "an entirely new phrase")).toMatchObject({ error: { issues: [{ path: "current" }] } });
  expect(await change(password, "password2026!")).toMatchObject({ error: { issues: [{ path: "next" }] } });
  expect((await change(password, "an entirely new phrase")).ok).toBe(true);
  expect(await auth.resolve(other.token)).toBeNull();
  expect(await auth.resolve(token)).not.toBeNull();
  expect((await attempt(email)).ok).toBe(false);
  expect((await attempt(email, "an entirely new phrase")).ok).toBe(true);
});

test("a hash with weaker parameters is renewed at the next sign-in", async () => {
  const { email, userId } = await newUser();
  await db.ownerSql`update auth.app_user set password_hash = ${await hash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 })} where id = ${userId}`;
  await signIn(email);
  const [user] = await db.ownerSql`select password_hash from auth.app_user where id = ${userId}`;
  expect(user?.["password_hash"]).toContain("m=19456,t=2,p=1");
  expect((await attempt(email)).ok).toBe(true);
});

test("five wrong passwords from one address block that pair, also for the right one; the log names the block once", async () => {
  const { email, userId } = await newUser();
  for (let i = 0; i < 5; i++) expect(await attempt(email, "wrong guess")).toMatchObject({ error: { code: "sign_in_failed" } });
  expect(await attempt(email)).toMatchObject({ error: { code: "sign_in_throttled", params: { seconds: 900 } } });
  expect(await attempt(email)).toMatchObject({ error: { code: "sign_in_throttled" } });
  expect((await attempt(email, password, "192.0.2.2")).ok).toBe(true);
  expect(await outcomesOf(userId)).toEqual(["wrong", "wrong", "wrong", "wrong", "wrong", "ok"]);
});

test("guesses sent at the same moment are counted before any is hashed", async () => {
  const { email } = await newUser();
  const results = await Promise.all(Array.from({ length: 12 }, () => attempt(email, "wrong guess")));
  expect(results.filter((result) => !result.ok && result.error.code === "sign_in_failed")).toHaveLength(5);
});

test("an account guessed from many addresses is slowed for strangers, not for an address it was used from", async () => {
  const { email } = await newUser();
  expect((await attempt(email, password, "192.0.2.10")).ok).toBe(true);
  for (let i = 0; i < 20; i++) await attempt(email, "wrong guess", `198.51.100.${i}`);
  expect(await attempt(email, password, "198.51.100.200")).toMatchObject({ error: { code: "sign_in_throttled" } });
  expect((await attempt(email, password, "192.0.2.10")).ok).toBe(true);
});

test("one address that tries many accounts is stopped", async () => {
  const limits = { pair: { attempts: 5, blockSeconds: 900 }, account: { attempts: 20 }, address: { attempts: 8 } };
  auth = createAuthService({ withAuth: db.withAuth, throttle: createThrottle({ limits }), clock: () => now });
  for (let i = 0; i < 8; i++) expect(await attempt(`nobody${i}@example.test`)).toMatchObject({ error: { code: "sign_in_failed" } });
  expect(await attempt("nobody9@example.test")).toMatchObject({ error: { code: "sign_in_throttled" } });
});

test("only administrators manage members, and only those of their own organisation", async () => {
  const admin = orgs.countyA1.actors.admin;
  const input = { email: "new.member@example.test", displayName: "新人", role: "viewer" as const };
  for (const actor of [
    orgs.countyA1.actors.planner,
    orgs.countyA1.actors.viewer,
    orgs.countyA1.actors.approver,
    orgs.provinceA.actors.analyst,
  ]) {
    expect(await auth.members(actor)).toMatchObject({ error: { code: "forbidden" } });
    expect(await auth.addMember(actor, input)).toMatchObject({ error: { code: "forbidden" } });
    expect(await auth.removeMember(actor, admin.userId)).toMatchObject({ error: { code: "forbidden" } });
  }
  const stranger = orgs.countyB1.actors.viewer.userId;
  expect(await auth.removeMember(admin, stranger)).toMatchObject({ error: { code: "not_found" } });
  const members = await auth.members(admin);
  if (!members.ok) throw new Error(members.error.code);
  expect(members.value.some((member) => member.userId === stranger)).toBe(false);
});

test("a new member signs in with the start password that was shown once; an old one just gets a membership", async () => {
  const admin = orgs.countyA2.actors.admin;
  const input = { email: "fresh@example.test", displayName: "新人", role: "planner" as const };
  const added = await auth.addMember(admin, input);
  if (!added.ok || added.value.startPassword === null) throw new Error("no start password");
  const { actor } = await signIn("fresh@example.test", added.value.startPassword);
  expect(actor).toMatchObject({ orgId: orgs.countyA2.id, role: "planner" });
  expect(await auth.addMember(admin, input)).toMatchObject({ error: { code: "conflict", issues: [{ path: "email" }] } });
  expect(await auth.addMember(orgs.countyB1.actors.admin, input)).toMatchObject({ ok: true, value: { startPassword: null } });
  expect(await auth.addMember(admin, { ...input, email: "other@example.test", role: "analyst" })).toMatchObject({
    error: { code: "invalid_input", issues: [{ path: "role" }] },
  });
});

test("removing a member ends their session in this organisation; the last administrator stays", async () => {
  const admin = orgs.countyA3.actors.admin;
  const { email, userId } = await newUser("planner", orgs.countyA3.id);
  const { token } = await signIn(email);
  expect((await auth.removeMember(admin, userId)).ok).toBe(true);
  expect(await auth.resolve(token)).toBeNull();
  expect(await auth.removeMember(admin, admin.userId)).toMatchObject({ error: { code: "conflict" } });
});

test("two administrators who remove each other at the same moment leave one", async () => {
  const first = orgs.cityB1.actors.admin;
  const second = await newUser("admin", orgs.cityB1.id);
  const other: Actor = { ...first, userId: second.userId };
  const results = await Promise.all([auth.removeMember(first, second.userId), auth.removeMember(other, first.userId)]);
  expect(results.filter((result) => result.ok)).toHaveLength(1);
});

test("organisations hang together: a county under a city or province, never under a county", async () => {
  const make = (kind: "county" | "city" | "province", code: string, parentCode: string | null) =>
    db.withAuth((tx) => createOrganisation(tx, { kind, code, name: "某地", parentCode }));
  expect((await make("province", "93", null)).ok).toBe(true);
  expect((await make("city", "9301", "93")).ok).toBe(true);
  const county = await make("county", "930101", "9301");
  if (!county.ok) throw new Error(county.error.code);
  const [row] = await db.ownerSql`select c.code as city, p.code as province from auth.organisation o
    join auth.organisation c on c.id = o.city_id join auth.organisation p on p.id = o.province_id where o.id = ${county.value.id}`;
  expect(row).toEqual({ city: "9301", province: "93" });
  expect((await make("county", "930201", "93")).ok).toBe(true);
  expect(await make("county", "930101", "9301")).toMatchObject({ error: { code: "conflict" } });
  expect(await make("county", "930102", "930101")).toMatchObject({ error: { code: "invalid_input" } });
  expect(await make("county", "930103", "9399")).toMatchObject({ error: { code: "not_found" } });
  expect(await make("city", "9302", null)).toMatchObject({ error: { code: "invalid_input" } });
});

test("a first administrator is created with a start password that nobody chose, once", async () => {
  const create = () =>
    db.withAuth((tx) =>
      createAdministrator(tx, { orgId: orgs.cityA1.id, email: "First@Example.test", displayName: "首位", password: null }),
    );
  const made = await create();
  if (!made.ok || made.value.startPassword === null) throw new Error("no start password");
  expect((await signIn("first@example.test", made.value.startPassword)).actor.role).toBe("admin");
  expect(await create()).toMatchObject({ error: { code: "conflict" } });
});
