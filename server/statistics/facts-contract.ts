import { z } from "zod";
import { declarationItemSchema, monitoringResultSchema } from "./declarations-contract";
import { type CountyFactKey, gradeLevels, lineageEvents } from "./fact-kinds";
import { reportedFiguresSchema } from "./reported-contract";

export { type DeclarationItem, declarationItemSchema } from "./declarations-contract";
export {
  type CountyFactKey,
  classSizeBands,
  countyFactKeys,
  declarationItems,
  gradeLevels,
  lineageEvents,
  monitoredSubjects,
} from "./fact-kinds";

/**
 * What the fifteen government, nine quality and one recognition indicators, the reliefs and basic
 * balance need beyond the resource figures. Everything may be unreported: `null` is missing, never
 * zero and never "no".
 */

const count = z.number().int().min(0).max(10_000_000).nullable();
const amount = z.number().min(0).max(1e12).nullable();
const flag = z.boolean().nullable();

/** A group whose every member defaults to "not reported", and which may be left out whole. */
const group = <S extends z.ZodRawShape>(shape: S) => z.strictObject(shape).prefault({} as z.input<z.ZodObject<S>>);
const countField = (text: string) => count.default(null).describe(text);
const amountField = (text: string) => amount.default(null).describe(text);
const flagField = (text: string) => flag.default(null).describe(text);

const bands = z.tuple([count, count, count, count, count, count, count, count, count, count]);
export type ClassSizes = z.infer<typeof bands>;

export const conditionsSchema = group({
  builtBy2010: flagField("2010年及之前规划并建成 planned and built by 2010"),
  builtBy2016: flagField("2016年及之前规划并建成 planned and built by 2016"),
  denseCentre: flagField("人口密度过高的大城市中心城区学校 school in an over-dense city centre"),
  everyClassUnder30: flagField("最大班额低于30人 every class has fewer than 30 pupils"),
  boarding: flagField("寄宿制学校 boarding school"),
});

export const enrolmentSchema = group({
  migrantWorkerChildren: countField("进城务工人员随迁子女在校生 children of migrant workers, persons"),
  inZonePrimary: countField("家庭住址在划片范围内的小学在校生 primary pupils living inside the zone, persons"),
  inZoneJunior: countField("家庭住址在划片范围内的初中在校生 junior pupils living inside the zone, persons"),
  entrantsPrimary: countField("小学一年级新生 primary pupils newly admitted this year, persons"),
  entrantsJunior: countField("初中一年级新生 junior pupils newly admitted this year, persons"),
  entrantsInZonePrimary: countField("其中家庭住址在划片范围内的小学新生 of them living inside the zone, primary, persons"),
  kindergarten: countField("附设幼儿班在园幼儿 children of attached kindergarten classes, persons"),
  entrantsInZoneJunior: countField("其中家庭住址在划片范围内的初中新生 of them living inside the zone, junior, persons"),
});

/** 初中三年巩固率 inputs, for the year that graduates. */
export const retentionSchema = group({
  graduates: countField("本届毕业学生 graduates, persons"),
  entrants: countField("毕业年级初一时在校学生 pupils of that year when in grade 7, persons"),
  transferredIn: countField("三年转入 transferred in during the three years, persons"),
  transferredOut: countField("三年转出 transferred out, persons"),
  died: countField("三年死亡 died, persons"),
});

export const classSizesSchema = group({
  primary: bands.nullable().default(null).describe("小学班额分段班数 primary classes by size band (1–25, 26–30, … 61–65, 66 and more)"),
  junior: bands.nullable().default(null).describe("初中班额分段班数 junior classes by size band"),
  unsplit: bands.nullable().default(null).describe("全校班额分段班数 classes by size band where the return does not tell the stages apart"),
});

export const staffSchema = group({
  total: countField("教职工总数 all staff, persons"),
  primaryTotal: countField("小学教职工 staff of the primary stage, persons"),
  juniorTotal: countField("初中教职工 staff of the junior stage, persons"),
  certified: countField("持有教师资格证的专任教师 full-time teachers with a certificate, persons"),
  trained360: countField("近5年培训满360学时专任教师 full-time teachers with 360 training hours in five years, persons"),
  underFiveYears: countField("任教不满5年的专任教师 full-time teachers in post for less than five years, persons"),
  posts: countField("核定教职工编制数 approved established posts"),
  postsFilled: countField("在编教职工 staff who hold an established post, persons"),
  outsidePosts: countField("编外聘用教师 teachers employed without an established post, persons"),
  visitingPhysicalEducation: countField("体育交流轮岗、兼职、走教教师 visiting PE teachers, persons"),
  visitingMusic: countField("音乐交流轮岗、兼职、走教教师 visiting music teachers, persons"),
  visitingArt: countField("美术交流轮岗、兼职、走教教师 visiting fine-art teachers, persons"),
  visitingIntegratedArts: countField("艺术交流轮岗、兼职、走教教师 visiting teachers of integrated arts, persons"),
});

/** Figures of a mixed-stage school whose return does not tell the stages apart. */
export const unsplitTeachersSchema = group({
  fullTime: countField("专任教师总数 full-time teachers of all stages, persons"),
  backbone: countField("县级及以上骨干教师 backbone teachers of all stages, persons"),
  physicalEducation: countField("体育专任教师 PE teachers of all stages, persons"),
  music: countField("音乐专任教师 music teachers of all stages, persons"),
  art: countField("美术专任教师 fine-art teachers of all stages, persons"),
  integratedArts: countField("艺术专任教师 teachers of integrated arts of all stages, persons"),
});

/** 音乐、美术专用教室 by area: each band starts where a demand of the rules does. */
export const specialRoomsSchema = group({
  music96: countField("单间面积≥96㎡的音乐教室 music rooms of 96 m² or more"),
  music73: countField("73㎡≤单间面积<96㎡的音乐教室 music rooms of 73 to under 96 m²"),
  music61: countField("61㎡≤单间面积<73㎡的音乐教室 music rooms of 61 to under 73 m²"),
  music54: countField("54㎡≤单间面积<61㎡的音乐教室 music rooms of 54 to under 61 m²"),
  art90: countField("单间面积≥90㎡的美术教室 art rooms of 90 m² or more"),
  art67: countField("67㎡≤单间面积<90㎡的美术教室 art rooms of 67 to under 90 m²"),
  art61: countField("61㎡≤单间面积<67㎡的美术教室 art rooms of 61 to under 67 m²"),
  art54: countField("54㎡≤单间面积<61㎡的美术教室 art rooms of 54 to under 61 m²"),
});

/** Sports space that counts under the relief for dense city centres only. */
export const reliefSportsSchema = group({
  convertedAreaM2: amountField("校内其他专用运动场地面积(地下、楼顶等改造) converted on-site sports space, m²"),
  leasedAreaM2: amountField("就近便利到达的校外租赁体育场馆面积 leased off-site venue, m²"),
});

/** 上一年度经费, fiscal year. */
export const moneySchema = group({
  publicFundsBudgetWan: amountField("公用经费预算总额 public funds, budget, 万元"),
  publicFundsActualWan: amountField("公用经费决算总额 public funds, final account, 万元"),
  trainingBudgetWan: amountField("教师培训经费预算总额 teacher training, budget, 万元"),
  trainingActualWan: amountField("教师培训经费决算总额 teacher training, final account, 万元"),
});

/** School-by-school findings (学校自评). */
export const schoolQualitySchema = group({
  charter: flagField("制定学校章程 has a charter"),
  informatised: flagField("管理与教学信息化 management and teaching are informatised"),
  moralEducation: z
    .enum(gradeLevels)
    .nullable()
    .default(null)
    .describe("德育工作、校园文化建设水平 moral education and campus culture, graded"),
});

/** 基本均衡 figures (教督〔2012〕3号) that the resource indicators do not use. */
export const basicFiguresSchema = group({
  computers: countField("计算机台数 computers"),
  books: countField("图书册数 books"),
  midTitlePrimary: countField("小学中级及以上专业技术职务教师 primary teachers with a middle or higher title, persons"),
  midTitleJunior: countField("初中中级及以上专业技术职务教师 junior teachers with a middle or higher title, persons"),
});

/** Totals of a return that gives no grades. They stand in for grades only where none is reported. */
export const stageTotalsSchema = group({
  pupilsPrimary: countField("小学在校生合计(未分年级) primary pupils where no grades are reported, persons"),
  pupilsJunior: countField("初中在校生合计(未分年级) junior pupils where no grades are reported, persons"),
  classesPrimary: countField("小学班级合计(未分年级) primary classes where no grades are reported"),
  classesJunior: countField("初中班级合计(未分年级) junior classes where no grades are reported"),
  classesUnsplit: countField("全校班级合计(未分学段) classes of all stages where the return does not tell them apart"),
});

/** 学校沿革: where this school comes from, so that history and "built before" survive a new code. */
export const lineageEntrySchema = z.strictObject({
  year: z.number().int().min(1990).max(2100).describe("发生年份 statistics year from which it holds"),
  event: z.enum(lineageEvents).describe("事项: 更名(换码)、合并、拆分、变更类型、改为校区"),
  fromCode: z
    .string()
    .regex(/^[0-9A-Za-z]{4,20}$/)
    .describe("原学校标识码 code of the school before"),
});
export type LineageEntry = z.infer<typeof lineageEntrySchema>;

/** Shape to spread into the school schema. */
export const furtherSchoolShape = {
  conditions: conditionsSchema.describe("条件标志 conditions that reliefs ask for"),
  enrolment: enrolmentSchema.describe("随迁与划片 migrant children and zoning"),
  retention: retentionSchema.describe("巩固率 retention"),
  classSizes: classSizesSchema.describe("班额 class sizes"),
  staff: staffSchema.describe("教职工 staff"),
  unsplitTeachers: unsplitTeachersSchema.describe("未分学段的专任教师 teachers not told apart by stage"),
  specialRooms: specialRoomsSchema.describe("音乐、美术专用教室面积 music and art rooms by area"),
  reliefSports: reliefSportsSchema.describe("仅放宽条款计入的运动场地 sports space under the relief only"),
  money: moneySchema.describe("上一年度经费 money of the fiscal year"),
  quality: schoolQualitySchema.describe("学校自评 findings of the school"),
  basic: basicFiguresSchema.describe("基本均衡指标 figures of basic balance"),
  totals: stageTotalsSchema.describe("未分年级的合计 totals without grades"),
  lineage: z.array(lineageEntrySchema).max(30).default([]).describe("沿革 lineage, oldest first"),
} as const;

/** 县级填报 figures of the county. */
export const countyFactsSchema = group({
  publicFundsPrimaryYuan: amountField("规定的小学生均公用经费标准 public funds per primary pupil, yuan"),
  publicFundsJuniorYuan: amountField("规定的初中生均公用经费标准 public funds per junior pupil, yuan"),
  specialFundsYuan: amountField("特殊教育公用经费总额 public funds of special education, yuan"),
  specialPupils: countField("特殊教育学生 pupils of special education, persons"),
  teacherPayWan: amountField("义务教育学校教师年平均工资收入(不含民办) average yearly pay of teachers, 万元"),
  civilServantPayWan: amountField("当地公务员年平均工资收入 average yearly pay of civil servants, 万元"),
  rotationEligible: countField("符合交流条件教师 teachers eligible for rotation, persons"),
  rotated: countField("上一年度实际交流轮岗教师 teachers rotated last year, persons"),
  rotatedBackbone: countField("其中骨干教师 backbone teachers among them, persons"),
  seniorPlaces: countField("优质高中招生计划 places of good senior highs"),
  quotaPlaces: countField("分配到校指标 quota places among them"),
  quotaRural: countField("分配到农村初中的指标 quota places for rural junior schools"),
  migrantEligible: countField("符合条件的随迁子女 eligible migrant children, persons"),
  migrantPublic: countField("在公办学校就读 of them in public schools, persons"),
  migrantPurchased: countField("在政府购买服务的民办学校就读 of them in purchased private places, persons"),
  disabledChildren: countField("适龄残疾儿童少年 disabled children of school age, persons"),
  disabledEnrolled: countField("入学残疾儿童少年 enrolled, persons"),
  disabledInSpecialSchools: countField("其中在特殊教育学校就读 of them in special schools, persons"),
  basicRecognitionYear: z
    .number()
    .int()
    .min(1990)
    .max(2100)
    .nullable()
    .default(null)
    .describe("通过国家义务教育基本均衡认定的年份 year of national recognition of basic balance"),
  populationWan: amountField("常住人口 resident population, 万人"),
  ruralPopulationWan: amountField("农业人口 rural population, 万人"),
  townships: countField("乡镇数 townships"),
  villages: countField("行政村数 villages"),
  gdpPerHeadYuan: amountField("年人均国内生产总值 GDP per head, yuan"),
  revenuePerHeadYuan: amountField("年人均地方财政收入 local revenue per head, yuan"),
  ruralIncomeYuan: amountField("农民年人均纯收入 rural income per head, yuan"),
  urbanIncomeYuan: amountField("城镇居民年人均可支配收入 urban income per head, yuan"),
} satisfies Readonly<Record<CountyFactKey, z.ZodType>>);
export type CountyFacts = z.output<typeof countyFactsSchema>;

const surveyGroup = z
  .strictObject({
    sent: countField("问卷总数 questionnaires"),
    valid: countField("回收有效问卷 valid ones"),
    satisfied: countField("满意问卷 satisfied among the valid"),
    visited: countField("实地走访人数 persons visited"),
    visitedSatisfied: countField("走访满意人数 satisfied among them"),
  })
  .prefault({});

/** 基本均衡 三个增长, one fiscal year. */
export const growthYearSchema = z.strictObject({
  fiscalYear: z.number().int().min(1990).max(2100),
  appropriationWan: amountField("义务教育财政拨款 compulsory-education appropriation, 万元"),
  recurrentRevenueWan: amountField("财政经常性收入 recurrent revenue, 万元"),
  expenditurePrimaryYuan: amountField("小学生均教育事业费 expenditure per primary pupil, yuan"),
  expenditureJuniorYuan: amountField("初中生均教育事业费 expenditure per junior pupil, yuan"),
  publicFundsPrimaryYuan: amountField("小学生均公用经费 public funds per primary pupil, yuan"),
  publicFundsJuniorYuan: amountField("初中生均公用经费 public funds per junior pupil, yuan"),
  teacherPayPrimaryWan: amountField("小学教师人均年工资 pay per primary teacher, 万元"),
  teacherPayJuniorWan: amountField("初中教师人均年工资 pay per junior teacher, 万元"),
});

/** Shape to spread into the county schema. */
export const furtherCountyShape = {
  facts: countyFactsSchema.describe("县级填报 county figures"),
  declarations: z
    .partialRecord(declarationItemSchema, z.boolean())
    .default({})
    .describe("申明: item → fulfilled; an item left out is not declared, which is no pass"),
  vetoes: z
    .record(z.string().regex(/^[A-Z][0-9A-Z-]{0,11}$/u), z.boolean())
    .default({})
    .describe("一票否决事项 veto id → true when it has happened; an id left out is not declared"),
  monitoring: z.array(monitoringResultSchema).max(20).default([]).describe("质量监测 monitoring results"),
  survey: z.strictObject({ all: surveyGroup, parents: surveyGroup }).prefault({}).describe("社会认可度调查 social recognition survey"),
  growth: z.array(growthYearSchema).max(10).default([]).describe("三个增长 finance of the last fiscal years, oldest first"),
  basicScore: z
    .strictObject({
      government: z
        .number()
        .min(0)
        .max(100)
        .nullable()
        .default(null)
        .describe("县级政府工作得分 score of the county government's work, points of 100"),
      satisfaction: z.number().min(0).max(1).nullable().default(null).describe("公众满意度 public satisfaction, share"),
    })
    .prefault({})
    .describe("基本均衡 score and satisfaction"),
  reported: reportedFiguresSchema.describe("自报数 totals that the county states of itself; checked, never judged"),
} as const;

const furtherSchoolSchema = z.strictObject(furtherSchoolShape);
const furtherCountySchema = z.strictObject(furtherCountyShape);
export type FurtherSchoolFacts = z.output<typeof furtherSchoolSchema>;
export type FurtherCountyFacts = z.output<typeof furtherCountySchema>;

/** A school of which none of these facts is reported. */
export const unreportedSchool = (): FurtherSchoolFacts => furtherSchoolSchema.parse({});
/** A county of which none of these facts is reported. */
export const unreportedCounty = (): FurtherCountyFacts => furtherCountySchema.parse({});
