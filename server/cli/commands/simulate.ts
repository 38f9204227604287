import { ruleSetById } from "@server/compliance/rulesets/registry";
import { type Projection, scenarioDocumentSchema, type YearOutcome } from "@server/planning/contract";
import { checkLevers, project } from "@server/planning/engine/index";
import { readDatasetFile, readJsonFile } from "../dataset-file";
import { complaint, done, type Format, type Outcome, unusable } from "../outcome";
import { fixed, textTable } from "../text-table";

const schoolsMet = ({ stages: { primary, junior } }: YearOutcome): string =>
  `${primary.sectionsMet + junior.sectionsMet}/${primary.sectionsTotal + junior.sectionsTotal}`;

const spanText = ({ firstYear, lasts, lostYears }: Projection["compliance"]["trial"]): string =>
  firstYear === null ? "never in the horizon" : `from ${firstYear}${lasts ? ", lasting" : `, lost in ${lostYears.join(", ")}`}`;

/** A projection as text: one line a year, without and with the levers. */
const projectionText = (projection: Projection): string => {
  const rows = projection.years.map((year, index) => {
    const before = projection.baseline[index];
    const after = projection.trial[index];
    const cost = projection.cost.find((entry) => entry.year === year);
    return [
      String(year),
      before?.verdict ?? "",
      before === undefined ? "" : String(before.failing),
      before === undefined ? "" : schoolsMet(before),
      after?.verdict ?? "",
      after === undefined ? "" : String(after.failing),
      after === undefined ? "" : schoolsMet(after),
      fixed(cost?.totalWan ?? 0, 1),
    ];
  });
  const { county, ruleSet, compliance, notices } = projection;
  return [
    `${county.name} (${county.code}), base year ${projection.baseYear}, rule set ${ruleSet.id} ${ruleSet.version}`,
    `meets the standard without levers: ${spanText(compliance.baseline)}; with them: ${spanText(compliance.trial)}`,
    "",
    textTable([["year", "baseline", "failing", "schools", "trial", "failing", "schools", "cost 万元"], ...rows], "llrrlrrr"),
    ...(notices.length === 0
      ? []
      : ["", ...notices.map(({ key, leverId, year }) => `notice: ${[key, leverId, year].filter(Boolean).join(" ")}`)]),
    "",
  ].join("\n");
};

/** `simulate FILE SCENARIO`: the county year by year, without and with the scenario's levers. */
export const simulate = async (
  file: string,
  scenarioFile: string,
  options: { readonly ruleset: string; readonly format: Format },
): Promise<Outcome> => {
  const ruleSet = ruleSetById(options.ruleset);
  if (ruleSet === undefined) return unusable([complaint("--ruleset", `no rule set ${options.ruleset}`)]);
  const read = await readDatasetFile(file);
  if (!read.ok) return unusable(read.error);
  const scenario = await readJsonFile(scenarioFile, scenarioDocumentSchema);
  if (!scenario.ok) return unusable(scenario.error);
  const issues = checkLevers(read.value.dataset, scenario.value);
  if (issues.length > 0) return unusable(issues.map(({ path, message, params }) => complaint(path, message, params ?? {})));
  const projection = project(read.value.dataset, scenario.value, ruleSet);
  const text = options.format === "json" ? `${JSON.stringify(projection, null, 2)}\n` : projectionText(projection);
  return done(text, read.value.warnings);
};
