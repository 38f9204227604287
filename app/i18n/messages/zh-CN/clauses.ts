import { reliefNames } from "./relief-names";

/**
 * 政府保障程度 15 项、教育质量 9 项、社会认可度的文字。`sentence` 是表Ⅳ、Ⅴ、Ⅵ 的“指标值或简要结论”，
 * 空格填同名数值，`…Limit` 填该数值的限值。
 */
export default {
  G1: {
    short: "规划布局",
    name: "县域内义务教育学校规划布局合理，符合国家规定要求",
    sentence: "要求 {{statements}} 项，申明达到 {{statementsMet}} 项，未达到 {{statementsNotMet}} 项，未申明 {{statementsOpen}} 项。",
    formula: "由县级申明并附佐证",
  },
  G2: {
    short: "城乡标准统一",
    name: "城乡学校建设标准、教师编制标准、生均公用经费基准定额、基本装备配置标准统一",
    sentence: "要求 {{statements}} 项，申明达到 {{statementsMet}} 项，未达到 {{statementsNotMet}} 项，未申明 {{statementsOpen}} 项。",
    formula: "四项统一均由县级申明；上级另定经费基准定额时，本县定额不得低于它",
  },
  G3: {
    short: "音美教室",
    name: "每 12 个班级配备音乐、美术专用教室各 1 间以上，音乐教室每间不小于 96 ㎡，美术教室每间不小于 90 ㎡",
    sentence:
      "应评学校 {{schools}} 所，音乐、美术专用教室配齐 {{schoolsMet}} 所，未配齐 {{schoolsNotMet}} 所，无法评定 {{schoolsOpen}} 所。",
    formula:
      "应配间数 = 班级数 ÷ {{classesPerRoomLimit}}，向上取整；只计面积够大的教室（音乐 {{musicAreaLimit}} ㎡、美术 {{artAreaLimit}} ㎡）",
    change: "为 {{schools}} 所学校新增面积达标的音乐教室 {{music}} 间、美术教室 {{art}} 间",
  },
  G4: {
    short: "学校规模",
    name: "小学、初中规模不超过 2000 人，一贯制学校义务教育阶段不超过 2500 人",
    sentence:
      "超过 {{overPrimaryLimit}} 人的小学 {{overPrimary}} 所，初中 {{overJunior}} 所，超过 {{overMixedLimit}} 人的一贯制学校 {{overMixed}} 所。",
    formula: "参评学校在校生数 ≤ 规模上限（一贯制学校小学、初中合计）",
    change: "从 {{schools}} 所学校分流学生 {{pupils}} 名",
  },
  G5: {
    short: "班额",
    name: "小学、初中所有班级学生数分别不超过 45 人、50 人",
    sentence: "超过 {{overPrimaryLimit}} 人的小学班级 {{overPrimary}} 个，超过 {{overJuniorLimit}} 人的初中班级 {{overJunior}} 个。",
    note: "另有 {{overUnsplit}} 个超额班级未分学段填报。",
    formula: "班额分段中高于上限的班数 = 0",
    change: "化解超额班级 {{classes}} 个",
  },
  G6: {
    short: "小规模学校经费",
    name: "不足 100 人的规模较小学校按不低于 100 人核定公用经费",
    sentence: "不足 {{pupilsLimit}} 人的规模较小学校学生数 {{pupils}} 人，公用经费 {{fundsYuan}} 元。",
    formula: "学校公用经费预算 ≥ {{pupilsLimit}} 人 × 生均公用经费标准；全县合计 {{fundsYuan}} 元，应有 {{neededYuan}} 元",
    change: "为 {{schools}} 所学校追加公用经费 {{yuan}} 元",
  },
  G7: {
    short: "特教经费",
    name: "特殊教育学校生均公用经费达到规定标准",
    sentence: "特殊教育公用经费为 {{fundsYuan}} 元，特殊教育学生数为 {{pupils}} 人，生均公用经费为 {{perPupilYuan}} 元。",
    formula: "{{fundsYuan}} 元 ÷ {{pupils}} 人 = {{perPupilYuan}} 元 ≥ {{perPupilYuanLimit}} 元",
    change: "追加特殊教育公用经费 {{yuan}} 元",
  },
  G8: {
    short: "教师待遇",
    name: "义务教育学校教师平均工资收入水平不低于当地公务员，足额核定教师绩效工资总量",
    sentence: "全县义务教育学校教师年平均工资收入为 {{teacherPayYuan}} 元，当地公务员年平均工资收入 {{civilServantPayYuan}} 元。",
    formula: "{{teacherPayYuan}} 元 ÷ {{civilServantPayYuan}} 元 = {{payShare}} ≥ {{payShareLimit}}，并足额核定绩效工资总量",
    change: "教师年平均工资收入提高 {{yuan}} 元",
  },
  G9: {
    short: "教师培训",
    name: "教师 5 年 360 学时培训完成率达到 100%",
    sentence: "完成 360 学时培训的教师 {{trained}} 人，全县教师 {{teachers}} 人，教师培训完成率 {{trainedShare}}。",
    formula: "{{trained}} ÷ {{teachers}} = {{trainedShare}} ≥ {{trainedShareLimit}}",
    change: "再有 {{teachers}} 名教师完成 360 学时培训",
  },
  G10: {
    short: "编制岗位统筹",
    name: "县级教育行政部门在核定总额内统筹分配各校教职工编制和岗位数量",
    sentence: "要求 {{statements}} 项，申明达到 {{statementsMet}} 项，未达到 {{statementsNotMet}} 项，未申明 {{statementsOpen}} 项。",
    formula: "由县级申明并附佐证",
  },
  G11: {
    short: "交流轮岗",
    name: "每年交流轮岗教师不低于符合条件教师的 10%，其中骨干教师不低于 20%",
    sentence:
      "全县符合交流轮岗条件教师总数 {{eligible}} 名，上一年度交流轮岗教师 {{rotated}} 名，占 {{rotatedShare}}；交流轮岗的骨干教师 {{rotatedBackbone}} 名，占交流轮岗教师总数的 {{backboneShare}}。",
    formula:
      "{{rotated}} ÷ {{eligible}} = {{rotatedShare}} ≥ {{rotatedShareLimit}}；{{rotatedBackbone}} ÷ {{rotated}} = {{backboneShare}} ≥ {{backboneShareLimit}}",
    change: "再交流 {{teachers}} 名教师，其中骨干教师至少 {{backbone}} 名",
  },
  G12: {
    short: "持证上岗",
    name: "专任教师持有教师资格证上岗率达到 100%",
    sentence: "全县在岗专任教师 {{teachers}} 人，其中持有教师资格证的专任教师 {{certified}} 人，占比 {{certifiedShare}}。",
    formula: "{{certified}} ÷ {{teachers}} = {{certifiedShare}} ≥ {{certifiedShareLimit}}",
    change: "再有 {{teachers}} 名专任教师取得教师资格证",
  },
  G13: {
    short: "就近入学",
    name: "城区和镇区公办小学、初中（不含寄宿制学校）就近划片入学比例分别达到 100%、95% 以上",
    sentence: "城区和镇区公办小学、初中（均不含寄宿制学校）就近划片入学比例分别为 {{primaryShare}}、{{juniorShare}}。",
    formula:
      "小学 {{primaryInZone}} ÷ {{primaryPupils}} = {{primaryShare}} ≥ {{primaryShareLimit}}；初中 {{juniorInZone}} ÷ {{juniorPupils}} = {{juniorShare}} ≥ {{juniorShareLimit}}",
    change: "再有小学生 {{primary}} 名、初中生 {{junior}} 名就近划片入学",
  },
  G14: {
    short: "优质高中指标",
    name: "优质高中招生名额分配比例不低于 50%，并向农村初中倾斜",
    sentence:
      "全县优质高中招生名额总数 {{places}} 人，分配名额 {{quota}} 人，占比 {{quotaShare}}。其中分配农村学校的名额 {{quotaRural}} 人，占分配名额总数的 {{ruralShare}}。",
    formula: "{{quota}} ÷ {{places}} = {{quotaShare}} ≥ {{quotaShareLimit}}，并申明向农村初中倾斜",
    change: "再分配招生名额 {{places}} 个",
  },
  G15: {
    short: "留守与随迁",
    name: "留守儿童关爱体系健全，随迁子女在公办和政府购买服务的民办学校就读比例不低于 85%",
    sentence:
      "全县符合条件的随迁子女数 {{eligible}} 人，在公办学校就读 {{inPublic}} 人，在政府购买服务的民办学校就读 {{inPurchased}} 人，合计 {{placed}} 人，占比 {{placedShare}}。",
    formula: "({{inPublic}} + {{inPurchased}}) ÷ {{eligible}} = {{placedShare}} ≥ {{placedShareLimit}}，并申明关爱体系健全",
    change: "再为 {{children}} 名随迁子女安排公办或政府购买的学位",
  },
  Q1: {
    short: "初中巩固率",
    name: "初中三年巩固率达到 95% 以上",
    sentence:
      "全县初中毕业班学生数为 {{graduates}} 人，三年前该年级入学学生数为 {{entrants}} 人，毕业年级三年转入学生数为 {{transferredIn}} 人，死亡学生数为 {{died}} 人，转出学生数为 {{transferredOut}} 人，全县初中三年巩固率为 {{retentionShare}}。",
    formula:
      "({{graduates}} − {{transferredIn}} + {{transferredOut}}) ÷ ({{entrants}} − {{died}}) = {{retentionShare}} ≥ {{retentionShareLimit}}",
    change: "再巩固 {{pupils}} 名学生",
  },
  Q2: {
    short: "残疾儿童入学",
    name: "残疾儿童少年入学率达到 95% 以上",
    sentence:
      "全县残疾儿童少年为 {{children}} 人，入学 {{enrolled}} 人，入学率为 {{enrolledShare}}。其中在特殊教育学校就读 {{inSpecialSchools}} 人，占比 {{specialShare}}。",
    formula: "{{enrolled}} ÷ {{children}} = {{enrolledShare}} ≥ {{enrolledShareLimit}}",
    change: "再安置 {{children}} 名残疾儿童少年入学",
  },
  Q3: {
    short: "章程与信息化",
    name: "所有学校制定章程，实现学校管理与教学信息化",
    sentence: "应评学校 {{schools}} 所，制定章程 {{withCharter}} 所，实现管理与教学信息化 {{informatised}} 所。",
    formula: "每所学校都制定章程并实现信息化",
    change: "{{schools}} 所学校补齐章程或信息化",
  },
  Q4: {
    short: "培训经费",
    name: "所有学校按照不低于年度公用经费预算总额的 5% 安排教师培训经费",
    sentence: "应评学校 {{schools}} 所，安排达到规定比例 {{schoolsMet}} 所，未达到 {{schoolsNotMet}} 所，无法评定 {{schoolsOpen}} 所。",
    formula: "每所学校：教师培训经费 ÷ 公用经费 ≥ {{trainingShareLimit}}",
    change: "为 {{schools}} 所学校增加教师培训经费 {{yuan}} 元",
  },
  Q5: {
    short: "信息化教学",
    name: "教师熟练运用信息化手段组织教学，设施设备利用率达到较高水平",
    sentence: "要求 {{statements}} 项，申明达到 {{statementsMet}} 项，未达到 {{statementsNotMet}} 项，未申明 {{statementsOpen}} 项。",
    formula: "由县级申明并附佐证",
  },
  Q6: {
    short: "德育与校园文化",
    name: "所有学校德育工作、校园文化建设水平达到良好以上",
    sentence: "应评学校 {{schools}} 所，达到良好以上 {{schoolsMet}} 所，未达到 {{schoolsNotMet}} 所，无法评定 {{schoolsOpen}} 所。",
    formula: "每所学校的等级不低于要求",
    change: "{{schools}} 所学校提高到良好以上",
  },
  Q7: {
    short: "课程与实践",
    name: "课程开齐开足，教学秩序规范，综合实践活动有效开展",
    sentence: "要求 {{statements}} 项，申明达到 {{statementsMet}} 项，未达到 {{statementsNotMet}} 项，未申明 {{statementsOpen}} 项。",
    formula: "由县级申明并附佐证",
  },
  Q8: {
    short: "课业负担",
    name: "无过重课业负担",
    sentence: "要求 {{statements}} 项，申明达到 {{statementsMet}} 项，未达到 {{statementsNotMet}} 项，未申明 {{statementsOpen}} 项。",
    formula: "由县级申明并附佐证",
  },
  Q9: {
    short: "质量监测",
    name: "国家义务教育质量监测中，相关科目学业水平达到Ⅲ级以上，且校际差异率低于 0.15",
    sentence:
      "语文 {{chineseLevel}} 级、校际差异率 {{chineseRate}}；数学 {{mathematicsLevel}} 级、校际差异率 {{mathematicsRate}}；科学 {{scienceLevel}} 级、校际差异率 {{scienceRate}}；体育 {{physicalEducationLevel}} 级、校际差异率 {{physicalEducationRate}}；艺术 {{artsLevel}} 级、校际差异率 {{artsRate}}；德育 {{moralEducationLevel}} 级、校际差异率 {{moralEducationRate}}。",
    formula: "每个科目：等级 ≥ {{levelLimit}}，校际差异率 < {{differenceRateLimit}}；有结果的科目 {{subjects}} 个",
  },
  X1: {
    short: "社会认可度",
    name: "社会认可度达到 85% 以上",
    sentence:
      "问卷总数 {{sent}} 份，回收有效问卷 {{valid}} 份，满意 {{satisfied}} 份，满意度 {{satisfiedShare}}；实地走访 {{visited}} 人，满意 {{visitedSatisfied}} 人，满意度 {{visitedShare}}。其中家长问卷 {{parentsSent}} 份，有效 {{parentsValid}} 份，满意 {{parentsSatisfied}} 份，满意度 {{parentsShare}}；走访家长 {{parentsVisited}} 人，满意 {{parentsVisitedSatisfied}} 人，满意度 {{parentsVisitedShare}}。",
    formula: "{{satisfied}} ÷ {{valid}} = {{satisfiedShare}} ≥ {{satisfiedShareLimit}}",
    change: "再有 {{persons}} 名受访者满意",
  },
  relief: {
    relief: { R3: { on: reliefNames.R3 }, R5: { on: reliefNames.R5 } },
    G3: { oldBuilding: "2016 年及之前规划并建成，教室面积放宽", smallRural: "农村小规模学校，教室面积放宽" },
    G4: "2010 年及之前规划并建成或随迁子女过半，规模放宽",
  },
  veto: {
    V1: "存在以考试方式招生",
    V2: "存在违规择校行为",
    V3: "存在重点学校或重点班",
    V4: "存在“有编不补”或长期聘用编外教师的情况",
    V5: "教育系统存在重大安全责任事故和严重违纪违规事件",
    V6: "有弄虚作假行为",
    V7: "规范治理校外培训机构及减轻中小学课外负担不力",
    hint: { vacantPosts: "空编 {{value}} 个", outsidePosts: "编外聘用教师 {{value}} 人" },
  },
  figure: {
    part: "已达到（人）",
    whole: "应达到（人）",
    share: "比例",
    classes: "班级数",
    musicNeeded: "应有音乐教室（间）",
    musicRooms: "面积达标的音乐教室（间）",
    artNeeded: "应有美术教室（间）",
    artRooms: "面积达标的美术教室（间）",
    pupils: "在校生（人）",
    limit: "上限（人）",
    over: "超额班级（个）",
    perhapsOver: "可能超额的班级（个）",
    fundsYuan: "公用经费预算（元）",
    neededYuan: "应有公用经费（元）",
    charter: "制定章程",
    informatised: "信息化",
    grade: "等级",
    trainingWan: "教师培训经费（万元）",
    publicFundsWan: "公用经费（万元）",
    budgetShare: "预算占比",
    finalShare: "决算占比",
    value: "指标值",
    standard: "要求",
  },
};
