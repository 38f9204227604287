/** Parameters of basic balance (教督〔2012〕3号) and their values in words. */
export const basicParam = {
  composite: { limit: { primary: "综合差异系数上限 · 小学", junior: "综合差异系数上限 · 初中" } },
  split: {
    primaryJunior: "拆分权重 · 九年一贯制学校",
    juniorSenior: "拆分权重 · 完全中学",
    allStages: "拆分权重 · 十二年一贯制学校",
    kindergarten: "附设幼儿班在拆分中的权重（0 为不计）",
  },
  inclusion: {
    excludedTypes: "不参加评定的学校类型",
    owners: "参加评定的举办者类型",
    campuses: "不计校数的校区",
    partialSchools: "年级不全的学校",
  },
  gymInTeachingArea: "教学及辅助用房是否含体育馆",
  rounding: { cvDecimals: "差异系数小数位数", compare: "舍入前还是舍入后比较" },
  standards: { pack: "省定办学基本标准", use: "办学基本标准是否参与评定" },
  growth: { years: "三个增长须逐年达到的年数", use: "三个增长是否参与评定" },
  vetoes: "一票否决事项",
  score: { minimum: "政府推进工作得分下限" },
  satisfaction: { minimum: "公众满意度下限", use: "公众满意度是否参与评定" },
  prices: "每单位资源的单价",
} as const;

export const basicValue = {
  judged: "参与评定",
  shown: "只列示",
  kept: "包含",
  subtracted: "减去",
  none: "未设定",
  teaching_point: "教学点",
} as const;
