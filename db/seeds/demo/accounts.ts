import type { Role } from "@server/auth/contract";
import { countyProfiles, demoCityHeads, demoProvinceHead } from "./profiles";
import { exampleCountyCode } from "./scenarios";

/** The one password of all demonstration accounts. They exist in demonstration databases only. */
export const demoPassword = "maple-bridge-2026";

export interface DemoAccount {
  readonly organisationCode: string;
  readonly role: Role;
  readonly email: string;
  /** Says what the account is; nobody real is named. */
  readonly displayName: string;
  /** Offered on the sign-in page. */
  readonly featured: boolean;
}

const roleNames: Readonly<Record<Role, string>> = {
  admin: "管理员",
  planner: "规划员",
  approver: "审批员",
  viewer: "查看员",
  analyst: "分析员",
};

const account = (organisation: { readonly code: string; readonly name: string }, role: Role, featured: boolean): DemoAccount => ({
  organisationCode: organisation.code,
  role,
  email: `${role}.${organisation.code}@example.invalid`,
  displayName: `${organisation.name}${roleNames[role]}`,
  featured,
});

/** Counties with an account for every role: the one with scenarios and the one modelled on a published plan. */
const staffed: readonly string[] = [exampleCountyCode, "990221"];

/** All demonstration accounts. */
export const demoAccounts = (): readonly DemoAccount[] => [
  ...countyProfiles.flatMap((county) => {
    const featured = staffed.includes(county.code);
    const everywhere = [account(county, "planner", featured), account(county, "approver", county.code === exampleCountyCode)];
    return featured ? [...everywhere, account(county, "admin", false), account(county, "viewer", false)] : everywhere;
  }),
  account(demoProvinceHead, "analyst", true),
  account(demoProvinceHead, "admin", false),
  ...demoCityHeads.map((city) => account(city, "analyst", city.code === demoCityHeads[0].code)),
];

/** What the sign-in page of a demonstration offers. */
export const featuredAccounts = (): readonly { readonly email: string; readonly label: string }[] =>
  demoAccounts()
    .filter(({ featured }) => featured)
    .map(({ email, displayName }) => ({ email, label: displayName }));
