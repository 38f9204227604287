import { smallCounty } from "@db/seeds/small-county";
import type { Actor } from "@server/auth/contract";
import { startRun } from "@server/jobs";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import { createPlanningService, createTargetsService, createWorkspaceService } from "@server/planning";
import type { PlanningService, Scenario } from "@server/planning/contract";
import type { TargetsService } from "@server/planning/targets-contract";
import type { WorkspaceService } from "@server/planning/workspace-contract";
import { storeDataset } from "@server/statistics";
import { build } from "@test/cases/planning/county";
import { type SeededOrganisations, seedOrganisations } from "@test/support/organisations";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import ExcelJS from "exceljs";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

let db: TestDatabase;
let organisations: SeededOrganisations;
let planning: PlanningService;
let workspace: WorkspaceService;
let targets: TargetsService;
let actors: Readonly<Record<"planner" | "approver" | "viewer" | "admin", Actor>>;
let stranger: Actor;
let scenario: Scenario;
let count = 0;

const county = smallCounty();
const schoolCode = county.schools.find((school) => school.type === "primary")?.code ?? "";

const value = <T>(result: Result<T, AppError>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const code = <T>(result: Result<T, AppError>): string => (result.ok ? "ok" : result.error.code);

beforeAll(async () => {
  db = await testDatabase();
  organisations = await seedOrganisations(db);
  actors = organisations.countyA1.actors;
  stranger = organisations.countyA2.actors.admin;
  for (const actor of [actors.planner, organisations.countyA2.actors.planner])
    await db.withTenant(actor, (tx) => storeDataset(tx, actor, { dataset: county, sources: {}, fileName: "a.xlsx" }));
  planning = createPlanningService({ withTenant: db.withTenant, jobs: { startRun } });
  workspace = createWorkspaceService({ withTenant: db.withTenant });
  targets = createTargetsService({ withTenant: db.withTenant });
});
beforeEach(async () => {
  count += 1;
  scenario = value(await planning.create(actors.planner, `方案 ${count}`));
});
afterAll(() => db.close());

const withLever = (): Scenario["document"] => ({ ...scenario.document, levers: [build({ schoolCode })] });

describe("what the browser computes from", () => {
  it("is the county's dataset and the rules in force, with the server's engine versions", async () => {
    const base = value(await workspace.base(actors.viewer, scenario.id));
    expect(base.dataset.schools).toHaveLength(county.schools.length);
    expect(base.ruleSet).toMatchObject({ id: expect.any(String), version: expect.any(String) });
    expect(base.engines.planning).toMatch(/\d/);
  });
});

describe("comments", () => {
  it("are read by the county in the order written, and taken back by their writer only", async () => {
    value(await workspace.comment(actors.planner, scenario.id, { anchor: "", text: " 先扩建 " }));
    value(await workspace.comment(actors.approver, scenario.id, { anchor: `school:${schoolCode}`, text: "同意" }));
    const seen = value(await workspace.comments(actors.viewer, scenario.id));
    expect(seen.map(({ text, anchor, own }) => [text, anchor, own])).toEqual([
      ["先扩建", "", false],
      ["同意", `school:${schoolCode}`, false],
    ]);
    const first = seen[0]?.id ?? "";
    expect(code(await workspace.withdrawComment(actors.approver, scenario.id, first))).toBe("not_found");
    expect(code(await workspace.withdrawComment(actors.planner, scenario.id, "1"))).toBe("not_found");
    value(await workspace.withdrawComment(actors.planner, scenario.id, first));
    expect(value(await workspace.comments(actors.planner, scenario.id)).map(({ text }) => text)).toEqual(["同意"]);
  });

  it("need a text, a known kind of anchor, and the right to comment", async () => {
    expect(code(await workspace.comment(actors.planner, scenario.id, { anchor: "", text: "  " }))).toBe("invalid_input");
    expect(code(await workspace.comment(actors.planner, scenario.id, { anchor: "page:1", text: "x" }))).toBe("invalid_input");
    expect(code(await workspace.comment(actors.viewer, scenario.id, { anchor: "", text: "x" }))).toBe("forbidden");
  });
});

describe("named versions", () => {
  it("keep the stored state and bring it back as a new draft under the scenario's own name", async () => {
    value(await planning.save(actors.planner, scenario.id, 1, withLever()));
    value(await workspace.nameVersion(actors.planner, scenario.id, "送审稿"));
    value(await planning.save(actors.planner, scenario.id, 2, { ...scenario.document, name: `${scenario.document.name} 改` }));
    const [version] = value(await workspace.versions(actors.viewer, scenario.id));
    expect(version).toMatchObject({ name: "送审稿", draft: 2, leverCount: 1, savedBy: actors.planner.displayName });
    expect(value(await workspace.versionDocument(actors.viewer, scenario.id, version?.id ?? "")).levers).toHaveLength(1);
    expect(code(await workspace.restore(actors.planner, scenario.id, version?.id ?? "", 2))).toBe("scenario_changed_elsewhere");
    const restored = value(await workspace.restore(actors.planner, scenario.id, version?.id ?? "", 3));
    expect(restored).toMatchObject({
      version: 4,
      document: { name: `${scenario.document.name} 改`, levers: [{ type: "build_classrooms" }] },
    });
  });

  it("have names of their own within a scenario, and are made by planners only", async () => {
    value(await workspace.nameVersion(actors.planner, scenario.id, "甲"));
    expect(code(await workspace.nameVersion(actors.planner, scenario.id, "甲"))).toBe("conflict");
    expect(code(await workspace.nameVersion(actors.planner, scenario.id, " "))).toBe("invalid_input");
    expect(code(await workspace.nameVersion(actors.approver, scenario.id, "乙"))).toBe("forbidden");
    expect(code(await workspace.restore(actors.planner, scenario.id, uuidv7(), 1))).toBe("not_found");
  });
});

describe("the lock", () => {
  it("keeps a scenario from being changed, restored or removed until it is lifted, and says by whom", async () => {
    value(await workspace.nameVersion(actors.planner, scenario.id, "定稿"));
    const [version] = value(await workspace.versions(actors.planner, scenario.id));
    value(await workspace.lock(actors.approver, scenario.id));
    expect(value(await planning.get(actors.planner, scenario.id)).scenario.lock?.by).toBe(actors.approver.displayName);
    expect(code(await planning.save(actors.planner, scenario.id, 1, withLever()))).toBe("scenario_locked");
    expect(code(await planning.remove(actors.planner, scenario.id))).toBe("scenario_locked");
    expect(code(await workspace.restore(actors.planner, scenario.id, version?.id ?? "", 1))).toBe("scenario_locked");
    value(await workspace.comment(actors.planner, scenario.id, { anchor: "", text: "请解锁" }));
    value(await workspace.unlock(actors.admin, scenario.id));
    expect(value(await planning.save(actors.planner, scenario.id, 1, withLever())).version).toBe(2);
  });

  it("is for approvers and administrators", async () => {
    for (const actor of [actors.planner, actors.viewer]) {
      expect(code(await workspace.lock(actor, scenario.id))).toBe("forbidden");
      expect(code(await workspace.unlock(actor, scenario.id))).toBe("forbidden");
    }
  });

  it("names the one who locked first", async () => {
    value(await workspace.lock(actors.approver, scenario.id));
    value(await workspace.lock(actors.admin, scenario.id));
    expect(value(await planning.get(actors.planner, scenario.id)).scenario.lock?.by).toBe(actors.approver.displayName);
  });
});

describe("another county", () => {
  it("finds nothing of a scenario, whatever it asks for", async () => {
    value(await workspace.comment(actors.planner, scenario.id, { anchor: "", text: "x" }));
    value(await workspace.nameVersion(actors.planner, scenario.id, "x"));
    const [comment] = value(await workspace.comments(actors.planner, scenario.id));
    const [version] = value(await workspace.versions(actors.planner, scenario.id));
    const asked: readonly Promise<Result<unknown, AppError>>[] = [
      workspace.base(stranger, scenario.id),
      workspace.comments(stranger, scenario.id),
      workspace.comment(stranger, scenario.id, { anchor: "", text: "y" }),
      workspace.withdrawComment(stranger, scenario.id, comment?.id ?? ""),
      workspace.versions(stranger, scenario.id),
      workspace.versionDocument(stranger, scenario.id, version?.id ?? ""),
      workspace.nameVersion(stranger, scenario.id, "y"),
      workspace.restore(stranger, scenario.id, version?.id ?? "", 1),
      workspace.lock(stranger, scenario.id),
      workspace.unlock(stranger, scenario.id),
    ];
    expect(new Set((await Promise.all(asked)).map(code))).toEqual(new Set(["not_found"]));
  });

  it("cannot take a version of another scenario for one of its own", async () => {
    value(await workspace.nameVersion(actors.planner, scenario.id, "x"));
    const [version] = value(await workspace.versions(actors.planner, scenario.id));
    const own = value(await planning.create(organisations.countyA2.actors.planner, "自己的"));
    expect(code(await workspace.restore(stranger, own.id, version?.id ?? "", 1))).toBe("not_found");
  });

  it("is nothing to provinces, which may not read scenarios", async () => {
    expect(code(await workspace.base(organisations.provinceA.actors.admin, scenario.id))).toBe("forbidden");
  });
});

describe("annual targets", () => {
  const cellOf = async (actor: Actor, row: string, year: number) =>
    value(await targets.table(actor, scenario.id))
      .rows.find((one) => one.row === row)
      ?.cells.find((cell) => cell.year === year);

  it("stand beside what was reached in a loaded year, and say what is behind", async () => {
    const { statisticsYear } = value(await planning.get(actors.planner, scenario.id)).dataset;
    value(await targets.setYears(actors.planner, scenario.id, statisticsYear, statisticsYear + 2));
    const share = { kind: "share", share: 1, stage: null } as const;
    value(await targets.write(actors.planner, scenario.id, "R4", { [statisticsYear]: share, [statisticsYear + 1]: share }));
    const [now, later] = [await cellOf(actors.viewer, "R4", statisticsYear), await cellOf(actors.viewer, "R4", statisticsYear + 1)];
    const reached = now?.actual?.share.all ?? Number.NaN;
    expect(reached).toBeGreaterThan(0);
    expect(now).toMatchObject({ target: share, written: true, progress: reached < 1 ? "not_met" : "met" });
    expect(later).toMatchObject({ target: share, written: true, actual: null, progress: null });
    value(await targets.write(actors.planner, scenario.id, "R4", { [statisticsYear]: null }));
    expect(await cellOf(actors.viewer, "R4", statisticsYear)).toMatchObject({ target: null, written: false, progress: null });
    expect(await cellOf(actors.viewer, "R4", statisticsYear + 1)).toMatchObject({ written: true });
  });

  it("of one scenario are the county's, until another is adopted", async () => {
    expect(code(await targets.adopt(actors.planner, scenario.id))).toBe("forbidden");
    value(await targets.adopt(actors.approver, scenario.id));
    const other = value(await planning.create(actors.planner, `另一方案 ${count}`));
    expect(value(await targets.ofCounty(actors.viewer))?.scenarioId).toBe(scenario.id);
    value(await targets.adopt(actors.approver, other.id));
    expect(value(await targets.ofCounty(actors.viewer))?.scenarioId).toBe(other.id);
    expect(value(await targets.table(actors.viewer, scenario.id)).adopted).toBe(false);
  });

  it("are closed to another county and to readers, and fixed while the scenario is locked", async () => {
    const met = { 2027: { kind: "met" } } as const;
    expect(code(await targets.table(stranger, scenario.id))).toBe("not_found");
    expect(code(await targets.write(stranger, scenario.id, "R1", met))).toBe("not_found");
    expect(code(await targets.adopt(stranger, scenario.id))).toBe("not_found");
    expect(value(await targets.ofCounty(stranger))).toBeNull();
    expect(code(await targets.write(actors.viewer, scenario.id, "R1", met))).toBe("forbidden");
    expect(code(await targets.setYears(actors.planner, scenario.id, 2030, 2027))).toBe("invalid_input");
    value(await workspace.lock(actors.approver, scenario.id));
    expect(code(await targets.write(actors.planner, scenario.id, "R1", met))).toBe("scenario_locked");
  });

  it("are written as a workbook that opens, with its groups merged", async () => {
    const rows = [
      ["资源配置", "1", "甲", "达标"],
      ["资源配置", "2", "乙", "=1+1"],
      ["教育质量", "3", "丙", "94%"],
    ];
    const sheet = { name: "目标", title: "年度目标表", note: "", head: ["类别", "序号", "指标", "2027"], rows };
    const { fileName, bytes } = value(await targets.workbook(actors.viewer, sheet));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
    const page = workbook.worksheets[0];
    expect(fileName).toBe("目标.xlsx");
    expect([page?.getCell(4, 1).text, page?.getCell(5, 1).isMerged, page?.getCell(6, 1).text]).toEqual(["资源配置", true, "教育质量"]);
    expect(page?.getCell(5, 4).text).toBe("'=1+1");
  });
});
