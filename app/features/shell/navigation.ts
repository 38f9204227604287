import type { OrganisationKind } from "@server/auth/contract";
import type { Permission } from "@server/auth/permissions";

interface Item {
  readonly to: string;
  readonly label: string;
  /** Shown only to those who hold it; everybody when null. */
  readonly needs: Permission | null;
}
export interface NavigationGroup {
  readonly label: string | null;
  readonly items: readonly Item[];
}

const administration: NavigationGroup = {
  label: "common:nav.system",
  items: [
    { to: "/members", label: "common:nav.members", needs: "members.manage" },
    { to: "/audit", label: "common:nav.audit", needs: "audit.read" },
    { to: "/account", label: "common:nav.account", needs: null },
  ],
};

const regulation: NavigationGroup = {
  label: "common:nav.regulation",
  items: [{ to: "/rules", label: "common:nav.rules", needs: "rules.read" }],
};

const county: readonly NavigationGroup[] = [
  { label: null, items: [{ to: "/overview", label: "common:nav.overview", needs: "data.read" }] },
  {
    label: "common:nav.data",
    items: [
      { to: "/data/import", label: "common:nav.data_import", needs: "data.write" },
      { to: "/data/entry", label: "common:nav.data_entry", needs: "data.read" },
      { to: "/data/schools", label: "common:nav.data_schools", needs: "data.read" },
      { to: "/data/versions", label: "common:nav.data_versions", needs: "data.read" },
    ],
  },
  {
    label: "common:nav.assessment",
    items: [
      { to: "/assessment/summary", label: "common:nav.assessment_summary", needs: "data.read" },
      { to: "/assessment/schools", label: "common:nav.assessment_schools", needs: "data.read" },
      { to: "/assessment/balance", label: "common:nav.assessment_balance", needs: "data.read" },
      { to: "/assessment/assurance", label: "common:nav.assessment_assurance", needs: "data.read" },
      { to: "/assessment/quality", label: "common:nav.assessment_quality", needs: "data.read" },
      { to: "/assessment/recognition", label: "common:nav.assessment_recognition", needs: "data.read" },
      { to: "/assessment/vetoes", label: "common:nav.assessment_vetoes", needs: "data.read" },
      { to: "/assessment/evidence", label: "common:nav.assessment_evidence", needs: "data.read" },
      { to: "/assessment/basic", label: "common:nav.assessment_basic", needs: "data.read" },
    ],
  },
  {
    label: "common:nav.planning",
    items: [
      { to: "/planning/scenarios", label: "common:nav.planning_scenarios", needs: "scenario.read" },
      { to: "/planning/targets", label: "common:nav.planning_targets", needs: "scenario.read" },
      { to: "/planning/backtest", label: "common:nav.planning_backtest", needs: "scenario.read" },
      { to: "/planning/compare", label: "common:nav.planning_compare", needs: "scenario.read" },
      { to: "/planning/runs", label: "common:nav.planning_runs", needs: "run.read" },
    ],
  },
  {
    label: "common:nav.publication",
    items: [
      { to: "/publication", label: "common:nav.publication_home", needs: "publication.read" },
      { to: "/review", label: "common:nav.reviewing", needs: "review.read" },
      { to: "/findings", label: "common:nav.findings", needs: "review.read" },
    ],
  },
  regulation,
  administration,
];

const reviewing: NavigationGroup = {
  label: "common:nav.review",
  items: [
    { to: "/review", label: "common:nav.reviewing", needs: "review.read" },
    { to: "/findings", label: "common:nav.findings", needs: "review.read" },
  ],
};
const compare: NavigationGroup["items"][number] = {
  to: "/province/compare",
  label: "common:nav.province_compare",
  needs: "comparison.read",
};

const portfolio: NavigationGroup["items"][number] = {
  to: "/province/portfolio",
  label: "common:nav.province_portfolio",
  needs: "comparison.read",
};

const home: NavigationGroup = { label: null, items: [{ to: "/home", label: "common:nav.home", needs: "review.read" }] };

const runs: NavigationGroup["items"][number] = { to: "/planning/runs", label: "common:nav.planning_runs", needs: "run.read" };

const city: readonly NavigationGroup[] = [
  home,
  { label: "common:nav.province", items: [compare, portfolio, runs] },
  reviewing,
  regulation,
  administration,
];

const province: readonly NavigationGroup[] = [
  home,
  {
    label: "common:nav.province",
    items: [compare, { to: "/province/policies", label: "common:nav.province_policies", needs: "comparison.read" }, portfolio, runs],
  },
  reviewing,
  regulation,
  administration,
];

const groupsOf: Readonly<Record<OrganisationKind, readonly NavigationGroup[]>> = { county, city, province };

/** The navigation of an organisation, less what its reader may not open. */
export const navigationFor = (kind: OrganisationKind, may: (permission: Permission) => boolean): readonly NavigationGroup[] =>
  groupsOf[kind]
    .map((group) => ({ ...group, items: group.items.filter(({ needs }) => needs === null || may(needs)) }))
    .filter(({ items }) => items.length > 0);

/** Pages of a scenario need the width: the navigation is a strip of its groups there, unfolded on demand. */
export const isWide = (pathname: string): boolean => /^\/planning\/scenarios\/[^/]/.test(pathname);

/** What an address that was cut off means, as `/planning`: the first page of the navigation below it, or null. */
export const pageBelow = (pathname: string, navigation: readonly NavigationGroup[]): string | null => {
  const stem = `${pathname.replace(/\/+$/, "")}/`;
  return navigation.flatMap(({ items }) => items).find(({ to }) => stem !== "/" && to.startsWith(stem))?.to ?? null;
};

/** First page after sign-in. */
export const homeOf = (kind: OrganisationKind): string => (kind === "county" ? "/overview" : "/home");
