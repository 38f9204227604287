import type { Certainty, Dated, DatedSeries, IndicatorRule, Reference, RuleSet, StageWeights } from "../engine/rule-set";

/**
 * 县域义务教育优质均衡发展督导评估办法 (教督〔2017〕6号): resource part, without the reliefs of the later
 * procedure document. Values carry their source; readings that the document leaves open are `inferred`.
 */

const measure = "教督〔2017〕6号";
const article6: Reference = { document: measure, article: "第六条" };
const hebei: Reference = { document: "河北省义务教育优质均衡具体办法", article: "评估范围" };
const declarationForm: Reference = { document: "全国义务教育优质均衡发展县（市、区）申报表", article: "填表说明" };
const splitNote: Reference = { document: "测算均衡系数拆分公式", article: "一贯制学校、完全中学拆分" };
const ownReading: Reference = { document: "本产品默认口径", article: "原文未作规定" };

const since = <T>(value: T, unit: string, source: Reference, certainty: Certainty = "certain"): DatedSeries<T> => {
  const entry: Dated<T> = { value, unit, source, certainty, validFrom: "2017-04-19", validTo: null };
  return [entry];
};

const item = (number: string): Reference => ({ document: measure, article: `第六条第(${number})项` });
const standards = (primary: number, junior: number, unit: string, source: Reference): IndicatorRule["standard"] => ({
  primary: since(primary, unit, source),
  junior: since(junior, unit, source),
});

const indicators: readonly IndicatorRule[] = [
  {
    id: "R1",
    numerator: { from: "teachers", terms: [{ field: "aboveRequiredEducation", sign: 1 }] },
    toBase: 1,
    baseUnit: "persons",
    grainsPerUnit: 1,
    scale: 100,
    standard: standards(4.2, 5.3, "人/百名学生", item("一")),
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
    standard: standards(1, 1, "人/百名学生", item("二")),
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
    standard: standards(0.9, 0.9, "人/百名学生", item("三")),
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
    standard: standards(4.5, 5.8, "㎡/生", item("四")),
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
    standard: standards(7.5, 10.2, "㎡/生", item("五")),
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
    standard: standards(2000, 2500, "元/生", item("六")),
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
    standard: standards(2.3, 2.4, "间/百名学生", item("七")),
    clause: {
      ...item("七"),
      text: {
        "zh-CN": "接入网络的多媒体教室，每百名学生小学不少于 2.3 间，初中不少于 2.4 间。",
        en: "Networked multimedia classrooms: at least 2.3 per 100 pupils in primary and 2.4 in junior secondary.",
      },
    },
  },
];

const weights = (value: StageWeights): DatedSeries<StageWeights> => since(value, "拆分权重", splitNote);

export const quality2017: RuleSet = {
  id: "quality-2017",
  version: "1",
  title: {
    "zh-CN": "县域义务教育优质均衡（2017 年办法，资源配置）",
    en: "High-quality balanced compulsory education (2017 measure, resources)",
  },
  indicators,
  schoolRule: {
    minimumMet: since(6, "项", article6),
    floorShare: since(0.85, "标准的倍数", article6),
    clause: {
      ...article6,
      text: {
        "zh-CN": "每所学校七项指标至少六项达标，剩下的一项也不得低于标准的 85%。一贯制学校的小学部、初中部分别判定。",
        en: "Every school meets at least six of the seven indicators and reaches 85 % of the standard in the one that remains. The primary and junior sections of one school are judged apart.",
      },
    },
  },
  balanceRule: {
    limit: { primary: since(0.5, "差异系数", article6), junior: since(0.45, "差异系数", article6) },
    clause: {
      ...article6,
      text: {
        "zh-CN": "七项指标逐项计算校际差异系数（按学生数加权），每一项小学不高于 0.50，初中不高于 0.45，不得相互平均。",
        en: "The student-weighted coefficient of variation between schools is taken for each of the seven indicators on its own: at most 0.50 in primary and 0.45 in junior secondary, never averaged.",
      },
    },
  },
  split: {
    primaryJunior: weights({ primary: 1, junior: 1.1 }),
    juniorSenior: weights({ junior: 1, senior: 1.2 }),
    allStages: weights({ primary: 1, junior: 1.1, senior: 1.32 }),
    clause: {
      ...splitNote,
      text: {
        "zh-CN":
          "一所学校有几个学段时，校舍、运动场馆、设备、多媒体教室按加权学生数分给各学段：小学 1、初中 1.1、高中 1.32（初中比高中为 1 : 1.2）。教师按学段统计，不拆分。",
        en: "Where one school teaches several stages, its rooms, sports space, equipment and multimedia rooms are shared by weighted pupils: primary 1, junior 1.1, senior 1.32 (junior to senior 1 : 1.2). Teachers are counted by stage and not split.",
      },
    },
  },
  inclusion: {
    excludedTypes: since(["special", "vocational"], "办学类型", hebei, "one-source"),
    teachingPointMinimum: since(50, "人", declarationForm),
    smallTeachingPoints: since("dropped", "口径", ownReading, "inferred"),
    campuses: since("merged", "口径", ownReading, "inferred"),
    owners: since("all", "举办者类型", declarationForm),
  },
  rounding: {
    valueDecimals: since(2, "位小数", declarationForm, "one-source"),
    cvDecimals: since(3, "位小数", declarationForm, "one-source"),
    compare: since("unrounded", "口径", ownReading, "inferred"),
  },
};
