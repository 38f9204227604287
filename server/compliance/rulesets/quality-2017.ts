import type { IndicatorRule, RuleSet } from "../engine/rule-set";
import { itemClauses } from "./clauses-items";
import { ownReading, type Reference, since } from "./parameter";
import { itemValues2017 } from "./parameters-items";

/**
 * 县域义务教育优质均衡发展督导评估办法 (教督〔2017〕6号): resource part, without the reliefs of the later
 * procedure document. Values carry their source; readings that the document leaves open are `inferred`.
 */

const measure = "教督〔2017〕6号";
const article6: Reference = { document: measure, article: "第六条" };
const hebei: Reference = { document: "河北省义务教育优质均衡具体办法", article: "评估范围" };
const declarationForm: Reference = { document: "全国义务教育优质均衡发展县（市、区）申报表", article: "填表说明" };
const procedure: Reference = { document: "国教督办函〔2019〕30号", article: "放宽条款" };
const splitNote: Reference = { document: "测算均衡系数拆分公式", article: "一贯制学校、完全中学拆分" };

const item = (number: string): Reference => ({ document: measure, article: `第六条第(${number})项` });

const indicators: readonly IndicatorRule[] = [
  {
    id: "R1",
    numerator: { from: "teachers", terms: [{ field: "aboveRequiredEducation", sign: 1 }] },
    toBase: 1,
    baseUnit: "persons",
    grainsPerUnit: 1,
    scale: 100,
    clause: {
      ...item("一"),
      text: {
        "zh-CN": "学历高于法定最低要求的专任教师，每百名学生小学不少于 4.2 人，初中不少于 5.3 人。",
        en: "Full-time teachers educated above the legal minimum: at least 4.2 per 100 pupils in primary and 5.3 in junior secondary.",
      },
    },
  },
  {
    id: "R2",
    numerator: { from: "teachers", terms: [{ field: "backbone", sign: 1 }] },
    toBase: 1,
    baseUnit: "persons",
    grainsPerUnit: 1,
    scale: 100,
    clause: {
      ...item("二"),
      text: {
        "zh-CN": "县级及以上骨干教师，每百名学生小学、初中都不少于 1 人。哪些称号算骨干由县提供依据。",
        en: "Backbone teachers of county level and above: at least 1 per 100 pupils in both stages. The county shows which titles count.",
      },
    },
  },
  {
    id: "R3",
    numerator: {
      from: "teachers",
      terms: [
        { field: "physicalEducation", sign: 1 },
        { field: "music", sign: 1 },
        { field: "art", sign: 1 },
        { field: "integratedArts", sign: 1 },
      ],
    },
    toBase: 1,
    baseUnit: "persons",
    grainsPerUnit: 1,
    scale: 100,
    clause: {
      ...item("三"),
      text: {
        "zh-CN": "教体育、音乐、美术和艺术课的专任教师合计，每百名学生小学、初中都不少于 0.9 人。",
        en: "Full-time teachers of PE, music, fine art and integrated arts together: at least 0.9 per 100 pupils in both stages.",
      },
    },
  },
  {
    id: "R4",
    numerator: {
      from: "facilities",
      terms: [
        { field: "teachingAreaM2", sign: 1 },
        { field: "gymAreaM2", sign: -1 },
      ],
    },
    toBase: 1,
    baseUnit: "m2",
    grainsPerUnit: 100,
    scale: 1,
    clause: {
      ...item("四"),
      text: {
        "zh-CN": "教学及辅助用房（先减去室内体育用房）按在校生平均，小学不少于 4.5 ㎡，初中不少于 5.8 ㎡。",
        en: "Teaching and auxiliary floor area, indoor sports space taken off first: at least 4.5 m² a pupil in primary and 5.8 m² in junior secondary.",
      },
    },
  },
  {
    id: "R5",
    numerator: {
      from: "facilities",
      terms: [
        { field: "sportsFieldAreaM2", sign: 1 },
        { field: "gymAreaM2", sign: 1 },
      ],
    },
    toBase: 1,
    baseUnit: "m2",
    grainsPerUnit: 100,
    scale: 1,
    clause: {
      ...item("五"),
      text: {
        "zh-CN": "室外运动场地加室内体育用房按在校生平均，小学不少于 7.5 ㎡，初中不少于 10.2 ㎡。",
        en: "Outdoor sports grounds plus indoor sports space: at least 7.5 m² a pupil in primary and 10.2 m² in junior secondary.",
      },
    },
  },
  {
    id: "R6",
    numerator: { from: "facilities", terms: [{ field: "equipmentValueWan", sign: 1 }] },
    toBase: 10_000,
    baseUnit: "yuan",
    grainsPerUnit: 100,
    scale: 1,
    clause: {
      ...item("六"),
      text: {
        "zh-CN": "教学仪器设备按账面原值计，生均小学不少于 2000 元，初中不少于 2500 元。",
        en: "Teaching equipment at original book value: at least 2,000 yuan a pupil in primary and 2,500 yuan in junior secondary.",
      },
    },
  },
  {
    id: "R7",
    numerator: { from: "facilities", terms: [{ field: "multimediaRooms", sign: 1 }] },
    toBase: 1,
    baseUnit: "rooms",
    grainsPerUnit: 1,
    scale: 100,
    clause: {
      ...item("七"),
      text: {
        "zh-CN": "接入网络的多媒体教室，每百名学生小学不少于 2.3 间，初中不少于 2.4 间。",
        en: "Networked multimedia classrooms: at least 2.3 per 100 pupils in primary and 2.4 in junior secondary.",
      },
    },
  },
];

/** Procedure's reliefs: named here so that they can be switched on, off as long as no document does. */
const noRelief: Reference = { document: measure, article: "未设放宽条款" };
/** Prices of what schools buy, from published projects; rounded, and nothing is judged by them. */
const published = (document: string): Reference => ({ document, article: "单位造价" });

export const quality2017: RuleSet = {
  id: "quality-2017",
  version: "2",
  title: {
    "zh-CN": "县域义务教育优质均衡（2017 年办法）",
    en: "High-quality balanced compulsory education (2017 measure)",
  },
  indicators,
  clauses: {
    items: itemClauses,
    vetoes: {
      document: measure,
      article: "第十条",
      text: {
        "zh-CN": "存在所列情形之一的，不予认定。由县申明，逐级核查。校外培训与课外负担（V7）见后来的申报表，2017 年办法未列。",
        en: "Where one of the listed matters has happened there is no recognition. The county declares, every level above checks. Off-campus training and homework (V7) stand in the later application form, not in the measure of 2017.",
      },
    },
    eligibility: {
      document: measure,
      article: "第五条",
      text: {
        "zh-CN": "通过国家基本均衡认定三年以上，基本均衡认定后年度监测持续保持较高水平，认定时提出的问题已经解决，方可申报。",
        en: "A county may apply three years or more after the national recognition of basic balance, with yearly monitoring staying high since and the problems named then solved.",
      },
    },
    school: {
      ...article6,
      text: {
        "zh-CN": "每所学校七项指标至少六项达标，剩下的一项也不得低于标准的 85%。一贯制学校的小学部、初中部分别判定。",
        en: "Every school meets at least six of the seven indicators and reaches 85 % of the standard in the one that remains. The primary and junior sections of one school are judged apart.",
      },
    },
    balance: {
      ...article6,
      text: {
        "zh-CN": "七项指标逐项计算校际差异系数（按学生数加权），每一项小学不高于 0.50，初中不高于 0.45，不得相互平均。",
        en: "The student-weighted coefficient of variation between schools is taken for each of the seven indicators on its own: at most 0.50 in primary and 0.45 in junior secondary, never averaged.",
      },
    },
    split: {
      ...splitNote,
      text: {
        "zh-CN":
          "一所学校有几个学段时，校舍、运动场馆、设备、多媒体教室按加权学生数分给各学段：小学 1、初中 1.1、高中 1.32（初中比高中为 1 : 1.2）。教师按学段统计，不拆分。",
        en: "Where one school teaches several stages, its rooms, sports space, equipment and multimedia rooms are shared by weighted pupils: primary 1, junior 1.1, senior 1.32 (junior to senior 1 : 1.2). Teachers are counted by stage and not split.",
      },
    },
  },
  values: {
    ...itemValues2017,
    "R1.standard.primary": since(4.2, item("一")),
    "R1.standard.junior": since(5.3, item("一")),
    "R2.standard.primary": since(1, item("二")),
    "R2.standard.junior": since(1, item("二")),
    "R3.standard.primary": since(0.9, item("三")),
    "R3.standard.junior": since(0.9, item("三")),
    "R4.standard.primary": since(4.5, item("四")),
    "R4.standard.junior": since(5.8, item("四")),
    "R5.standard.primary": since(7.5, item("五")),
    "R5.standard.junior": since(10.2, item("五")),
    "R6.standard.primary": since(2000, item("六")),
    "R6.standard.junior": since(2500, item("六")),
    "R7.standard.primary": since(2.3, item("七")),
    "R7.standard.junior": since(2.4, item("七")),
    "schoolRule.minimumMet": since(6, article6),
    "schoolRule.floorShare": since(0.85, article6),
    "CV.limit.primary": since(0.5, article6),
    "CV.limit.junior": since(0.45, article6),
    "split.primaryJunior": since({ primary: 1, junior: 1.1 }, splitNote),
    "split.juniorSenior": since({ junior: 1, senior: 1.2 }, splitNote),
    "split.allStages": since({ primary: 1, junior: 1.1, senior: 1.32 }, splitNote),
    "split.kindergarten": since(0, ownReading, "inferred"),
    "split.unsplitTeachers": since("not_evaluable", ownReading, "inferred"),
    "teachers.rotated": since("where_they_work", ownReading, "inferred"),
    "inclusion.excludedTypes": since(["special", "vocational"], hebei, "one-source"),
    "inclusion.teachingPointMinimum": since(50, declarationForm),
    "inclusion.smallTeachingPoints": since("dropped", ownReading, "inferred"),
    "inclusion.campuses": since("merged", ownReading, "inferred"),
    "inclusion.owners": since("all", declarationForm),
    "inclusion.partialSchools": since("counted", ownReading, "inferred"),
    "rounding.valueDecimals": since(2, declarationForm, "one-source"),
    "rounding.cvDecimals": since(3, declarationForm, "one-source"),
    "rounding.compare": since("unrounded", ownReading, "inferred"),
    "relief.R3.on": since(false, noRelief),
    "relief.R3.minimumPupils": since(50, procedure, "one-source"),
    "relief.R3.maximumPupils": since(99, procedure, "one-source"),
    "relief.R3.localities": since(["rural"], procedure, "one-source"),
    "relief.R5.on": since(false, noRelief),
    "relief.R5.convertedSpace": since(true, procedure, "one-source"),
    "relief.R5.leasedVenues": since(true, procedure, "one-source"),
    "relief.inBalance": since(true, ownReading, "inferred"),
    "price.teacherYear": since(110_000, published("2019—2021 年县级年人均教师支出 7.26—7.70 万元，含单位负担后估计"), "inferred"),
    "price.teachingAreaM2": since(4500, published("2021—2022 年小学教学楼工程 3049.30 ㎡、1371.24 万元"), "one-source"),
    "price.sportsAreaM2": since(600, ownReading, "inferred"),
    "price.equipmentYuan": since(1, ownReading, "inferred"),
    "price.multimediaRoom": since(25_000, published("1448 套班班通等 3400.6 万元"), "inferred"),
  },
  extraVetoes: [],
  extraIndicators: [],
};
