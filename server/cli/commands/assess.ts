import { type CountyAssessment, resourceIndicators, type StageAssessment } from "@server/compliance/contract";
import { columnsOfDataset, judgeCounty } from "@server/compliance/engine/index";
import { ruleSetById } from "@server/compliance/rulesets/registry";
import { stages } from "@server/statistics/contract";
import { readDatasetFile } from "../dataset-file";
import { complaint, done, type Format, type Outcome, unusable } from "../outcome";
import { fixed, textTable } from "../text-table";

const stageText = (stage: StageAssessment): string => {
  const header = ["", ...resourceIndicators];
  const shares = textTable(
    [
      header,
      ["schools meeting", ...resourceIndicators.map((indicator) => `${stage.indicatorMet[indicator]}/${stage.sectionsTotal}`)],
      ["county mean", ...resourceIndicators.map((indicator) => fixed(stage.balance[indicator].mean, 2))],
      ["CV", ...resourceIndicators.map((indicator) => fixed(stage.balance[indicator].cv, 3))],
      ["CV verdict", ...resourceIndicators.map((indicator) => stage.balance[indicator].verdict)],
    ],
    "lrrrrrrr",
  );
  const failing = stage.sections.filter(({ verdict }) => verdict !== "met");
  const sections = textTable(
    [
      ["school", "pupils", "met", ...resourceIndicators, "verdict"],
      ...failing.map((section) => [
        section.schoolName,
        fixed(section.pupils, 0),
        `${section.metCount}/7`,
        ...resourceIndicators.map((indicator) => {
          const { value, state } = section.indicators[indicator];
          return `${fixed(value, 2)}${state === "met" ? "" : state === "remainder" ? "~" : state === "below" ? "!" : "?"}`;
        }),
        section.verdict,
      ]),
    ],
    "lrrrrrrrrrl",
  );
  return [
    `${stage.stage}: ${stage.verdict}; ${stage.sectionsMet} of ${stage.sectionsTotal} schools met, ${stage.sectionsNotMet} not met, ${stage.sectionsNotEvaluable} not evaluable`,
    shares,
    ...(failing.length === 0 ? [] : ["", sections]),
  ].join("\n");
};

/** A judgement as text: figures at the official decimals; ~ between 85 % and the standard, ! below 85 %, ? not evaluable. */
const assessmentText = (assessment: CountyAssessment): string => {
  const { county, ruleSet } = assessment;
  const others = assessment.inclusion.filter(({ decision }) => decision !== "included");
  return [
    `${county.name} (${county.code}) ${assessment.statisticsYear}, rule set ${ruleSet.id} ${ruleSet.version}`,
    `verdict: ${assessment.verdict}; failing ${assessment.failing}, not evaluable ${assessment.notEvaluable}, distance ${fixed(assessment.distance, 3)}`,
    ...stages.map((stage) => `\n${stageText(assessment.stages[stage])}`),
    ...(others.length === 0
      ? []
      : [
          "",
          textTable(
            [
              ["school", "decision", "reason", "into"],
              ...others.map(({ schoolName, decision, reason, into }) => [schoolName, decision, reason, into ?? ""]),
            ],
            "llll",
          ),
        ]),
    "",
  ].join("\n");
};

/** `assess FILE`: the judgement of one county and year. */
export const assess = async (file: string, options: { readonly ruleset: string; readonly format: Format }): Promise<Outcome> => {
  const ruleSet = ruleSetById(options.ruleset);
  if (ruleSet === undefined) return unusable([complaint("--ruleset", `no rule set ${options.ruleset}`)]);
  const read = await readDatasetFile(file);
  if (!read.ok) return unusable(read.error);
  const assessment = judgeCounty(columnsOfDataset(read.value.dataset), ruleSet);
  const text = options.format === "json" ? `${JSON.stringify(assessment, null, 2)}\n` : assessmentText(assessment);
  return done(text, read.value.warnings);
};
