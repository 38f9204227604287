import type { ClauseReference } from "../contract";
import type { ItemId } from "../items-contract";

/** Where each of the 25 items stands, in our own words. Limits are those of the national measure; the values in force are in the rule set. */

const measure = "教督〔2017〕6号";

const clause = (article: string, zh: string, en: string): ClauseReference => ({
  document: measure,
  article,
  text: { "zh-CN": zh, en },
});
const assurance = (number: string, zh: string, en: string): ClauseReference => clause(`第七条第(${number})项`, zh, en);
const quality = (number: string, zh: string, en: string): ClauseReference => clause(`第八条第(${number})项`, zh, en);

export const itemClauses: Readonly<Record<ItemId, ClauseReference>> = {
  G1: assurance(
    "一",
    "学校在县域内的布局要合理，并符合国家规定。",
    "Compulsory schools are sensibly spread over the county, as national rules ask.",
  ),
  G2: assurance(
    "二",
    "城乡学校用同一套建设标准、教师编制标准、生均公用经费基准和装备标准。",
    "Town and country schools share one standard each for construction, staffing, base of public funds and equipment.",
  ),
  G3: assurance(
    "三",
    "每 12 个班至少各有一间音乐教室和美术教室，不满 12 个班也各要一间；音乐教室每间 96 ㎡ 以上，美术教室每间 90 ㎡ 以上。",
    "Every 12 classes, or part of 12, need one music room of 96 m² or more and one art room of 90 m² or more.",
  ),
  G4: assurance(
    "四",
    "小学、初中不超过 2000 人；九年、十二年一贯制学校的小学和初中合计不超过 2500 人。",
    "A primary or junior school has at most 2,000 pupils; the compulsory stages of a nine- or twelve-year school have at most 2,500.",
  ),
  G5: assurance(
    "五",
    "小学每个班不超过 45 人，初中每个班不超过 50 人。",
    "No class has more than 45 pupils in primary or 50 in junior secondary.",
  ),
  G6: assurance(
    "六",
    "不满 100 人的村小和教学点，公用经费按 100 人核定。",
    "Village schools and teaching points with fewer than 100 pupils get public funds for 100.",
  ),
  G7: assurance(
    "七",
    "特殊教育学校的公用经费，平均每名学生不低于 6000 元。",
    "Special schools get at least 6,000 yuan of public funds per pupil.",
  ),
  G8: assurance(
    "八",
    "义务教育教师的平均工资收入不低于当地公务员，绩效工资总量足额核定。",
    "Teachers earn on average no less than local civil servants, and the total of performance pay is approved in full.",
  ),
  G9: assurance("九", "每名教师五年内完成 360 学时培训。", "Every teacher completes 360 hours of training within five years."),
  G10: assurance(
    "十",
    "教育行政部门在核定的编制和岗位总量之内，在学校之间统筹分配。",
    "The education department shares out establishment and posts between schools within the approved totals.",
  ),
  G11: assurance(
    "十一",
    "每年交流轮岗的教师至少占符合条件教师的 10%；交流的教师中骨干至少占 20%。",
    "Each year at least 10 % of eligible teachers rotate, and at least 20 % of those who rotate are backbone teachers.",
  ),
  G12: assurance("十二", "在岗的专任教师都持有教师资格证。", "Every full-time teacher at work holds a teaching certificate."),
  G13: assurance(
    "十三",
    "城区和镇区的公办学校（不含寄宿制）就近划片入学：小学全部，初中 95% 以上。",
    "In urban and town public day schools, all primary pupils and at least 95 % of junior pupils enrol by zone.",
  ),
  G14: assurance(
    "十四",
    "优质高中至少拿出一半招生名额分配到初中，并向农村初中倾斜。",
    "Good senior highs share out at least half of their places to junior schools, in favour of rural ones.",
  ),
  G15: assurance(
    "十五",
    "留守儿童有健全的关爱体系；符合条件的随迁子女至少 85% 在公办学校或政府购买的民办学位就读。",
    "Left-behind children are cared for; at least 85 % of eligible migrant children are in public schools or purchased private places.",
  ),
  Q1: quality(
    "一",
    "初中入学三年后，至少 95% 的学生仍在读到毕业。",
    "At least 95 % of those who enter junior secondary are still there to graduate.",
  ),
  Q2: quality("二", "适龄残疾儿童少年至少 95% 入学。", "At least 95 % of disabled children of school age are enrolled."),
  Q3: quality(
    "三",
    "所有学校都有章程，管理和教学都用上信息化手段。",
    "Every school has a charter and uses information technology in management and teaching.",
  ),
  Q4: quality(
    "四",
    "每所学校按年度公用经费预算的 5% 以上安排教师培训。",
    "Every school sets aside at least 5 % of its yearly budget of public funds for teacher training.",
  ),
  Q5: quality(
    "五",
    "教师能熟练用信息化手段上课，设施设备利用得好。",
    "Teachers use information technology with ease, and facilities are put to good use.",
  ),
  Q6: quality(
    "六",
    "所有学校的德育和校园文化建设都在良好以上。",
    "Moral education and campus culture are graded good or better in every school.",
  ),
  Q7: quality(
    "七",
    "课程开齐开足，教学有序，综合实践活动真正开展。",
    "The curriculum is taught in full, teaching is orderly, and practical activities take place.",
  ),
  Q8: quality("八", "学生没有过重的课业负担。", "Pupils carry no excessive burden of school work."),
  Q9: quality(
    "九",
    "国家质量监测的相关科目，学业水平Ⅲ级以上，学校之间的差异率低于 0.15。",
    "In the subjects of national monitoring, level Ⅲ or better, with a difference between schools below 0.15.",
  ),
  X1: clause(
    "第九条",
    "向学生、家长、教师、校长、代表委员和群众调查，认可度 85% 以上。",
    "Pupils, parents, teachers, heads, deputies and the public are asked; at least 85 % are satisfied.",
  ),
};
