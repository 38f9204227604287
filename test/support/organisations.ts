import type { WithAuth } from "@db/tenant";
import { type Actor, type OrganisationKind, type Role, roles } from "@server/auth/contract";
import { v7 as uuidv7 } from "uuid";

export interface SeededOrganisation {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly code: string;
  readonly name: string;
  readonly cityId: string | null;
  readonly provinceId: string | null;
  /** One actor per role, also roles that the kind gives no rights: denials need them. */
  readonly actors: Readonly<Record<Role, Actor>>;
}

/** Province A: city A1 with counties A1, A2; city A2 with county A3. Province B: city B1 with county B1. */
export interface SeededOrganisations {
  readonly provinceA: SeededOrganisation;
  readonly provinceB: SeededOrganisation;
  readonly cityA1: SeededOrganisation;
  readonly cityA2: SeededOrganisation;
  readonly cityB1: SeededOrganisation;
  readonly countyA1: SeededOrganisation;
  readonly countyA2: SeededOrganisation;
  readonly countyA3: SeededOrganisation;
  readonly countyB1: SeededOrganisation;
}

interface Plan {
  readonly kind: OrganisationKind;
  readonly code: string;
  readonly name: string;
  readonly city?: SeededOrganisation;
  readonly province?: SeededOrganisation;
}

const seedOne = async (withAuth: WithAuth, plan: Plan): Promise<SeededOrganisation> => {
  const id = uuidv7();
  const cityId = plan.city?.id ?? null;
  const provinceId = plan.province?.id ?? null;
  const actor = (role: Role): Actor => ({
    userId: uuidv7(),
    displayName: `${plan.name}${role}`,
    orgId: id,
    orgKind: plan.kind,
    orgName: plan.name,
    orgCode: plan.code,
    role,
  });
  const actors: Record<Role, Actor> = {
    admin: actor("admin"),
    planner: actor("planner"),
    approver: actor("approver"),
    viewer: actor("viewer"),
    analyst: actor("analyst"),
  };
  await withAuth(async (tx) => {
    await tx
      .insertInto("auth.organisation")
      .values({ id, kind: plan.kind, code: plan.code, name: plan.name, city_id: cityId, province_id: provinceId })
      .execute();
    for (const role of roles) {
      const { userId, displayName } = actors[role];
      await tx
        .insertInto("auth.app_user")
        .values({
          id: userId,
          email: `${role}.${plan.code}@example.test`,
          display_name: displayName,
          password_hash: "none: cannot sign in",
        })
        .execute();
      await tx.insertInto("auth.membership").values({ id: uuidv7(), user_id: userId, org_id: id, role }).execute();
    }
  });
  return { id, kind: plan.kind, code: plan.code, name: plan.name, cityId, provinceId, actors };
};

/** Two provinces, three cities, four counties, five actors each. Accounts have no usable password. */
export const seedOrganisations = async (db: { readonly withAuth: WithAuth }): Promise<SeededOrganisations> => {
  const seed = (plan: Plan): Promise<SeededOrganisation> => seedOne(db.withAuth, plan);
  const provinceA = await seed({ kind: "province", code: "91", name: "甲省" });
  const provinceB = await seed({ kind: "province", code: "92", name: "乙省" });
  const cityA1 = await seed({ kind: "city", code: "9101", name: "甲一市", province: provinceA });
  const cityA2 = await seed({ kind: "city", code: "9102", name: "甲二市", province: provinceA });
  const cityB1 = await seed({ kind: "city", code: "9201", name: "乙一市", province: provinceB });
  const countyA1 = await seed({ kind: "county", code: "910121", name: "甲一县", city: cityA1, province: provinceA });
  const countyA2 = await seed({ kind: "county", code: "910122", name: "甲二县", city: cityA1, province: provinceA });
  const countyA3 = await seed({ kind: "county", code: "910221", name: "甲三县", city: cityA2, province: provinceA });
  const countyB1 = await seed({ kind: "county", code: "920121", name: "乙一县", city: cityB1, province: provinceB });
  return { provinceA, provinceB, cityA1, cityA2, cityB1, countyA1, countyA2, countyA3, countyB1 };
};
