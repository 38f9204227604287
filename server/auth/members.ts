import type { WithAuth } from "@db/tenant";
import { recordAccountAudit } from "@server/audit/record";
import { appError } from "@server/kernel/errors";
import { err, ok } from "@server/kernel/result";
import { v7 as uuidv7 } from "uuid";
import type { AuthService } from "./contract";
import { accountIssues } from "./issues";
import { newStartPassword } from "./organisations";
import { hashPassword } from "./passwords";
import { denial, offersRole } from "./permissions";
import { deleteMembership, insertMembership, insertUser, membersOf, userByEmail } from "./repository";
import { revokeSessions } from "./session-repository";

type Members = Pick<AuthService, "members" | "addMember" | "removeMember">;

/** The part of the service that an administrator uses for the own organisation. */
export const createMembers = ({ withAuth, clock }: { readonly withAuth: WithAuth; readonly clock: () => Date }): Members => ({
  members: async (actor) => {
    const denied = denial(actor, "members.manage");
    if (denied) return err(denied);
    return ok(await withAuth((tx) => membersOf(tx, actor.orgId)));
  },

  addMember: async (actor, input) => {
    const denied = denial(actor, "members.manage");
    if (denied) return err(denied);
    if (!offersRole(actor.orgKind, input.role))
      return err(appError("invalid_input", {}, [{ path: "role", message: accountIssues.roleNotOffered }]));
    const password = newStartPassword();
    const passwordHash = await hashPassword(password);
    return withAuth(async (tx) => {
      const id = uuidv7();
      const isNew = await insertUser(tx, { id, email: input.email, displayName: input.displayName, passwordHash });
      const user = await userByEmail(tx, input.email);
      if (!user) return err(appError("internal"));
      if (!(await insertMembership(tx, user.id, actor.orgId, input.role)))
        return err(appError("conflict", {}, [{ path: "email", message: accountIssues.alreadyMember }]));
      await recordAccountAudit(tx, actor, "member.add", user.id, { member: user.displayName, role: input.role });
      const member = { userId: user.id, email: user.email, displayName: user.displayName, role: input.role, disabled: user.disabled };
      return ok({ member, startPassword: isNew ? password : null });
    });
  },

  removeMember: async (actor, userId) => {
    const denied = denial(actor, "members.manage");
    if (denied) return err(denied);
    return withAuth(async (tx) => {
      const members = await membersOf(tx, actor.orgId, { lock: true });
      const member = members.find((one) => one.userId === userId);
      if (!member) return err(appError("not_found"));
      if (member.role === "admin" && members.filter((one) => one.role === "admin").length === 1)
        return err(appError("conflict", {}, [{ path: "userId", message: accountIssues.lastAdministrator }]));
      await recordAccountAudit(tx, actor, "member.remove", userId, { member: member.displayName, role: member.role });
      await deleteMembership(tx, userId, actor.orgId);
      await revokeSessions(tx, userId, { orgId: actor.orgId }, clock());
      return ok(null);
    });
  },
});
