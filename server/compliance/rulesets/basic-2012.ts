import type { BasicIndicator } from "../basic-contract";
import type { BasicIndicatorRule, BasicRuleSet } from "../engine/basic/rule-set";
import { basicValues2012 } from "./parameters-basic";

/** 县域义务教育均衡发展督导评估暂行办法 (教督〔2012〕3号). */

const document = "教督〔2012〕3号";
const clause = (article: string, zh: string, en: string) => ({ document, article, text: { "zh-CN": zh, en } });

const rule = (
  id: BasicIndicator,
  terms: BasicIndicatorRule["terms"],
  scale: 1 | 100,
  unit: string,
  zh: string,
  en: string,
): BasicIndicatorRule => ({ id, terms, scale, unit, clause: clause("校际间均衡状况", zh, en) });

export const basic2012: BasicRuleSet = {
  id: "basic-2012",
  version: "1",
  title: { "zh-CN": "县域义务教育基本均衡（2012 年暂行办法）", en: "Basic balance of compulsory education (2012 measure)" },
  indicators: [
    rule(
      "B1",
      [{ figure: "facilities.teachingAreaM2", sign: 1 }],
      1,
      "㎡/生",
      "教学及辅助用房面积除以在校生数。是否减去体育馆，原办法没有写明，默认不减。",
      "Teaching and auxiliary floor area per pupil. The measure does not say whether the gym is taken off; by default it is not.",
    ),
    rule(
      "B2",
      [
        { figure: "facilities.sportsFieldAreaM2", sign: 1 },
        { figure: "facilities.gymAreaM2", sign: 1 },
      ],
      1,
      "㎡/生",
      "运动场地面积与体育馆面积之和除以在校生数。",
      "Outdoor sports grounds and indoor sports space together, per pupil.",
    ),
    rule(
      "B3",
      [{ figure: "facilities.equipmentValueWan", sign: 1 }],
      1,
      "元/生",
      "教学仪器设备资产值除以在校生数。",
      "Value of the teaching equipment per pupil.",
    ),
    rule("B4", [{ figure: "basic.computers", sign: 1 }], 100, "台/百名学生", "每百名学生拥有的计算机台数。", "Computers per 100 pupils."),
    rule("B5", [{ figure: "basic.books", sign: 1 }], 1, "册/生", "图书册数除以在校生数。", "Books per pupil."),
    rule("B6", [{ figure: "teachers.fullTime", sign: 1 }], 1, "人/生", "专任教师数除以在校生数。", "Full-time teachers per pupil."),
    rule(
      "B7",
      [{ figure: "teachers.aboveRequiredEducation", sign: 1 }],
      1,
      "人/生",
      "高于规定学历的专任教师数除以在校生数。",
      "Full-time teachers educated above the legal minimum, per pupil.",
    ),
    rule(
      "B8",
      [{ figure: "teachers.midTitle", sign: 1 }],
      1,
      "人/生",
      "中级及以上专业技术职务教师数除以在校生数。",
      "Teachers with a middle or higher professional title, per pupil.",
    ),
  ],
  clauses: {
    composite: clause(
      "校际间均衡状况",
      "八项指标的差异系数按未修约的数值求算术平均，得到综合差异系数：小学不高于 0.65，初中不高于 0.55。单项可以超过。",
      "The eight unrounded coefficients of variation are averaged: at most 0.65 in primary and 0.55 in junior secondary. A single one may exceed that.",
    ),
    standards: clause(
      "入门条件",
      "县域内学校先要达到省定的办学基本标准。标准由各省制定，未录入标准时无法评定。",
      "The schools of the county first reach the basic standards of their province. Without the province's standards this cannot be judged.",
    ),
    growth: clause(
      "县级人民政府推进工作",
      "义务教育财政拨款的增长高于财政经常性收入的增长，生均教育事业费、生均公用经费和教师工资逐年增长；按未修约的数值比较，相等不算增长。",
      "The appropriation grows faster than recurrent revenue; expenditure per pupil, public funds per pupil and teacher pay rise every year. Unrounded figures are compared; equal is not growth.",
    ),
    vetoes: clause("一票否决", "发生所列任何一项，不予认定。", "Any one of the listed events rules recognition out."),
    score: clause(
      "县级人民政府推进工作",
      "县级政府推进工作满分 100 分，达到 85 分；公众满意度作为参考。",
      "The county government's work scores at least 85 of 100; public satisfaction is taken note of.",
    ),
    split: clause(
      "校际间均衡状况",
      "一所学校有几个学段时，前五项按加权学生数分给各学段（小学 1、初中 1.1、高中 1.32），教师三项按学段统计。",
      "Where one school teaches several stages, the first five are shared by weighted pupils (primary 1, junior 1.1, senior 1.32); the three teacher figures are counted by stage.",
    ),
  },
  values: basicValues2012,
};
