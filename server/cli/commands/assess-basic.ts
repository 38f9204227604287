import { type BasicAssessment, type BasicStage, basicIndicators } from "@server/compliance/basic-contract";
import { judgeBasic } from "@server/compliance/engine/basic/index";
import { columnsOfDataset } from "@server/compliance/engine/index";
import { stages } from "@server/statistics/contract";
import { readDatasetFile } from "../dataset-file";
import { complaint, done, type Format, type Outcome, unusable } from "../outcome";
import { basicRulesOf } from "../rules";
import { fixed, textTable } from "../text-table";

const stageText = ({ stage, balance, composite, standards }: BasicStage): string =>
  [
    `${stage}: composite ${fixed(composite.cv, 3)} against ${composite.limit}, ${composite.verdict}${composite.borderline ? " (borderline)" : ""}; school standards ${standards.verdict} (${standards.met} met, ${standards.notMet} not met, ${standards.notEvaluable} not evaluable)`,
    textTable(
      [
        ["", ...basicIndicators],
        ["county mean", ...basicIndicators.map((id) => fixed(balance[id].mean, 3))],
        ["CV", ...basicIndicators.map((id) => fixed(balance[id].cv, 3))],
        ["share %", ...basicIndicators.map((id) => fixed(balance[id].share === null ? null : balance[id].share * 100, 1))],
      ],
      "lrrrrrrrr",
    ),
  ].join("\n");

const percent = (share: number | null): string => (share === null ? "–" : `${fixed(share * 100, 2)}%`);

/** A judgement of basic balance as text, figures at the official decimals. */
const basicText = (assessment: BasicAssessment): string => {
  const { county, ruleSet, standards, growth, vetoes, score, satisfaction } = assessment;
  return [
    `${county.name} (${county.code}) ${assessment.statisticsYear}, rule set ${ruleSet.id} ${ruleSet.version}`,
    `verdict: ${assessment.verdict}`,
    `school standards: ${standards.verdict} (${standards.pack?.id ?? "none set"}, ${standards.use}); three growths: ${growth.verdict} (${growth.use}); vetoes: ${vetoes.verdict}; score ${fixed(score.value, 1)} of at least ${score.minimum}: ${score.verdict}; satisfaction ${percent(satisfaction.value)}: ${satisfaction.verdict} (${satisfaction.use})`,
    ...stages.map((stage) => `\n${stageText(assessment.stages[stage])}`),
    "",
    textTable(
      [
        ["growth", "year", "from", "to", "growth", "against", "verdict"],
        ...growth.items.map((item) => [
          item.series,
          String(item.fiscalYear),
          fixed(item.from, 2),
          fixed(item.to, 2),
          percent(item.growth),
          percent(item.against),
          item.verdict,
        ]),
      ],
      "lrrrrrl",
    ),
    "",
  ].join("\n");
};

export interface BasicOptions {
  readonly format: Format;
  readonly layer?: readonly string[];
  readonly set?: readonly string[];
  readonly date?: string;
  readonly against?: string;
}

/** `assess FILE --ruleset basic-2012`: the judgement of one county and year by the rules of basic balance. */
export const assessBasic = async (file: string, options: BasicOptions): Promise<Outcome> => {
  if (options.against !== undefined) return unusable([complaint("--against", "commands.noBasicOption")]);
  const rules = await basicRulesOf(options);
  if (!rules.ok) return unusable(rules.error);
  const read = await readDatasetFile(file);
  if (!read.ok) return unusable(read.error);
  const assessment = judgeBasic(columnsOfDataset(read.value.dataset), rules.value, options.date);
  return done(options.format === "json" ? `${JSON.stringify(assessment, null, 2)}\n` : basicText(assessment), read.value.warnings);
};
