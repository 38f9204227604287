import type { Texts } from "@test/support/browser";
import { workspaceViews } from "~/features/workspace/views";
import type { World } from "./world";

/** What the addresses of the views are about: four scenarios, of which the first has been asked everything, and a run. */
export interface Places {
  readonly world: { readonly other: Pick<World["other"], "dataset"> };
  readonly scenarioIds: readonly string[];
  readonly runId: string;
}

/** One view of the planner's workspace and what can be read on it. */
export interface View {
  readonly path: string;
  readonly heading: string;
  /** Facts of the data as they stand on the page in words, at every width and on paper. */
  readonly facts: readonly string[];
  /** Drawn by the script in the place of what the server sent: the view is there when it is. */
  readonly drawn?: string;
}

const resultViews = ["items", "charts", "schools", "classes", "cost", "flows", "use", "notices"] as const;

/** Every view of the county's home, data, matrix and planning, with what is in the world. */
export const viewsOf = (t: Texts, { world: { other }, scenarioIds, runId }: Places): readonly View[] => {
  const { county, schools } = other.dataset;
  const { statisticsYear: year } = county;
  const [school = { name: "", code: "" }] = schools;
  const scenario = `/planning/scenarios/${scenarioIds[0]}`;
  const lever = t("planning:lever.build_classrooms");
  const answered = t("answers:receipt.open");
  const facts = {
    canvas: { facts: [school.name, lever], drawn: ".react-flow__node" },
    table: { facts: [lever, school.name], drawn: ".ws-table tbody tr" },
    timeline: { facts: [lever, school.name], drawn: ".ws-time__bar" },
    drivers: { facts: [t("workspace:drivers.county"), t("rules:stage.junior")], drawn: ".ws-driver" },
  };
  return [
    {
      path: "/overview",
      heading: t("overview:title_year", { year }),
      facts: [t("overview:changes.title", { year: year - 1 }), t("overview:outlook.title"), t("compliance:gaps.title")],
    },
    { path: "/assessment/schools", heading: t("compliance:matrix.title"), facts: [school.name, t("rules:indicator.R7.short")] },
    { path: "/assessment/evidence?item=R1", heading: t("evidence:title"), facts: [t("rules:indicator.R1.name")] },
    {
      path: `/search?for=${encodeURIComponent(school.name)}`,
      heading: t("search:title"),
      facts: [school.name, school.code, t("search:kind.schools")],
    },
    { path: "/data/entry?view=teachers", heading: t("entry:title"), facts: [school.name, t("entry:view.teachers")] },
    { path: "/data/entry?view=all&compare=1&panel=checks", heading: t("entry:title"), facts: [school.name, t("entry:checks.title")] },
    {
      path: `/data/entry?view=growth&compare=1&panel=history&school=%40county&path=growth.${year - 1}.appropriationWan`,
      heading: t("entry:title"),
      facts: [t("entry:history.title")],
    },
    { path: `/data/entry/${school.code}`, heading: school.name, facts: [t("entry:view.teachers"), t("entry:view.facilities")] },
    { path: "/planning/scenarios", heading: t("planning:scenarios.title"), facts: ["甲", "乙", "丙", "丁"] },
    ...workspaceViews.map((tab) => ({ path: `${scenario}?tab=${tab}&year=${year + 3}`, heading: "甲", ...facts[tab] })),
    { path: `${scenario}?tab=result`, heading: "甲", facts: [t("planning:result.title"), lever] },
    { path: `${scenario}?tab=sharing`, heading: "甲", facts: [t("workspace:comments.none"), t("workspace:lock.open")] },
    ...resultViews.map((view) => ({ path: `${scenario}?tab=result&view=${view}`, heading: "甲", facts: [t("planning:result.title")] })),
    { path: `${scenario}/plan`, heading: t("answers:plan.title"), facts: ["甲", t("answers:plan.answer"), answered] },
    {
      path: `${scenario}/uncertainty`,
      heading: t("answers:uncertainty.title"),
      facts: ["甲", t("answers:uncertainty.lead_title"), t("futures:tornado.title", { year: year + 10 }), answered],
    },
    {
      path: `${scenario}/attribution`,
      heading: t("answers:attribution.title"),
      facts: ["甲", t("answers:attribution.idle"), answered],
    },
    {
      path: `${scenario}/targets`,
      heading: t("targets:title"),
      facts: [t("targets:sheet.title", { county: county.name, from: year + 1, to: year + 5 })],
    },
    { path: "/planning/targets", heading: t("targets:title"), facts: [t("targets:none")] },
    {
      path: `/planning/compare?${scenarioIds.map((id) => `with=${id}`).join("&")}`,
      heading: t("comparison:title"),
      facts: [t("comparison:conclusions"), "丁", lever, t("comparison:assumptions.title")],
    },
    { path: "/planning/backtest", heading: t("answers:backtest.title"), facts: [t("answers:backtest.base", { year: year - 2 }), answered] },
    { path: "/planning/runs", heading: t("planning:runs.title"), facts: ["甲", t("runs:kind.backtest")] },
    { path: `/planning/runs/${runId}`, heading: t("runs:kind.backtest"), facts: [t("answers:receipt.result")] },
  ];
};
