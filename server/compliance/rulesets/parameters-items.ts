import { localitySchema } from "@server/statistics/contract";
import { gradeLevels, monitoredSubjects } from "@server/statistics/facts-contract";
import { z } from "zod";
import { type Certainty, type DatedSeries, defineParameter, ownReading, type Reference, type SeriesOf, since } from "./parameter";

/** Parameters of the government, quality and recognition items, the vetoes and eligibility. */

const share = z.number().positive().max(1);
const minimumShare = () => defineParameter(share, "比例", "up");
const area = () => defineParameter(z.number().positive().max(10_000), "㎡", "up");
const people = z.number().int().min(1).max(100_000);
const most = (unit: string) => defineParameter(people, unit, "down");
const reading = <const T extends readonly [string, ...string[]]>(values: T) => defineParameter(z.enum(values), "口径", null);
const yuan = () => defineParameter(z.number().min(0).max(1e7), "元/生", "up");
const builtBy = () => defineParameter(z.number().int().min(1900).max(2100), "年", "down");
const on = () => defineParameter(z.boolean(), "启用", "down");

export const itemParameters = {
  /** 生均公用经费基准定额 not below that of a higher level; 0: nothing asked. */
  "G2.publicFundsFloor.primary": yuan(),
  "G2.publicFundsFloor.junior": yuan(),

  /** 每12个班级配备音乐、美术专用教室各1间. */
  "G3.classesPerRoom": defineParameter(z.number().int().min(1).max(100), "班/间", "down"),
  "G3.area.music": area(),
  "G3.area.art": area(),
  /** Rooms of a mixed-stage school: each stage's need against the same rooms, the needs added, or one need for all classes. */
  "G3.mixedStages": reading(["shared", "added", "all_classes"]),
  "relief.G3.oldBuilding.on": on(),
  "relief.G3.oldBuilding.builtBy": builtBy(),
  "relief.G3.oldBuilding.area.music": area(),
  "relief.G3.oldBuilding.area.art": area(),
  "relief.G3.smallRural.on": on(),
  "relief.G3.smallRural.localities": defineParameter(z.array(localitySchema).min(1).readonly(), "城乡类型", "down"),
  /** 最大班额低于. */
  "relief.G3.smallRural.classBelow": most("人"),
  /** Pupils of a school that still counts as small; 0: no limit. */
  "relief.G3.smallRural.maximumPupils": defineParameter(z.number().int().min(0).max(100_000), "人", null),
  "relief.G3.smallRural.primary.music": area(),
  "relief.G3.smallRural.primary.art": area(),
  "relief.G3.smallRural.junior.music": area(),
  "relief.G3.smallRural.junior.art": area(),

  /** 学校规模. */
  "G4.limit.primary": most("人"),
  "G4.limit.junior": most("人"),
  "G4.limit.mixed": most("人"),
  "relief.G4.on": on(),
  "relief.G4.builtBy": builtBy(),
  /** 进城务工人员随迁子女占比超过. */
  "relief.G4.migrantShare": defineParameter(z.number().min(0).max(1), "比例", "up"),
  "relief.G4.limit.primary": most("人"),
  "relief.G4.limit.junior": most("人"),
  "relief.G4.limit.nineYear": most("人"),
  "relief.G4.limit.twelveYear": most("人"),

  /** 班额. */
  "G5.cap.primary": most("人"),
  "G5.cap.junior": most("人"),

  /** 不足100人的规模较小学校. */
  "G6.pupils": defineParameter(people, "人", "up"),
  "G6.scope": reading(["rural_and_points", "all_small"]),
  "G6.method": reading(["for_full_number", "per_pupil"]),

  "G7.perPupil": yuan(),
  /** Teachers' pay as a share of civil servants' pay. */
  "G8.payRatio": defineParameter(z.number().positive().max(10), "倍", "up"),
  "G9.trainedShare": minimumShare(),
  /** 任教不满5年的教师: counted like all others, or exempt. */
  "G9.newTeachers": reading(["counted", "exempt"]),
  /** 符合交流条件教师: as the county counts them by its own conditions (age, years at the school), or all teachers of public schools. */
  "G11.eligible": reading(["reported", "public_teachers"]),
  "G11.rotatedShare": minimumShare(),
  "G11.backboneShare": minimumShare(),
  "G12.certifiedShare": minimumShare(),
  "G13.inZoneShare.primary": minimumShare(),
  "G13.inZoneShare.junior": minimumShare(),
  /** All pupils, or those newly admitted. */
  "G13.base": reading(["all_pupils", "entrants"]),
  "G14.quotaShare": minimumShare(),
  "G15.placedShare": minimumShare(),

  "Q1.retentionShare": minimumShare(),
  "Q2.enrolledShare": minimumShare(),
  "Q4.trainingShare": minimumShare(),
  "Q4.account": reading(["budget", "budget_and_final"]),
  /** The worst grade that still passes. */
  "Q6.grade": defineParameter(z.enum(gradeLevels), "等级", null),
  "Q9.level": defineParameter(z.number().int().min(1).max(4), "级", "up"),
  /** 校际差异率低于 (strictly). */
  "Q9.differenceRate": defineParameter(z.number().positive().max(10), "差异率", "down"),
  /** The subjects that have results, or a fixed list of which none may be missing. */
  "Q9.subjects": defineParameter(z.union([z.literal("with_results"), z.array(z.enum(monitoredSubjects)).min(1).readonly()]), "科目", null),
  "X1.satisfiedShare": minimumShare(),

  /** 一票否决事项 of the document; what layers add comes on top. */
  vetoes: defineParameter(z.array(z.string().regex(/^V[0-9]{1,2}$/u)).readonly(), "事项", "up"),
  "eligibility.years": defineParameter(z.number().int().min(0).max(50), "年", "up"),

  /** 修约 of 表Ⅳ–Ⅵ: decimals of percentages, of all other figures. */
  "rounding.percentDecimals": defineParameter(z.number().int().min(0).max(6), "位小数", null),
  "rounding.figureDecimals": defineParameter(z.number().int().min(0).max(6), "位小数", null),
} as const;

const measure = "教督〔2017〕6号";
const procedure = "国教督办函〔2019〕30号";
const form: Reference = { document: "全国义务教育优质均衡发展县（市、区）申报表", article: "表Ⅳ–Ⅵ" };
const article7 = (number: string): Reference => ({ document: measure, article: `第七条第(${number})项` });
const article8 = (number: string): Reference => ({ document: measure, article: `第八条第(${number})项` });
const article9: Reference = { document: measure, article: "第九条" };
const vetoClause: Reference = { document: measure, article: "第十条" };
const eligibilityClause: Reference = { document: measure, article: "第五条" };
const reliefClause: Reference = { document: procedure, article: "过渡期放宽条款" };

const own = <T>(value: T): DatedSeries<T> => since<T>(value, ownReading, "inferred");
const relief = <T>(value: T, certainty: Certainty = "one-source"): DatedSeries<T> => since<T>(value, reliefClause, certainty);

/** Their values under the national measure (教督〔2017〕6号), which knows no relief. */
export const itemValues2017: SeriesOf<typeof itemParameters> = {
  "G2.publicFundsFloor.primary": own(0),
  "G2.publicFundsFloor.junior": own(0),

  "G3.classesPerRoom": since(12, article7("三")),
  "G3.area.music": since(96, article7("三")),
  "G3.area.art": since(90, article7("三")),
  "G3.mixedStages": own("shared"),
  "relief.G3.oldBuilding.on": own(false),
  "relief.G3.oldBuilding.builtBy": relief(2016),
  "relief.G3.oldBuilding.area.music": relief(73),
  "relief.G3.oldBuilding.area.art": relief(67),
  "relief.G3.smallRural.on": own(false),
  "relief.G3.smallRural.localities": relief(["rural"]),
  "relief.G3.smallRural.classBelow": relief(30),
  "relief.G3.smallRural.maximumPupils": own(0),
  "relief.G3.smallRural.primary.music": relief(54),
  "relief.G3.smallRural.primary.art": relief(54),
  "relief.G3.smallRural.junior.music": relief(61),
  "relief.G3.smallRural.junior.art": relief(61),

  "G4.limit.primary": since(2000, article7("四")),
  "G4.limit.junior": since(2000, article7("四")),
  "G4.limit.mixed": since(2500, article7("四")),
  "relief.G4.on": own(false),
  "relief.G4.builtBy": relief(2010),
  "relief.G4.migrantShare": relief(0.5),
  "relief.G4.limit.primary": relief(2400),
  "relief.G4.limit.junior": relief(2400),
  "relief.G4.limit.nineYear": relief(3000),
  "relief.G4.limit.twelveYear": own(2500),

  "G5.cap.primary": since(45, article7("五")),
  "G5.cap.junior": since(50, article7("五")),

  "G6.pupils": since(100, article7("六")),
  "G6.scope": own("rural_and_points"),
  "G6.method": own("for_full_number"),

  "G7.perPupil": since(6000, article7("七")),
  "G8.payRatio": since(1, article7("八")),
  "G9.trainedShare": since(1, article7("九")),
  "G9.newTeachers": own("counted"),
  "G11.eligible": own("reported"),
  "G11.rotatedShare": since(0.1, article7("十一")),
  "G11.backboneShare": since(0.2, article7("十一")),
  "G12.certifiedShare": since(1, article7("十二")),
  "G13.inZoneShare.primary": since(1, article7("十三")),
  "G13.inZoneShare.junior": since(0.95, article7("十三")),
  "G13.base": own("all_pupils"),
  "G14.quotaShare": since(0.5, article7("十四")),
  "G15.placedShare": since(0.85, article7("十五")),

  "Q1.retentionShare": since(0.95, article8("一")),
  "Q2.enrolledShare": since(0.95, article8("二")),
  "Q4.trainingShare": since(0.05, article8("四")),
  "Q4.account": own("budget"),
  "Q6.grade": since("good", article8("六")),
  "Q9.level": since(3, article8("九")),
  "Q9.differenceRate": since(0.15, article8("九")),
  "Q9.subjects": own("with_results"),
  "X1.satisfiedShare": since(0.85, article9),

  vetoes: since(["V1", "V2", "V3", "V4", "V5", "V6"], vetoClause),
  "eligibility.years": since(3, eligibilityClause),

  "rounding.percentDecimals": since(1, form, "one-source"),
  "rounding.figureDecimals": since(0, form, "one-source"),
};

/** The procedure is of 2019; its reliefs are taken as open-ended until a layer dates them. */
const procedureDay = "2019-01-01";
const reliefOn = (): DatedSeries<boolean> => [
  { value: false, source: ownReading, certainty: "inferred", validFrom: "2017-04-19", validTo: "2018-12-31" },
  { value: true, source: reliefClause, certainty: "one-source", validFrom: procedureDay, validTo: null },
];

/** What the procedure (国教督办函〔2019〕30号) and the form that goes with it change of them. */
export const itemValues2019: Partial<SeriesOf<typeof itemParameters>> = {
  "relief.G3.oldBuilding.on": reliefOn(),
  "relief.G3.smallRural.on": reliefOn(),
  "relief.G4.on": reliefOn(),
  /** V7 (规范治理校外培训、减轻课业负担不力) stands in the form in use since the double-reduction policy of July 2021. */
  vetoes: [
    {
      value: ["V1", "V2", "V3", "V4", "V5", "V6"],
      source: vetoClause,
      certainty: "certain",
      validFrom: "2017-04-19",
      validTo: "2021-07-23",
    },
    {
      value: ["V1", "V2", "V3", "V4", "V5", "V6", "V7"],
      source: { document: form.document, article: "一票否决" },
      certainty: "one-source",
      validFrom: "2021-07-24",
      validTo: null,
    },
  ],
};
