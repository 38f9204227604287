import { schoolTypeSchema } from "@server/statistics/contract";
import { z } from "zod";
import { examplePackIds } from "./basic-2012-packs";
import { defineParameter, ownReading, type Reference, type SeriesOf, since, type ValuesOf } from "./parameter";
import { standardsPackSchema } from "./standards-pack";

/** Parameters of basic balance (县域义务教育均衡发展督导评估暂行办法, 教督〔2012〕3号). */

const cvLimit = () => defineParameter(z.number().positive().max(10), "差异系数", "down");
const weight = z.number().positive().max(100).multipleOf(0.0001);
const weights = () =>
  defineParameter(z.strictObject({ primary: weight.optional(), junior: weight.optional(), senior: weight.optional() }), "拆分权重", null);
const text = z.strictObject({ "zh-CN": z.string().min(1).max(200), en: z.string().min(1).max(200) });
const price = z.number().min(0).max(1e9);
const use = () => defineParameter(z.enum(["judged", "shown"]), "口径", null);

export const basicParameters = {
  /** 综合差异系数上限. */
  "basic.composite.limit.primary": cvLimit(),
  "basic.composite.limit.junior": cvLimit(),
  "basic.split.primaryJunior": weights(),
  "basic.split.juniorSenior": weights(),
  "basic.split.allStages": weights(),
  /** 附设幼儿班 beside a primary pupil of weight 1; 0: its children do not share the school's rooms. */
  "basic.split.kindergarten": defineParameter(z.number().min(0).max(10).multipleOf(0.0001), "拆分权重", null),
  "basic.inclusion.excludedTypes": defineParameter(
    z.array(schoolTypeSchema.extract(["teaching_point", "special", "vocational"])).readonly(),
    "办学类型",
    null,
  ),
  /** 举办者类型 codes whose schools count. */
  "basic.inclusion.owners": defineParameter(
    z.union([z.literal("all"), z.array(z.number().int().min(1).max(10)).min(1).readonly()]),
    "举办者类型",
    null,
  ),
  "basic.inclusion.campuses": defineParameter(z.enum(["merged", "separate"]), "口径", null),
  /** Schools of which a grade that they should teach has no pupils (年级不全). */
  "basic.inclusion.partialSchools": defineParameter(z.enum(["counted", "excluded"]), "口径", null),
  /** Whether 教学及辅助用房 keeps the gym, which 体育运动场馆 counts too. */
  "basic.gymInTeachingArea": defineParameter(z.enum(["kept", "subtracted"]), "口径", null),
  "basic.rounding.cvDecimals": defineParameter(z.number().int().min(0).max(6), "位小数", null),
  "basic.rounding.compare": defineParameter(z.enum(["unrounded", "displayed"]), "口径", null),
  /** 省定办学基本标准: "none" until a province gives its own, or one of the examples by its id. */
  "basic.standards.pack": defineParameter(z.union([z.enum(["none", ...examplePackIds]), standardsPackSchema]), "标准", null),
  "basic.standards.use": use(),
  /** 三个增长: how many years, counted back from the last, must each show growth. */
  "basic.growth.years": defineParameter(z.number().int().min(1).max(9), "年", "up"),
  "basic.growth.use": use(),
  "basic.vetoes": defineParameter(
    z
      .array(z.strictObject({ id: z.string().regex(/^[A-Z][0-9A-Z-]{0,11}$/u), title: text }))
      .max(30)
      .readonly(),
    "一票否决事项",
    "up",
  ),
  "basic.score.minimum": defineParameter(z.number().min(0).max(100), "分", "up"),
  "basic.satisfaction.minimum": defineParameter(z.number().min(0).max(1), "满意率", "up"),
  "basic.satisfaction.use": use(),
  /** 单价 of one base unit of each of the eight: m², m², yuan, computer, book, and three times a teacher's year. */
  "basic.prices": defineParameter(
    z.strictObject({ B1: price, B2: price, B3: price, B4: price, B5: price, B6: price, B7: price, B8: price }),
    "元",
    null,
  ),
} as const;

export type BasicSeries = SeriesOf<typeof basicParameters>;
export type BasicValues = ValuesOf<typeof basicParameters>;

const day = "2012-01-20";
const measure = "教督〔2012〕3号";
const at = (article: string): Reference => ({ document: measure, article });
const splitNote: Reference = { document: "测算均衡系数拆分公式", article: "一贯制学校、完全中学拆分" };
const form: Reference = { document: "全国义务教育发展基本均衡县（市、区）申报表", article: "填报说明" };
const guangxi: Reference = { document: "广西某县基本均衡汇报材料", article: "一票否决事项" };
const guangdong: Reference = { document: "广东省 2016 年基本均衡公示", article: "评估得分与满意度" };

/** Their values under the national measure. */
export const basicValues2012: BasicSeries = {
  "basic.composite.limit.primary": since(0.65, at("校际间均衡状况"), "certain", day),
  "basic.composite.limit.junior": since(0.55, at("校际间均衡状况"), "certain", day),
  "basic.split.primaryJunior": since({ primary: 1, junior: 1.1 }, splitNote, "certain", day),
  "basic.split.juniorSenior": since({ junior: 1, senior: 1.2 }, splitNote, "certain", day),
  "basic.split.allStages": since({ primary: 1, junior: 1.1, senior: 1.32 }, splitNote, "certain", day),
  "basic.split.kindergarten": since(0, ownReading, "inferred", day),
  "basic.inclusion.excludedTypes": since(["teaching_point", "special", "vocational"], form, "one-source", day),
  "basic.inclusion.owners": since([7, 8], form, "one-source", day),
  "basic.inclusion.campuses": since("merged", ownReading, "inferred", day),
  "basic.inclusion.partialSchools": since("counted", ownReading, "inferred", day),
  "basic.gymInTeachingArea": since("kept", ownReading, "inferred", day),
  "basic.rounding.cvDecimals": since(3, form, "one-source", day),
  "basic.rounding.compare": since("unrounded", ownReading, "inferred", day),
  "basic.standards.pack": since("none", at("入门条件"), "certain", day),
  "basic.standards.use": since("judged", at("入门条件"), "certain", day),
  "basic.growth.years": since(2, ownReading, "inferred", day),
  "basic.growth.use": since("judged", at("县级人民政府推进工作"), "certain", day),
  "basic.vetoes": since(
    [
      {
        id: "BV1",
        title: { "zh-CN": "改善薄弱学校项目建设滞后", en: "Works on weak schools are behind schedule" },
      },
      {
        id: "BV2",
        title: { "zh-CN": "三类残疾儿童少年入学率不达标", en: "Enrolment of disabled children falls short" },
      },
      { id: "BV3", title: { "zh-CN": "教育经费“三个增长”未落实", en: "The three growths of school finance are not delivered" } },
      { id: "BV4", title: { "zh-CN": "发生重大安全事故", en: "A major safety accident has happened" } },
    ],
    guangxi,
    "one-source",
    day,
  ),
  "basic.score.minimum": since(85, guangdong, "one-source", day),
  "basic.satisfaction.minimum": since(0.85, guangdong, "one-source", day),
  "basic.satisfaction.use": since("shown", at("公众满意度"), "certain", day),
  "basic.prices": since({ B1: 4500, B2: 600, B3: 1, B4: 4000, B5: 25, B6: 110_000, B7: 110_000, B8: 110_000 }, ownReading, "inferred", day),
};
