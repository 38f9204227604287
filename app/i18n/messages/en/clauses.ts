import { reliefNames } from "./relief-names";

/**
 * Texts of the fifteen government, nine quality and one recognition items. `sentence` is the official sentence of
 * tables Ⅳ–Ⅵ: a blank takes the figure of its name, `…Limit` the limit of that figure.
 */
export default {
  G1: {
    short: "School layout",
    name: "The layout of compulsory schools is sensible and follows national rules (规划布局)",
    sentence:
      "{{statements}} statement(s) asked for: {{statementsMet}} fulfilled, {{statementsNotMet}} not fulfilled, {{statementsOpen}} not made.",
    formula: "Stated by the county, with evidence",
  },
  G2: {
    short: "Same standards",
    name: "Construction, staffing, base of public funds and equipment standards are the same in town and country (城乡标准统一)",
    sentence:
      "{{statements}} statement(s) asked for: {{statementsMet}} fulfilled, {{statementsNotMet}} not fulfilled, {{statementsOpen}} not made.",
    formula: "All four stated by the county; where a higher level sets a base of public funds, the county's own is not below it",
  },
  G3: {
    short: "Music and art rooms",
    name: "At least one music room of 96 m² and one art room of 90 m² for every 12 classes (音美教室)",
    sentence:
      "Of {{schools}} schools, {{schoolsMet}} have all music and art rooms, {{schoolsNotMet}} have not, {{schoolsOpen}} cannot be judged.",
    formula:
      "Rooms needed = classes ÷ {{classesPerRoomLimit}}, rounded up; only rooms large enough count (music {{musicAreaLimit}} m², art {{artAreaLimit}} m²)",
    change: "{{music}} more music room(s) and {{art}} more art room(s) of full size at {{schools}} school(s)",
  },
  G4: {
    short: "School size",
    name: "At most 2,000 pupils in a primary or junior school, 2,500 in the compulsory stages of a mixed-stage school (学校规模)",
    sentence:
      "{{overPrimary}} primary and {{overJunior}} junior school(s) with more than {{overPrimaryLimit}} pupils, {{overMixed}} mixed-stage school(s) with more than {{overMixedLimit}}.",
    formula: "Pupils of a counted school ≤ limit (both compulsory stages together in a mixed-stage school)",
    change: "Move {{pupils}} pupil(s) out of {{schools}} school(s)",
  },
  G5: {
    short: "Class size",
    name: "No class above 45 pupils in primary or 50 in junior secondary (班额)",
    sentence:
      "{{overPrimary}} primary class(es) above {{overPrimaryLimit}} pupils, {{overJunior}} junior class(es) above {{overJuniorLimit}}.",
    note: "{{overUnsplit}} further class(es) above the cap are reported without their stage.",
    formula: "Classes in size bands above the cap = 0",
    change: "Relieve {{classes}} oversized class(es)",
  },
  G6: {
    short: "Funds of small schools",
    name: "Small schools under 100 pupils get public funds for at least 100 (小规模学校经费)",
    sentence: "Small schools under {{pupilsLimit}} pupils have {{pupils}} pupils and public funds of {{fundsYuan}} yuan.",
    formula:
      "Public funds of a school ≥ {{pupilsLimit}} pupils × base per pupil; all together {{fundsYuan}} yuan of {{neededYuan}} yuan needed",
    change: "{{yuan}} yuan more of public funds for {{schools}} school(s)",
  },
  G7: {
    short: "Special education funds",
    name: "Public funds per pupil of special education reach the standard (特教经费)",
    sentence: "Public funds of special education are {{fundsYuan}} yuan for {{pupils}} pupils, which is {{perPupilYuan}} yuan per pupil.",
    formula: "{{fundsYuan}} yuan ÷ {{pupils}} pupils = {{perPupilYuan}} yuan ≥ {{perPupilYuanLimit}} yuan",
    change: "{{yuan}} yuan more of public funds for special education",
  },
  G8: {
    short: "Teachers' pay",
    name: "Average pay of teachers is not below that of civil servants, and performance pay is approved in full (教师待遇)",
    sentence: "Average yearly pay is {{teacherPayYuan}} yuan for teachers and {{civilServantPayYuan}} yuan for local civil servants.",
    formula:
      "{{teacherPayYuan}} yuan ÷ {{civilServantPayYuan}} yuan = {{payShare}} ≥ {{payShareLimit}}, and performance pay approved in full",
    change: "Raise average yearly pay of teachers by {{yuan}} yuan",
  },
  G9: {
    short: "Teacher training",
    name: "All teachers complete 360 training hours in five years (教师培训)",
    sentence: "{{trained}} of {{teachers}} teachers have completed 360 hours, {{trainedShare}}.",
    formula: "{{trained}} ÷ {{teachers}} = {{trainedShare}} ≥ {{trainedShareLimit}}",
    change: "{{teachers}} more teacher(s) complete 360 hours",
  },
  G10: {
    short: "Posts shared out",
    name: "The county education department shares out establishment and posts among schools within the approved total (编制岗位统筹)",
    sentence:
      "{{statements}} statement(s) asked for: {{statementsMet}} fulfilled, {{statementsNotMet}} not fulfilled, {{statementsOpen}} not made.",
    formula: "Stated by the county, with evidence",
  },
  G11: {
    short: "Rotation",
    name: "At least 10 % of eligible teachers rotate every year, at least 20 % of them backbone teachers (交流轮岗)",
    sentence:
      "{{eligible}} teachers were eligible for rotation, {{rotated}} rotated last year, {{rotatedShare}}; {{rotatedBackbone}} of them were backbone teachers, {{backboneShare}}.",
    formula:
      "{{rotated}} ÷ {{eligible}} = {{rotatedShare}} ≥ {{rotatedShareLimit}}; {{rotatedBackbone}} ÷ {{rotated}} = {{backboneShare}} ≥ {{backboneShareLimit}}",
    change: "Rotate {{teachers}} more teacher(s), at least {{backbone}} of them backbone teachers",
  },
  G12: {
    short: "Certificates",
    name: "All full-time teachers hold a teaching certificate (持证上岗)",
    sentence: "{{certified}} of {{teachers}} full-time teachers hold a teaching certificate, {{certifiedShare}}.",
    formula: "{{certified}} ÷ {{teachers}} = {{certifiedShare}} ≥ {{certifiedShareLimit}}",
    change: "{{teachers}} more full-time teacher(s) obtain a certificate",
  },
  G13: {
    short: "Nearby enrolment",
    name: "Enrolment by zone in urban and town public day schools: 100 % in primary, at least 95 % in junior secondary (就近入学)",
    sentence:
      "Enrolment by zone in urban and town public day schools is {{primaryShare}} in primary and {{juniorShare}} in junior secondary.",
    formula:
      "Primary {{primaryInZone}} ÷ {{primaryPupils}} = {{primaryShare}} ≥ {{primaryShareLimit}}; junior {{juniorInZone}} ÷ {{juniorPupils}} = {{juniorShare}} ≥ {{juniorShareLimit}}",
    change: "{{primary}} more primary and {{junior}} more junior pupil(s) enrolled inside their zone",
  },
  G14: {
    short: "Senior-high quota",
    name: "At least half of the places of good senior highs are shared out to schools, in favour of rural junior schools (优质高中指标)",
    sentence:
      "Of {{places}} places of good senior highs, {{quota}} are shared out, {{quotaShare}}; {{quotaRural}} of these go to rural schools, {{ruralShare}}.",
    formula: "{{quota}} ÷ {{places}} = {{quotaShare}} ≥ {{quotaShareLimit}}, and the favour to rural schools stated",
    change: "Share out {{places}} more place(s)",
  },
  G15: {
    short: "Left-behind and migrant children",
    name: "Care for left-behind children, and at least 85 % of eligible migrant children in public or purchased places (留守与随迁)",
    sentence:
      "Of {{eligible}} eligible migrant children, {{inPublic}} are in public schools and {{inPurchased}} in purchased private places, {{placed}} together, {{placedShare}}.",
    formula: "({{inPublic}} + {{inPurchased}}) ÷ {{eligible}} = {{placedShare}} ≥ {{placedShareLimit}}, and the system of care stated",
    change: "Public or purchased places for {{children}} more migrant child(ren)",
  },
  Q1: {
    short: "Junior retention",
    name: "Three-year retention in junior secondary is at least 95 % (初中巩固率)",
    sentence:
      "{{graduates}} pupils graduate; {{entrants}} entered three years ago, {{transferredIn}} transferred in, {{died}} died, {{transferredOut}} transferred out; retention is {{retentionShare}}.",
    formula:
      "({{graduates}} − {{transferredIn}} + {{transferredOut}}) ÷ ({{entrants}} − {{died}}) = {{retentionShare}} ≥ {{retentionShareLimit}}",
    change: "Keep {{pupils}} more pupil(s)",
  },
  Q2: {
    short: "Disabled children",
    name: "At least 95 % of disabled children are enrolled (残疾儿童入学)",
    sentence:
      "Of {{children}} disabled children of school age, {{enrolled}} are enrolled, {{enrolledShare}}; {{inSpecialSchools}} of these in special schools, {{specialShare}}.",
    formula: "{{enrolled}} ÷ {{children}} = {{enrolledShare}} ≥ {{enrolledShareLimit}}",
    change: "Enrol {{children}} more disabled child(ren)",
  },
  Q3: {
    short: "Charter and IT",
    name: "All schools have a charter and run management and teaching on information technology (章程与信息化)",
    sentence: "Of {{schools}} schools, {{withCharter}} have a charter and {{informatised}} are informatised.",
    formula: "Every school has a charter and is informatised",
    change: "{{schools}} school(s) complete charter or information technology",
  },
  Q4: {
    short: "Training funds",
    name: "Every school sets aside at least 5 % of its yearly public funds for teacher training (培训经费)",
    sentence:
      "Of {{schools}} schools, {{schoolsMet}} set aside the required share, {{schoolsNotMet}} do not, {{schoolsOpen}} cannot be judged.",
    formula: "Every school: training funds ÷ public funds ≥ {{trainingShareLimit}}",
    change: "{{yuan}} yuan more of training funds at {{schools}} school(s)",
  },
  Q5: {
    short: "Teaching with IT",
    name: "Teachers use information technology with ease, and facilities are well used (信息化教学)",
    sentence:
      "{{statements}} statement(s) asked for: {{statementsMet}} fulfilled, {{statementsNotMet}} not fulfilled, {{statementsOpen}} not made.",
    formula: "Stated by the county, with evidence",
  },
  Q6: {
    short: "Moral education",
    name: "Moral education and campus culture are good or better in all schools (德育与校园文化)",
    sentence: "Of {{schools}} schools, {{schoolsMet}} are good or better, {{schoolsNotMet}} are not, {{schoolsOpen}} cannot be judged.",
    formula: "The grade of every school is not below the one asked for",
    change: "{{schools}} school(s) rise to good or better",
  },
  Q7: {
    short: "Curriculum",
    name: "The curriculum is taught in full, teaching is orderly, practical activities take place (课程与实践)",
    sentence:
      "{{statements}} statement(s) asked for: {{statementsMet}} fulfilled, {{statementsNotMet}} not fulfilled, {{statementsOpen}} not made.",
    formula: "Stated by the county, with evidence",
  },
  Q8: {
    short: "Homework",
    name: "No excessive burden of school work (课业负担)",
    sentence:
      "{{statements}} statement(s) asked for: {{statementsMet}} fulfilled, {{statementsNotMet}} not fulfilled, {{statementsOpen}} not made.",
    formula: "Stated by the county, with evidence",
  },
  Q9: {
    short: "Quality monitoring",
    name: "National monitoring: level Ⅲ or better in the subjects tested, difference between schools below 0.15 (质量监测)",
    sentence:
      "Chinese level {{chineseLevel}}, difference {{chineseRate}}; mathematics level {{mathematicsLevel}}, difference {{mathematicsRate}}; science level {{scienceLevel}}, difference {{scienceRate}}; PE level {{physicalEducationLevel}}, difference {{physicalEducationRate}}; arts level {{artsLevel}}, difference {{artsRate}}; moral education level {{moralEducationLevel}}, difference {{moralEducationRate}}.",
    formula: "Every subject: level ≥ {{levelLimit}}, difference < {{differenceRateLimit}}; {{subjects}} subject(s) with results",
  },
  X1: {
    short: "Social recognition",
    name: "Social recognition is at least 85 % (社会认可度)",
    sentence:
      "{{sent}} questionnaires, {{valid}} valid, {{satisfied}} satisfied, {{satisfiedShare}}; {{visited}} persons visited, {{visitedSatisfied}} satisfied, {{visitedShare}}. Of these parents: {{parentsSent}} questionnaires, {{parentsValid}} valid, {{parentsSatisfied}} satisfied, {{parentsShare}}; {{parentsVisited}} visited, {{parentsVisitedSatisfied}} satisfied, {{parentsVisitedShare}}.",
    formula: "{{satisfied}} ÷ {{valid}} = {{satisfiedShare}} ≥ {{satisfiedShareLimit}}",
    change: "{{persons}} more satisfied respondent(s)",
  },
  relief: {
    relief: { R3: { on: reliefNames.R3 }, R5: { on: reliefNames.R5 } },
    G3: { oldBuilding: "Planned and built by 2016: smaller rooms accepted", smallRural: "Small rural school: smaller rooms accepted" },
    G4: "Planned and built by 2010, or mostly migrant children: larger size accepted",
  },
  veto: {
    V1: "Pupils are admitted by examination (考试招生)",
    V2: "Pupils are admitted by illegal choice of school (违规择校)",
    V3: "There are key schools or key classes (重点学校、重点班)",
    V4: "Established posts are left vacant, or teachers without a post are employed for long (有编不补、长期聘用编外教师)",
    V5: "Major safety accident or serious breach of discipline in education (重大安全责任事故、严重违纪违规)",
    V6: "Falsification (弄虚作假)",
    V7: "Off-campus training and homework burden are poorly controlled (校外培训、课外负担)",
    hint: { vacantPosts: "{{value}} vacant post(s)", outsidePosts: "{{value}} teacher(s) without an established post" },
  },
  figure: {
    part: "Fulfilled (persons)",
    whole: "Due (persons)",
    share: "Share",
    classes: "Classes",
    musicNeeded: "Music rooms needed",
    musicRooms: "Music rooms of full size",
    artNeeded: "Art rooms needed",
    artRooms: "Art rooms of full size",
    pupils: "Pupils",
    limit: "Limit (pupils)",
    over: "Oversized classes",
    perhapsOver: "Classes that may be oversized",
    fundsYuan: "Public funds, budget (yuan)",
    neededYuan: "Public funds needed (yuan)",
    charter: "Charter",
    informatised: "Informatised",
    grade: "Grade",
    trainingWan: "Teacher training (10,000 yuan)",
    publicFundsWan: "Public funds (10,000 yuan)",
    budgetShare: "Share of the budget",
    finalShare: "Share of the final account",
    value: "Value",
    standard: "Standard",
  },
};
