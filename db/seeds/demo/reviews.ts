import type { OrganisationKind } from "@server/auth/contract";
import type { FindingMove } from "@server/review/finding-steps";
import type { ReviewAction } from "@server/review/steps";

/** A step of the review; the reviewer who gives papers back says why and by when. */
export interface DemoStep {
  readonly by: OrganisationKind;
  readonly action: ReviewAction;
  readonly reason?: string;
  /** Days from the day of loading. */
  readonly dueIn?: number;
}

/** A line of the ledger (整改台账). */
export interface DemoFinding {
  readonly by: OrganisationKind;
  readonly item: string;
  readonly clause: string;
  /** Which of the schools that fail the item, from 0; null: it is about the county. */
  readonly school: number | null;
  readonly title: string;
  readonly measure: string;
  readonly responsibleUnit: string;
  /** Days from the day of loading; negative: past its day. */
  readonly dueIn: number;
  /** The county begins and reports, the reviewer closes. */
  readonly moves: readonly { readonly move: FindingMove; readonly note: string }[];
}

export interface DemoReview {
  readonly countyCode: string;
  readonly steps: readonly DemoStep[];
  readonly findings: readonly DemoFinding[];
}

const signed: readonly DemoStep[] = [
  { by: "county", action: "sign" },
  { by: "county", action: "submit" },
];

/** 松陂县: given back once, corrected, and before its city again, with a ledger that is behind its days. */
const sentAgain: DemoReview = {
  countyCode: "990122",
  steps: [
    ...signed,
    {
      by: "city",
      action: "return",
      reason: "两所村小的体育教师人数与教职工花名册不一致，支教教师重复计算。请逐校核对，更正后重新签署报送。",
      dueIn: 10,
    },
    ...signed,
  ],
  findings: [
    {
      by: "city",
      item: "R3",
      clause: "第六条第(三)项",
      school: 0,
      title: "体育、艺术专任教师不足，音乐、美术课由其他学科教师兼任",
      measure: "公开招聘中安排 2 个艺术教师岗位，到岗前由中心校教师走教",
      responsibleUnit: "县教育局人事股、县人力资源社会保障局",
      dueIn: -12,
      moves: [],
    },
    {
      by: "city",
      item: "R2",
      clause: "第六条第(二)项",
      school: 3,
      title: "县级以上骨干教师不足，校本教研无人牵头",
      measure: "从县城学校选派骨干教师到该校交流轮岗，期限不少于 2 年",
      responsibleUnit: "县教育局人事股",
      dueIn: -5,
      moves: [{ move: "start", note: "已与两所县城学校商定人选，正在办理手续" }],
    },
    {
      by: "province",
      item: "other",
      clause: "",
      school: null,
      title: "现场抽查：实验室危险化学品未按双人双锁保管",
      measure: "配齐专用储存柜，建立领用登记，由学校安全管理员逐周检查",
      responsibleUnit: "县教育局安全股",
      dueIn: -3,
      moves: [{ move: "start", note: "储存柜已采购，登记制度已下发各校" }],
    },
    {
      by: "city",
      item: "R5",
      clause: "第六条第(五)项",
      school: 0,
      title: "生均体育运动场馆面积不足，操场改造未竣工验收",
      measure: "完成环形跑道改造，办理竣工验收并更新场地面积台账",
      responsibleUnit: "县教育局项目办、县住房城乡建设局",
      dueIn: 9,
      moves: [
        { move: "start", note: "" },
        { move: "report", note: "跑道改造已竣工验收，新增场地 1 200 ㎡，台账已更新" },
      ],
    },
    {
      by: "county",
      item: "R3",
      clause: "第六条第(三)项",
      school: 5,
      title: "美术教师退休后未补充",
      measure: "列入下一年度教师招聘计划",
      responsibleUnit: "县教育局人事股",
      dueIn: 60,
      moves: [{ move: "start", note: "岗位已报县委编办" }],
    },
    {
      by: "city",
      item: "other",
      clause: "",
      school: null,
      title: "教师花名册与年报口径不一致，多计支教教师",
      measure: "按编制所在学校重新统计，更正年报",
      responsibleUnit: "县教育局计财股",
      dueIn: -20,
      moves: [
        { move: "start", note: "" },
        { move: "report", note: "已逐校核对并更正" },
        { move: "close", note: "抽查 6 所学校，与花名册一致" },
      ],
    },
  ],
};

/** 榕岭县: its city has given its papers back. */
const returned: DemoReview = {
  countyCode: "990221",
  steps: [
    ...signed,
    {
      by: "city",
      action: "return",
      reason: "教学仪器设备值未扣除已报废设备，网络多媒体教室数与资产台账不一致。请对照资产台账逐校核实，更正后重新签署报送。",
      dueIn: 12,
    },
  ],
  findings: [
    {
      by: "city",
      item: "R7",
      clause: "第六条第(七)项",
      school: 2,
      title: "网络多媒体教室设备老化，部分教室不能联网",
      measure: "更换交互设备，接入教育专网，逐间验收后计入统计",
      responsibleUnit: "县教育局电教站",
      dueIn: -8,
      moves: [{ move: "start", note: "设备已招标，安装 14 间" }],
    },
    {
      by: "city",
      item: "R6",
      clause: "第六条第(六)项",
      school: 0,
      title: "教学仪器设备值含已报废设备",
      measure: "清查资产，核减报废设备，按缺口补充理科实验仪器",
      responsibleUnit: "县教育局计财股、县财政局",
      dueIn: 12,
      moves: [],
    },
    {
      by: "county",
      item: "R4",
      clause: "第六条第(四)项",
      school: 0,
      title: "教学及辅助用房不足，无专用功能教室",
      measure: "改建闲置校舍为科学、劳动教室",
      responsibleUnit: "县教育局项目办",
      dueIn: 90,
      moves: [],
    },
  ],
};

/** How far the review has come in the counties that take part; the others have not begun. Words and persons are invented. */
export const demoReviews: readonly DemoReview[] = [
  { countyCode: "990101", steps: [...signed, { by: "city", action: "pass" }, { by: "province", action: "accept" }], findings: [] },
  sentAgain,
  { countyCode: "990123", steps: signed, findings: [] },
  { countyCode: "990124", steps: [...signed, { by: "city", action: "pass" }], findings: [] },
  returned,
  {
    countyCode: "990225",
    steps: [...signed, { by: "city", action: "pass" }],
    findings: [
      {
        by: "province",
        item: "G11",
        clause: "第七条第(十一)项",
        school: null,
        title: "交流轮岗教师中骨干教师比例偏低",
        measure: "修订县管校聘实施办法，明确骨干教师交流任务并纳入校长考核",
        responsibleUnit: "县教育局人事股、县委编办",
        dueIn: 30,
        moves: [],
      },
    ],
  },
];
