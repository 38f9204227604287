import { roles } from "@server/auth/contract";
import { can, type Permission, permissions } from "@server/auth/permissions";
import { describe, expect, it } from "vitest";
import { homeOf, isWide, navigationFor, pageBelow } from "./navigation";

const actor = { userId: "u", displayName: "n", orgId: "o", orgName: "o", orgCode: "1" };
const paths = (kind: "county" | "city" | "province", may: (permission: Permission) => boolean) =>
  navigationFor(kind, may).flatMap((group) => group.items.map((item) => item.to));

describe("the navigation", () => {
  it("shows a county its own work and a province what it compares, tries and reviews", () => {
    expect(paths("county", () => true)).toContain("/planning/scenarios");
    expect(paths("province", () => true)).toEqual([
      "/home",
      "/province/compare",
      "/province/policies",
      "/province/portfolio",
      "/planning/runs",
      "/review",
      "/findings",
      "/rules",
      "/members",
      "/audit",
      "/account",
    ]);
    expect(paths("city", () => true)).not.toContain("/province/policies");
    expect(paths("city", () => true)).toContain("/province/portfolio");
  });
  it("leaves out what the reader may not open, and groups that become empty", () => {
    const viewer = paths("county", (permission) => can({ ...actor, orgKind: "county", role: "viewer" }, permission));
    expect(viewer).not.toContain("/data/import");
    expect(viewer).not.toContain("/members");
    expect(navigationFor("county", () => false).map((group) => group.items.map((item) => item.to))).toEqual([["/account"]]);
  });
  it("folds on the pages of one scenario, whichever tab, and on no other", () => {
    expect(["/planning/scenarios/1", "/planning/scenarios/1/plan"].map(isWide)).toEqual([true, true]);
    expect(["/planning/scenarios", "/planning/scenarios/", "/planning/compare"].map(isWide)).toEqual([false, false, false]);
  });
  it("knows what a cut-off address means to whoever asks for it", () => {
    const county = navigationFor("county", () => true);
    expect(
      ["/planning", "/planning/", "/data", "/assessment", "/publication", "/plan", "/", ""].map((path) => pageBelow(path, county)),
    ).toEqual(["/planning/scenarios", "/planning/scenarios", "/data/import", "/assessment/summary", null, null, null, null]);
    const viewer = navigationFor("county", (permission) => can({ ...actor, orgKind: "county", role: "viewer" }, permission));
    expect(pageBelow("/data", viewer)).toBe("/data/entry");
    expect(pageBelow("/province", county)).toBeNull();
  });
  it("names only permissions that exist, and leads everybody to a first page they may open", () => {
    for (const kind of ["county", "city", "province"] as const) {
      for (const group of navigationFor(kind, () => true)) {
        for (const item of group.items) expect(item.needs === null || permissions.includes(item.needs)).toBe(true);
      }
      for (const role of roles) {
        const own = paths(kind, (permission) => can({ ...actor, orgKind: kind, role }, permission));
        if (own.length > 1) expect(own).toContain(homeOf(kind));
      }
    }
  });
});
