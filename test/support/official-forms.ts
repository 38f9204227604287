import ExcelJS from "exceljs";

/** The official layouts, restated: items in the order, wording and units of the forms that counties hand in. */

type Line = readonly [category: string, item: string, unit: string];

const bandItems: readonly Line[] = [
  "25人以下",
  "26-30人",
  "31-35人",
  "36-40人",
  "41-45人",
  "46-50人",
  "51-55人",
  "56-60人",
  "61-65人",
  "66人以上",
].map((band) => ["班级信息", `每班${band}班级个数`, "个"]);

export const schoolReturnLines: readonly Line[] = [
  ["基本信息", "学校名称", ""],
  ["基本信息", "学校类型", "小学/初中/九年一贯制/十二年一贯制/完全中学"],
  ["基本信息", "学校代码", ""],
  ["基本信息", "建校时间", "年"],
  ["基本信息", "是否2010年及之前规划并建成", "是/否"],
  ["基本信息", "是否2016年及之前规划并建成", "是/否"],
  ["基本信息", "是否人口密度过高的大城市中心城区学校", "是/否"],
  ["基本信息", "是否50人及以上但不足100人的乡村小规模学校和教学点", "是/否"],
  ["基本信息", "是否最大班额低于30人的农村小规模学校", "是/否"],
  ["学生信息", "小学学生人数", "人"],
  ["学生信息", "初中学生人数", "人"],
  ["学生信息", "进城务工人员随迁子女在校生人数", "人"],
  ["学生信息", "家庭住址在划片范围内的在校学生人数（小学）", "人"],
  ["学生信息", "家庭住址在划片范围内的在校学生人数（初中）", "人"],
  ["班级信息", "班级总数", "个"],
  ...bandItems,
  ["教师学历信息", "专任教师总人数", "人"],
  ["教师学历信息", "专科学历教师人数（小学）", "人"],
  ["教师学历信息", "本科学历教师人数（小学）", "人"],
  ["教师学历信息", "本科学历教师人数（初中）", "人"],
  ["教师学历信息", "硕士学历教师人数（小学）", "人"],
  ["教师学历信息", "硕士学历教师人数（初中）", "人"],
  ["教师学历信息", "博士研究生学历教师人数（小学）", "人"],
  ["教师学历信息", "博士研究生学历教师人数（初中）", "人"],
  ["教师学历信息", "县级及以上骨干教师数", "人"],
  ["教师学历信息", "持有教师资格证的专任教师人数", "人"],
  ["教师学历信息", "近5年培训满360学时专任教师人数", "人"],
  ["体育艺术教师", "体育专任教师人数", "人"],
  ["体育艺术教师", "音乐专任教师人数", "人"],
  ["体育艺术教师", "美术专任教师人数", "人"],
  ["体育艺术教师", "艺术专任教师人数", "人"],
  ["体育艺术教师", "体育交流轮岗/兼职/走教教师人数", "人"],
  ["教学用房面积", "教学及辅助用房总面积", "平方米"],
  ["教学用房面积", "室内体育用房面积", "平方米"],
  ["体育场馆面积", "学校体育馆面积", "平方米"],
  ["体育场馆面积", "校内体育场面积", "平方米"],
  ["体育场馆面积", "校外租赁场馆面积", "平方米"],
  ["体育场馆面积", "校内其他体育场面积", "平方米"],
  ["教学设备", "教学仪器设备资产值（账面原值）", "万元"],
  ["教学设备", "网络多媒体教室间数", "间"],
  ["音乐美术教室", "音乐教室总间数", "间"],
  ["音乐美术教室", "单间面积≥96㎡的音乐教室间数", "间"],
  ["音乐美术教室", "73㎡≤单间面积＜96㎡的音乐教室间数", "间"],
  ["音乐美术教室", "61㎡≤单间面积＜73㎡的音乐教室间数", "间"],
  ["音乐美术教室", "美术教室总间数", "间"],
  ["音乐美术教室", "单间面积≥90㎡的美术教室间数", "间"],
  ["音乐美术教室", "67㎡≤单间面积＜90㎡的美术教室间数", "间"],
  ["音乐美术教室", "61㎡≤单间面积＜67㎡的美术教室间数", "间"],
  ["经费信息", "上一年度公用经费预算总额", "万元"],
  ["经费信息", "上一年度公用经费决算总额", "万元"],
  ["经费信息", "上一年度教师培训经费预算总额", "万元"],
  ["巩固率数据", "本届毕业学生人数", "人"],
  ["巩固率数据", "毕业年级初一时在校学生数", "人"],
  ["巩固率数据", "毕业年级三年转入学生数", "人"],
  ["巩固率数据", "毕业年级三年转出学生数", "人"],
  ["巩固率数据", "毕业年级三年死亡学生数", "人"],
];

/** The same questions as a later year's form words them. */
export const laterWording: Readonly<Record<string, string>> = {
  建校时间: "建校年份",
  教学及辅助用房总面积: "教学及辅助用房总面积",
  校内体育场面积: "运动场地面积",
  校外租赁场馆面积: "就近便利到达的校外周边体育场馆面积",
  校内其他体育场面积: "校内其他专用运动场地面积",
  县级及以上骨干教师数: "县级及以上骨干教师人数",
  "体育交流轮岗/兼职/走教教师人数": "体育到校交流轮岗&兼职&走教，教师人数",
  上一年度公用经费决算总额: "上年度公用经费决算总额",
  本届毕业学生人数: "毕业学生人数",
  毕业年级初一时在校学生数: "毕业年级三年前初一时在校学生人数",
  毕业年级三年转入学生数: "毕业年级三年转入学生人数",
};

export const countyReturnLines: readonly Line[] = [
  ["基本信息", "区县名称", ""],
  ["基本信息", "区县代码", ""],
  ["基本信息", "填报年度", ""],
  ["经费标准", "规定的小学生均公用经费标准", "元"],
  ["经费标准", "规定的初中生均公用经费标准", "元"],
  ["经费标准", "特殊教育学校经费总额", "元"],
  ["经费标准", "特殊教育学校学生人数", "人"],
  ["工资收入", "上年度义务教育学校教师年平均工资收入水平（不含民办学校）", "万元"],
  ["工资收入", "当地公务员年平均工资收入", "万元"],
  ["教师交流轮岗", "符合交流条件教师总数", "人"],
  ["教师交流轮岗", "实际交流轮岗教师数", "人"],
  ["教师交流轮岗", "实际交流骨干教师数量", "人"],
  ["优质高中招生", "优质高中招生计划总人数", "人"],
  ["优质高中招生", "优质高中招生分配指标数", "人"],
  ["优质高中招生", "向农村学校分配指标数", "人"],
  ["随迁子女", "符合条件的随迁子女总人数", "人"],
  ["随迁子女", "在县域内公办学校就读的随迁子女人数", "人"],
  ["随迁子女", "在政府购买服务的民办学校就读随迁子女人数", "人"],
  ["残疾儿童入学", "适龄残疾儿童少年总数", "人"],
  ["残疾儿童入学", "适龄残疾儿童少年入学总人数", "人"],
];

export type Answers = Readonly<Record<string, string | number | null>>;

/** A primary school as a return states it. */
export const primaryAnswers: Answers = {
  学校名称: "城关一小",
  学校类型: "小学",
  学校代码: "3210000001",
  建校时间: 1998,
  是否2010年及之前规划并建成: "是",
  是否人口密度过高的大城市中心城区学校: "否",
  小学学生人数: 480,
  初中学生人数: 0,
  "家庭住址在划片范围内的在校学生人数（小学）": 470,
  班级总数: 12,
  "每班36-40人班级个数": 12,
  专任教师总人数: 30,
  "专科学历教师人数（小学）": 8,
  "本科学历教师人数（小学）": 18,
  "硕士学历教师人数（小学）": 1,
  "博士研究生学历教师人数（小学）": 0,
  县级及以上骨干教师数: 6,
  持有教师资格证的专任教师人数: 30,
  体育专任教师人数: 2,
  音乐专任教师人数: 1,
  美术专任教师人数: 1,
  艺术专任教师人数: 1,
  教学及辅助用房总面积: 2600,
  室内体育用房面积: 300,
  学校体育馆面积: 300,
  校内体育场面积: 4000,
  "教学仪器设备资产值（账面原值）": 120.5,
  网络多媒体教室间数: 14,
  音乐教室总间数: 1,
  "单间面积≥96㎡的音乐教室间数": 1,
  上一年度公用经费预算总额: 55.2,
};

/** A nine-year school: teachers and classes of both stages in one number. */
export const nineYearAnswers: Answers = {
  ...primaryAnswers,
  学校名称: "东乡九年制学校",
  学校类型: "九年一贯制",
  学校代码: "3210000002",
  小学学生人数: 300,
  初中学生人数: 180,
  "家庭住址在划片范围内的在校学生人数（小学）": 290,
  "家庭住址在划片范围内的在校学生人数（初中）": 175,
  "专科学历教师人数（小学）": 5,
  "本科学历教师人数（小学）": 12,
  "本科学历教师人数（初中）": 11,
  "硕士学历教师人数（初中）": 1,
  "博士研究生学历教师人数（初中）": 0,
};

export const countyAnswers: Answers = {
  区县名称: "甲一县",
  区县代码: "910121",
  填报年度: 2026,
  规定的小学生均公用经费标准: 1150,
  "上年度义务教育学校教师年平均工资收入水平（不含民办学校）": 9.2,
  符合交流条件教师总数: 40,
  实际交流轮岗教师数: 6,
};

interface FormOptions {
  readonly sheet?: string;
  /** Other words for items. */
  readonly wording?: Readonly<Record<string, string>>;
  /** Other units for items; the answers are written as given. */
  readonly units?: Readonly<Record<string, string>>;
  /** Order of the columns, by heading. */
  readonly columns?: readonly string[];
}

const headings = ["序号", "类别", "填报项目", "单位", "填报值", "是否必填", "备注说明"];

/** An official form filled in, with its sheet of notes. */
export const officialForm = async (
  lines: readonly Line[],
  answers: Answers,
  { sheet = "学校填报数据", wording = {}, units = {}, columns = headings }: FormOptions = {},
): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  const form = workbook.addWorksheet(sheet);
  form.addRow(columns);
  for (const [index, [category, item, unit]] of lines.entries()) {
    const cells: Readonly<Record<string, string | number | null>> = {
      序号: index + 1,
      类别: category,
      填报项目: wording[item] ?? item,
      单位: units[item] ?? unit,
      填报值: answers[item] ?? null,
      是否必填: "是",
    };
    form.addRow(columns.map((heading) => cells[heading] ?? null));
  }
  workbook.addWorksheet("指标计算说明").addRow(["指标名称", "计算公式", "达标标准"]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};

export const schoolReturn = (answers: Answers, options: FormOptions = {}): Promise<Uint8Array> =>
  officialForm(schoolReturnLines, answers, options);
export const countyReturn = (answers: Answers): Promise<Uint8Array> => officialForm(countyReturnLines, answers, { sheet: "区县填报数据" });

/** What no return asks: a list of schools as CSV. */
export const schoolListCsv = `学校标识码,学校名称,办学类型,举办者类型,所在乡镇(街道),城乡类型
3210000001,城关一小,小学,7,城关镇,镇区
3210000002,东乡九年制学校,九年一贯制学校,7 县级教育部门,东乡,210
`;

/** An export of the education statistics: headings in three rows with merged cells, one row a school. */
export const statisticsExport = async (stage: "小学" | "初中", rows: readonly (readonly (string | number)[])[]): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("导出");
  sheet.addRow([`${stage}学校基本情况`]);
  sheet.addRow([
    "学校名称",
    "学校标识码",
    "统计三级",
    "办学类型",
    "是否计校数",
    "城乡类型代码",
    "举办者",
    "所在乡镇",
    "在校生数",
    "",
    "",
    "专任教师数",
    "",
    "",
  ]);
  sheet.addRow(["", "", "", "", "", "", "", "", "合计", "其中", "", "合计", "学历", ""]);
  sheet.addRow(["", "", "", "", "", "", "", "", "", "女", "寄宿生", "", "本科", "专科"]);
  sheet.mergeCells("I2:K2");
  sheet.mergeCells("L2:N2");
  sheet.mergeCells("J3:K3");
  sheet.mergeCells("M3:N3");
  for (const column of ["A", "B", "C", "D", "E", "F", "G", "H"]) sheet.mergeCells(`${column}2:${column}4`);
  for (const row of rows) sheet.addRow([...row]);
  sheet.addRow(["合计", "", "", "", "", "", "", "", 1, 1, 1, 1, 1, 1]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};
