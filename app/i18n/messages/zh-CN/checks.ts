export default {
  fileTooLarge: "文件超过 {{limitMb}} MB。请删去图片和无关的工作表后重新上传。",
  fileNotWorkbook: "文件不是 .xlsx 工作簿。请下载模板填写，另存为 .xlsx 后上传。",
  fileWrongTemplate: "工作簿中没有《{{missing}}》表。请使用下载的模板填写。",
  fileUnreadable: "工作簿无法读取，文件可能不完整。请用 WPS 或 Excel 打开，另存为 .xlsx 后重新上传。",
  fileEncrypted: "工作簿有密码或是旧版 .xls 文件，无法读取。请取消密码，另存为 .xlsx 后重新上传。",
  fileDuplicateParts: "工作簿内部有重名的部分，不能安全打开。请用 WPS 或 Excel 打开，另存为 .xlsx 后重新上传。",
  fileUnpackedSize: "工作簿解压后超过允许的大小。请将数据复制到新下载的模板后重新上传。",
  fileMacros: "工作簿含有宏。请另存为不含宏的 .xlsx 后重新上传。",
  fileEntries: "工作簿内部的文件过多。请将数据复制到新下载的模板后重新上传。",
  fileEncoding: "工作簿内部的文字编码不是 UTF-8。请用 WPS 或 Excel 打开，另存为 .xlsx 后重新上传。",
  fileDoctype: "工作簿内部含有不允许的声明。请将数据复制到新下载的模板后重新上传。",
  fileTooSlow: "工作簿读取超过时限，已停止。请将数据复制到新下载的模板后重新上传。",
  fileTooHeavy: "工作簿读取占用内存过多，已停止。请将数据复制到新下载的模板后重新上传。",
  wrongCounty: "《县区》表填写的是 {{foundName}}（{{found}}），本单位是 {{expectedName}}（{{expected}}）。请改用本县的工作簿上传。",
  moreIssues: "问题超过 {{max}} 处，其余未列出。请先改正已列出的问题后重新上传。",

  missingSheet: "工作簿中没有《{{sheet}}》表。请从模板补上这张表后重新上传。",
  unknownSheet: "《{{sheet}}》表不是模板中的表，未读取。如其中有数据，请移到对应的表。",
  headingsNotFound: "《{{sheet}}》表前 12 行中没有找到表头。请从模板复制第 2 行的表头。",
  missingColumn: "《{{sheet}}》表缺少“{{heading}}”一列。请从模板补上表头。",
  duplicateColumn: "《{{sheet}}》表第 {{row}} 行有两个“{{heading}}”表头。请只保留一列。",
  unknownColumn: "《{{sheet}}》表的“{{heading}}”一列不在模板中，未读取。如是改了表头文字，请改回。",
  headingUnit: "《{{sheet}}》表第 {{row}} 行表头“{{found}}”的单位与模板“{{heading}}”不同。请换算数值并改回表头。",
  totalRowSkipped: "《{{sheet}}》表第 {{row}} 行是合计行，未读取。请删去合计行。",
  tooManyRows: "《{{sheet}}》表超过 {{max}} 行数据，第 {{row}} 行起无法读取。请删去多余的行。",

  required: "《{{sheet}}》表 {{cell}}：“{{heading}}”没有填写。请补填。",
  notNumber: "《{{sheet}}》表 {{cell}}：“{{heading}}”应填数字，现为“{{value}}”。请改为数字；未统计的留空。",
  notWhole: "《{{sheet}}》表 {{cell}}：“{{heading}}”应填整数，现为 {{value}}。请改正。",
  negative: "《{{sheet}}》表 {{cell}}：“{{heading}}”不能小于 0，现为 {{value}}。请改正。",
  outOfRange: "《{{sheet}}》表 {{cell}}：“{{heading}}”应在 {{min}} 到 {{max}} 之间，现为 {{value}}。请改正。",
  shareOutOfRange: "《{{sheet}}》表 {{cell}}：“{{heading}}”应是占比，现为 {{value}}，超过 {{max}}。15% 请填 15% 或 0.15。",
  unknownLine: "《{{sheet}}》表第 {{row}} 行：“{{value}}”不是模板中的项目，未读取。如是改了项目文字，请改回。",
  duplicateItem: "《{{sheet}}》表第 {{row}} 行：“{{value}}”已在前面填过。请只保留一行。",
  percent: "《{{sheet}}》表 {{cell}}：“{{heading}}”应填数量，现为百分数“{{value}}”。请改填数量。",
  unitInCell: "《{{sheet}}》表 {{cell}}：“{{heading}}”只填数字，现为“{{value}}”。请去掉单位和文字。",
  dateInCell: "《{{sheet}}》表 {{cell}}：“{{heading}}”现为日期格式。请将单元格改为数字或文本格式后重新填写。",
  cellError: "《{{sheet}}》表 {{cell}}：“{{heading}}”的公式出错，显示 {{value}}。请改正公式或直接填数。",
  notText: "《{{sheet}}》表 {{cell}}：“{{heading}}”应填文字，现为“{{value}}”。请改正。",
  tooLong: "《{{sheet}}》表 {{cell}}：“{{heading}}”超过 {{max}} 个字。请缩短。",
  notInList: "《{{sheet}}》表 {{cell}}：“{{heading}}”不能填“{{value}}”。请从下拉列表中选择。",
  badCode: "《{{sheet}}》表 {{cell}}：“{{heading}}”应为 4–20 位数字或字母，现为“{{value}}”。请改正。",
  codeAsNumber: "《{{sheet}}》表 {{cell}}：“{{heading}}”位数过多，按数字保存会丢失末位。请将单元格改为文本格式后重新填写。",

  noCounty: "《{{sheet}}》表没有填写县区信息。请在第 3 行填写。",
  badCountyCode: "《{{sheet}}》表 {{cell}}：县区代码应为六位数字，现为“{{value}}”。请改正。",
  secondCounty: "《{{sheet}}》表 {{cell}}：出现第二个县区代码 {{code}}。一个工作簿只填一个县区，请删去。",
  invalidCounty: "《{{sheet}}》表的县区信息无法读取。请对照填表说明核对。",
  noSchools: "《{{sheet}}》表没有学校。请一校一行填写后重新上传。",
  duplicateCode: "《{{sheet}}》表 {{cell}}：学校标识码 {{code}} 与第 {{first}} 行重复。请改正其中一个。",
  unknownCell: "“{{cell}}”没有“{{heading}}”这一项。请重新载入页面后再填。",
  unknownSchool: "《{{sheet}}》表 {{cell}}：学校标识码 {{code}} 不在《学校》表中。请改正，或先在《学校》表登记。",
  duplicateRow: "《{{sheet}}》表第 {{row}} 行：学校 {{code}} 的同一内容已在前面填过。请只保留一行。",
  invalidSchool: "《{{sheet}}》表 {{cell}}：学校 {{code}} 的内容无法读取（{{at}}）。请对照填表说明核对。",
  rowMissing: "《{{sheet}}》表没有 {{school}}（{{code}}）的完整数据行，相关数据按未统计处理。如有数据，请补填。",

  fiscalYearAfterStatisticsYear: "《{{sheet}}》表：财年 {{fiscalYear}} 晚于统计年 {{statisticsYear}}。请改正其中一项。",
  fiscalYearUnusual: "《{{sheet}}》表：财年 {{fiscalYear}} 不是统计年 {{statisticsYear}} 的上一年。请核对。",
  birthYearAfterStatisticsYear: "《{{sheet}}》表：出生年份 {{year}} 晚于统计年 {{statisticsYear}}。请改正。",
  duplicateBirthYear: "《{{sheet}}》表：出生年份 {{year}} 填了两次。请只保留一行。",
  duplicateSchool: "《{{sheet}}》表{{place}}，{{school}}：学校标识码 {{code}} 重复。请改正其中一个。",
  builtAfterStatisticsYear: "《{{sheet}}》表{{place}}，{{school}}：建校年份 {{builtYear}} 晚于统计年。请改正。",
  campusParentByName:
    "“{{school}}”不计校数，没有填所属学校标识码，按校名并入“{{parent}}”（{{code}}）。请核对；不符的，请填所属学校标识码。",
  campusWithoutParent: "《{{sheet}}》表{{place}}，{{school}}：不计校数，但没有填所属学校标识码，将单独评定。请核对并补填。",
  parentIsItself: "《{{sheet}}》表{{place}}，{{school}}：所属学校标识码填成了本校。请改为所属学校，或留空。",
  unknownParent: "《{{sheet}}》表{{place}}，{{school}}：所属学校标识码 {{parentCode}} 不在《学校》表中。请改正，或先登记该校。",
  parentLoop: "《{{sheet}}》表{{place}}，{{school}}：与 {{parentCode}} 互为所属学校。请改正其中一所。",
  stageNotTaught: "《{{sheet}}》表{{place}}，{{school}}：按办学类型不设这一学段，却填有数据。请改正办学类型，或清空这些数据。",
  partAboveFullTime:
    "《{{sheet}}》表{{place}}，{{school}}：“{{heading}}”为 {{part}} 人，多于专任教师总数 {{fullTime}} 人（{{at}}）。请改正其中一项。",
  artsAboveFullTime:
    "《{{sheet}}》表{{place}}，{{school}}：体育、音乐、美术、艺术教师合计 {{part}} 人，多于专任教师总数 {{fullTime}} 人（{{at}}）。请改正其中一项。",
  classesWithoutPupils: "《{{sheet}}》表{{place}}，{{school}}：“{{heading}}”有 {{classes}} 个班，在校生却为 0（{{at}}）。请改正其中一项。",
  pupilsWithoutClasses: "《{{sheet}}》表{{place}}，{{school}}：这一学段有 {{pupils}} 名学生，班数却为 0。请补填班数。",
  gymAboveTeachingArea:
    "《{{sheet}}》表{{place}}，{{school}}：室内体育用房 {{gym}} ㎡，大于教学及辅助用房 {{teaching}} ㎡（{{at}}），而后者应包括前者。请改正其中一项。",
  historyNotEarlier: "《{{sheet}}》表{{place}}，{{school}}：{{year}} 年不早于统计年 {{statisticsYear}}。请只填往年数据。",
  duplicateHistoryYear: "《{{sheet}}》表{{place}}，{{school}}：{{year}} 年填了两次。请只保留一行。",

  gradeWithoutClass: "《{{sheet}}》表{{place}}，{{school}}：“{{heading}}”为 0，该年级有 {{pupils}} 名学生。如是复式班可保留，否则请补填。",
  classOver66: "《{{sheet}}》表{{place}}，{{school}}：“{{heading}}”平均每班 {{average}} 人，达到超大班额。请核对学生数和班数。",
  classTooSmall: "《{{sheet}}》表{{place}}，{{school}}：“{{heading}}”平均每班只有 {{average}} 人。请核对学生数和班数。",
  equipmentUnit: "《{{sheet}}》表{{place}}，{{school}}：设备值生均 {{each}} 万元，全县中位数为 {{median}} 万元。请核对单位是否误用元。",
  pupilJump: "《{{sheet}}》表{{place}}，{{school}}：在校生由 {{year}} 年的 {{before}} 人变为 {{now}} 人（{{percent}}%）。请核对。",
  noTeachers: "《{{sheet}}》表{{place}}，{{school}}：有 {{pupils}} 名学生，专任教师却为 0。请核对；未统计的留空。",
  pupilsPerTeacher: "《{{sheet}}》表{{place}}，{{school}}：{{pupils}} 名学生、{{teachers}} 名专任教师，每名教师 {{each}} 名学生。请核对。",
  teachingAreaPerPupil: "《{{sheet}}》表{{place}}，{{school}}：教学及辅助用房生均 {{each}} ㎡。请核对面积和学生数。",
  sameName: "《{{sheet}}》表{{place}}，{{school}}：与学校 {{other}} 同名。请核对是否重复填报。",
  missingValues: "《{{sheet}}》表有 {{cells}} 个空格，涉及 {{schools}} 所学校，相关指标将无法评定。如有数据，请补填；没有的填 0。",

  partAboveWhole: "《{{sheet}}》表{{place}}，{{school}}：“{{heading}}”为 {{part}}，多于所属总数 {{whole}}（{{at}}）。请改正其中一项。",
  unsplitDiffers: "《{{sheet}}》表{{place}}，{{school}}：“{{heading}}”为 {{stated}}，分学段合计却为 {{sum}}（{{at}}）。请改正其中一项。",
  roomBandsAboveRooms:
    "《{{sheet}}》表{{place}}，{{school}}：各面积段共 {{sum}} 间，多于“{{heading}}”{{rooms}} 间（{{at}}）。请改正其中一项。",
  bandsDifferFromClasses:
    "《{{sheet}}》表{{place}}，{{school}}：各班额段共 {{sum}} 个班，班级表为 {{classes}} 个班（{{at}}）。请改正其中一项。",
  pupilsBelowBands:
    "《{{sheet}}》表{{place}}，{{school}}：按班额段至少应有 {{least}} 名学生，在校生只有 {{pupils}} 人（{{at}}）。请改正其中一项。",
  pupilsAboveBands:
    "《{{sheet}}》表{{place}}，{{school}}：按班额段至多容纳 {{most}} 名学生，在校生却有 {{pupils}} 人（{{at}}）。请改正其中一项。",
  under30Contradicted:
    "《{{sheet}}》表{{place}}，{{school}}：填了最大班额低于 30 人，却有 {{classes}} 个班超过 30 人（{{at}}）。请改正其中一项。",
  builtContradicts:
    "《{{sheet}}》表{{place}}，{{school}}：填了 {{year}} 年及之前建成，建校年份却是 {{builtYear}} 年（{{at}}）。请改正其中一项。",
  built2010Without2016: "《{{sheet}}》表{{place}}，{{school}}：2010 年及之前已建成，2016 年及之前却填“否”。请改正其中一项。",
  lineageAfterStatisticsYear: "《{{sheet}}》表{{place}}，{{school}}：发生年份 {{year}} 晚于统计年 {{statisticsYear}}。请改正。",
  lineageFromItself: "《{{sheet}}》表{{place}}，{{school}}：原学校标识码就是本校现用的标识码。请填写变更前的标识码。",
  lineageOriginStillThere:
    "《{{sheet}}》表{{place}}，{{school}}：由 {{fromCode}} 更名或变更而来，而该标识码仍在《学校》表中。请改正其中一处。",
  lineageLoop: "《{{sheet}}》表{{place}}，{{school}}：沿革绕回到本校，几所学校互为原学校。请改正。",
  countyPartAboveWhole: "《{{sheet}}》表{{place}}：“{{heading}}”为 {{part}}，多于“{{wholeHeading}}”{{whole}}（{{at}}）。请改正其中一项。",
  recognitionAfterStatisticsYear: "《{{sheet}}》表{{place}}：基本均衡认定年份 {{year}} 晚于统计年 {{statisticsYear}}。请改正。",
  growthYearLate: "《{{sheet}}》表{{place}}：财年 {{year}} 晚于统计年 {{statisticsYear}}。请改正。",
  duplicateGrowthYear: "《{{sheet}}》表{{place}}：财年 {{year}} 填了两次。请只保留一行。",

  retentionUnlikely:
    "《{{sheet}}》表{{place}}，{{school}}：毕业 {{graduates}} 人、初一时 {{entrants}} 人，三年巩固率为 {{percent}}%。请核对毕业、转入、转出人数。",
  retentionAgainstHistory:
    "《{{sheet}}》表{{place}}，{{school}}：“{{heading}}”为 {{stated}}，{{year}} 年 {{grade}} 年级在校生却是 {{past}} 人。请核对。",
  publicFundsUnlikely:
    "《{{sheet}}》表{{place}}，{{school}}：公用经费预算 {{budget}} 万元、学生 {{pupils}} 人，生均 {{each}} 元。请核对金额和单位。",
  accountAgainstBudget: "《{{sheet}}》表{{place}}，{{school}}：公用经费预算 {{budget}} 万元，决算 {{actual}} 万元，相差悬殊。请核对。",
  trainingAboveFunds:
    "《{{sheet}}》表{{place}}，{{school}}：教师培训经费预算 {{training}} 万元，多于公用经费预算 {{budget}} 万元。请核对。",
  entrantsAboveFirstGrade:
    "《{{sheet}}》表{{place}}，{{school}}：“{{heading}}”为 {{stated}}，多于该年级在校生 {{first}}（{{at}}）。请核对。",
  postsOverfilled: "《{{sheet}}》表{{place}}，{{school}}：在编教职工 {{filled}} 人，多于核定编制 {{posts}} 名。请核对。",
  countyFigureUnlikely: "《{{sheet}}》表{{place}}：“{{heading}}”为 {{value}}，通常在 {{min}} 到 {{max}} 之间。请核对金额和单位。",
  specialFundsUnlikely:
    "《{{sheet}}》表{{place}}：特殊教育公用经费 {{funds}} 元、学生 {{pupils}} 人，生均 {{each}} 元。请核对单位是否误用万元。",
  rateLooksLikePercent: "《{{sheet}}》表{{place}}：“{{heading}}”为 {{value}}，大于 1。15% 请填 15% 或 0.15。请核对。",
  growthYearGap: "《{{sheet}}》表{{place}}：财年 {{year}} 的上一行是 {{before}}，中间缺年，增长无法比较。请核对并补填。",
  growthJump: "《{{sheet}}》表{{place}}：“{{heading}}”{{year}} 年为 {{now}}，上年为 {{before}}（{{percent}}%）。请核对。",
  countyAboveSchools: "《{{sheet}}》表{{place}}：“{{heading}}”为 {{value}}，多于各校合计 {{sum}}。请核对。",
  reportedSum: "《{{sheet}}》表{{place}}：“{{heading}}”自报 {{stated}}，各分项合计却为 {{sum}}。请核对哪一项有误。",
  reportedPart: "《{{sheet}}》表{{place}}：“{{heading}}”自报 {{part}}，多于“{{wholeHeading}}”{{whole}}。请核对。",
  reportedShare:
    "《{{sheet}}》表{{place}}：“{{heading}}”自报 {{stated}}%，按自报的 {{part}} 和 {{whole}} 计算应为 {{exact}}%。请核对哪一项有误。",
  reportedStandardRepeats:
    "《{{sheet}}》表{{place}}：目标表 {{id}} 一行的标准值 {{primary}}/{{junior}} 与 {{other}} 一行完全相同，疑为误抄。请对照指标核对。",
  reportedRows: "《{{sheet}}》表{{place}}：“{{heading}}”自报 {{stated}}，按学校逐行统计为 {{rows}}。请核对哪一项有误。",
  figureJump:
    "《{{sheet}}》表{{place}}，{{school}}：“{{heading}}”所属合计由 {{year}} 年的 {{before}} 变为 {{now}}（{{percent}}%）。请核对。",
  schoolAppeared:
    "《{{sheet}}》表{{place}}，{{school}}：{{year}} 年数据中没有这所学校，高年级却已有学生。如是换码、合并或拆分，请在《沿革》表写明。",
  schoolVanished:
    "《{{sheet}}》表：{{year}} 年数据中的 {{school}}（{{code}}，{{pupils}} 名学生）不在本次数据中，也没有学校以它为原学校。如是换码或撤并，请在《沿革》表写明。",
  unknownOrigin: "《{{sheet}}》表{{place}}，{{school}}：原学校标识码 {{fromCode}} 不在 {{year}} 年数据中。请核对。",

  setTooMany: "一次最多上传 {{max}} 个文件。请分批上传，或删去无关的文件。",
  setNested: "压缩包中的 {{file}} 不是工作簿，而是另一个压缩包或文档。请把工作簿直接放进压缩包，一层即可。",
  fileInSetUnreadable: "文件 {{file}} 无法读取，可能不完整、有密码或不是 .xlsx。请用 WPS 或 Excel 另存为 .xlsx 后重新上传。",
  fileNotRecognised: "文件 {{file}} 不是县区工作簿、官方填报表、统计导出表或学校名单，未读取。如其中有数据，请核对表头。",
  sheetTwice: "文件 {{file}} 与 {{other}} 都是《{{about}}》表。请只保留一个。",
  workbookTwice: "文件 {{file}} 与 {{other}} 都是县区工作簿。一次请只上传一个。",
  workbookWithOthers: "文件 {{file}} 不能与县区工作簿数据 {{other}} 一起上传。请分两次上传。",
  returnNoValues: "文件 {{file}}《{{sheet}}》表没有“填报值”一列。请填写后重新上传。",
  returnNoCode: "文件 {{file}}《{{sheet}}》表 {{cell}} 没有学校代码，也不能按校名认出。请填写学校标识码。",
  schoolTwice: "文件 {{file}}《{{sheet}}》表 {{cell}}：学校 {{code}} 的填报表在 {{other}} 中已有一份。请只保留一份。",
  schoolRowTwice: "文件 {{file}}《{{sheet}}》表 {{cell}}：学校 {{code}} 的同一学段与第 {{first}} 行重复。请只保留一行。",
  countyTwice: "文件 {{file}} 是第二份区县填报表（第一份是 {{other}}）。请只保留一份。",
  returnOtherYear:
    "文件 {{file}}《{{sheet}}》表 {{cell}}：填报年度是 {{value}} 年，上传时选择的统计年是 {{year}} 年。请改选统计年，或改正填报年度。",
  identityMissing:
    "{{school}}（{{code}}）缺少：{{missing}}。官方填报表不含这些内容。请另附一份学校名单（模板《学校》表，.xlsx 或 CSV）一起上传。",
  returnInvalid: "文件 {{file}}：{{school}}（{{code}}）的内容无法读取（{{at}}）。请核对后重新上传。",
  figureTwice: "文件 {{file}}《{{sheet}}》表 {{cell}}：“{{heading}}”为 {{value}}，与 {{at}} 的 {{other}} 不同。请改正其中一处。",
  unitUnknown: "文件 {{file}}《{{sheet}}》表 {{cell}}：“{{heading}}”的单位“{{unit}}”不能换算。请改用表中规定的单位。",
  notYear: "《{{sheet}}》表 {{cell}}：“{{heading}}”应填年份，现为“{{value}}”。请改正。",
  gradesSum: "文件 {{file}}《{{sheet}}》表 {{cell}}，{{school}}：“{{heading}}”为 {{value}}，各年级合计为 {{sum}}。请改正其中一项。",
  returnBandsSum: "文件 {{file}}《{{sheet}}》表 {{cell}}，{{school}}：“{{heading}}”为 {{value}}，各班额段合计为 {{sum}}。请改正其中一项。",
  returnStageNotTaught:
    "文件 {{file}}《{{sheet}}》表 {{cell}}，{{school}}：“{{heading}}”为 {{value}}，但按学校类型不设这一学段。请改正其中一项。",
  gradesDropped:
    "文件 {{file}}《{{sheet}}》表 {{cell}}，{{school}}：“{{heading}}”为 {{value}}，与现有分年级数之和 {{stored}} 不同。将只保留合计，推演时缺少分年级数。请核对。",
  gymDiffers:
    "文件 {{file}}《{{sheet}}》表 {{cell}}，{{school}}：“{{heading}}”为 {{value}} ㎡，室内体育用房面积为 {{other}} ㎡，按后者计。请核对。",
  unknownItem: "“{{item}}”一项不认识，未读取（{{count}} 处）。如有数据，请对照官方填报表核对文字。",
  schoolsKept: "本次上传没有以下 {{count}} 所学校的数据，沿用现有数据：{{schools}}。请核对是否漏交。",
  formsWithoutSchools: "上传的文件中没有学校数据，所选统计年也没有已保存的数据。请与学校填报表一起上传。",
};
