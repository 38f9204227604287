import type { Stage } from "../contract";
import { foldText } from "../workbook/code-lists";

/** 小学, 初中, 普通高中 as a heading names them. */
export type ReturnStage = Stage | "senior";

export interface Wording {
  /** What is asked, in one wording for all the years' forms. */
  readonly text: string;
  readonly stage: ReturnStage | null;
  /** Unit in brackets at the end of the heading (万元), folded; empty when none stands there. */
  readonly unit: string;
}

const units = "万元|千元|百元|亿元|元|m2|平方米|平米|亩|万人|人|个|间|所|台|册|套|名|级|年|%|百分比|是/否";
const unitAtEnd = new RegExp(`[(\\[](${units})[)\\]]$`, "u");

/** The forms of several years and offices ask the same in different words; this brings them together. */
const rewordings: readonly (readonly [RegExp, string])[] = [
  [/[<>()[\]{}"'“”‘’「」【】、,，.。;；:：·&_*-]/gu, ""],
  [/^(?:学校|本校|该校)(?=.)/u, ""],
  [/上一?(?:学)?年度?/gu, "上年"],
  [/账面原值|账面价值|原值$/gu, ""],
  [/(博士|硕士)研究生(?:及以上)?/gu, "$1"],
  [/毕业学历/gu, "学历"],
  [/大专/gu, "专科"],
  [/在校学?生/gu, "学生"],
  [/进城务工(?:人员)?(?:随迁)?子女/gu, "进城务工人员随迁子女"],
  [/到校|三年前|今年|本届|拥有|的|学校内/gu, ""],
  [/总(?=人数|数|面积|额|金额|间数|台数|册数|个数)/gu, ""],
  [/(?:人|间|台|册|个|套|名)数量?|数量/gu, "数"],
  [/总?金额|总额|额$/gu, ""],
  [/(?:合计|总计|小计|共计|计)$/u, ""],
  [/总?数$/u, ""],
];

const stageWords: readonly (readonly [RegExp, ReturnStage])[] = [
  [/小学(?:部|阶段|段)?/u, "primary"],
  [/(?:普通)?初中(?:部|阶段|段)?/u, "junior"],
  [/(?:普通)?高中(?:部|阶段|段)?/u, "senior"],
];

const reworded = (text: string): string => {
  let said = text;
  for (const [pattern, word] of rewordings) said = said.replace(pattern, word);
  return said;
};

/** Wording of one item of a county form, where 小学 and 初中 belong to what is asked. */
export const countyWording = (heading: string): Wording => {
  const folded = foldText(heading);
  const unit = unitAtEnd.exec(folded)?.[1] ?? "";
  return { text: reworded(unit === "" ? folded : folded.replace(unitAtEnd, "")), stage: null, unit };
};

/** Wording of one item of a school form; the stage is told apart from what is asked. */
export const schoolWording = (heading: string): Wording => {
  const folded = foldText(heading);
  const unit = unitAtEnd.exec(folded)?.[1] ?? "";
  let text = (unit === "" ? folded : folded.replace(unitAtEnd, "")).replace(/\//gu, "");
  let stage: ReturnStage | null = null;
  for (const [pattern, named] of stageWords) {
    if (!pattern.test(text)) continue;
    text = text.replace(pattern, "");
    stage = named;
    break;
  }
  return { text: reworded(text), stage, unit };
};

/** All whole numbers in a text, in order. */
export const numbersIn = (text: string): readonly number[] => [...text.matchAll(/\d+/gu)].map(([digits]) => Number(digits));
