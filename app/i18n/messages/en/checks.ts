export default {
  fileTooLarge: "The file is larger than {{limitMb}} MB. Remove pictures and unrelated sheets, then upload it again.",
  fileNotWorkbook: "The file is not an .xlsx workbook. Fill in the template, save it as .xlsx and upload it.",
  fileWrongTemplate: "The workbook has no sheet 《{{missing}}》. Use the template offered for download.",
  fileUnreadable: "The workbook cannot be read and may be incomplete. Open it in WPS or Excel, save it as .xlsx and upload it again.",
  fileEncrypted:
    "The workbook has a password or is an old .xls file and cannot be read. Remove the password, save it as .xlsx and upload it again.",
  fileDuplicateParts:
    "The workbook holds parts of the same name and cannot be opened safely. Open it in WPS or Excel, save it as .xlsx and upload it again.",
  fileUnpackedSize: "Unpacked, the workbook is larger than allowed. Copy the data into a newly downloaded template and upload that.",
  fileMacros: "The workbook contains macros. Save it as .xlsx without macros and upload it again.",
  fileEntries: "The workbook holds too many inner files. Copy the data into a newly downloaded template and upload that.",
  fileEncoding: "Texts inside the workbook are not encoded as UTF-8. Open it in WPS or Excel, save it as .xlsx and upload it again.",
  fileDoctype: "The workbook holds declarations that are not allowed. Copy the data into a newly downloaded template and upload that.",
  fileTooSlow: "Reading the workbook took too long and was stopped. Copy the data into a newly downloaded template and upload that.",
  fileTooHeavy:
    "Reading the workbook took too much memory and was stopped. Copy the data into a newly downloaded template and upload that.",
  wrongCounty:
    "Sheet 《县区》 is filled in for {{foundName}} ({{found}}); your county is {{expectedName}} ({{expected}}). Upload your own county's workbook.",
  moreIssues: "There are more than {{max}} problems; the rest are not listed. Correct these first, then upload the workbook again.",

  missingSheet: "The workbook has no sheet 《{{sheet}}》. Add it from the template and upload the workbook again.",
  unknownSheet: "Sheet 《{{sheet}}》 is not part of the template and was not read. Move any data in it to the sheet where they belong.",
  headingsNotFound: "No headings were found in the first 12 rows of sheet 《{{sheet}}》. Copy the headings of row 2 from the template.",
  missingColumn: "Sheet 《{{sheet}}》 lacks the column “{{heading}}”. Add the heading from the template.",
  duplicateColumn: "Row {{row}} of sheet 《{{sheet}}》 has the heading “{{heading}}” twice. Keep one column.",
  unknownColumn:
    "Column “{{heading}}” of sheet 《{{sheet}}》 is not part of the template and was not read. If the heading was changed, restore it.",
  headingUnit:
    "The heading “{{found}}” in row {{row}} of sheet 《{{sheet}}》 has another unit than “{{heading}}” of the template. Convert the figures and restore the heading.",
  totalRowSkipped: "Row {{row}} of sheet 《{{sheet}}》 is a total row and was not read. Delete total rows.",
  tooManyRows: "Sheet 《{{sheet}}》 has more than {{max}} rows of data; it cannot be read from row {{row}} on. Delete surplus rows.",

  required: "Sheet 《{{sheet}}》, {{cell}}: “{{heading}}” is empty. Fill it in.",
  notNumber:
    "Sheet 《{{sheet}}》, {{cell}}: “{{heading}}” must be a number, but is “{{value}}”. Enter a number; leave it empty when not reported.",
  notWhole: "Sheet 《{{sheet}}》, {{cell}}: “{{heading}}” must be a whole number, but is {{value}}. Correct it.",
  negative: "Sheet 《{{sheet}}》, {{cell}}: “{{heading}}” cannot be below 0, but is {{value}}. Correct it.",
  outOfRange: "Sheet 《{{sheet}}》, {{cell}}: “{{heading}}” must be between {{min}} and {{max}}, but is {{value}}. Correct it.",
  shareOutOfRange:
    "Sheet 《{{sheet}}》, {{cell}}: “{{heading}}” must be a share, but is {{value}}, more than {{max}}. Enter 15 per cent as 15% or 0.15.",
  unknownLine:
    "Sheet 《{{sheet}}》, row {{row}}: “{{value}}” is no item of the template and was not read. If its text was changed, restore it.",
  duplicateItem: "Sheet 《{{sheet}}》, row {{row}}: “{{value}}” stands further up already. Keep one row.",
  percent: "Sheet 《{{sheet}}》, {{cell}}: “{{heading}}” must be a quantity, but is the percentage “{{value}}”. Enter the quantity.",
  unitInCell: "Sheet 《{{sheet}}》, {{cell}}: “{{heading}}” takes a number only, but is “{{value}}”. Remove units and words.",
  dateInCell: "Sheet 《{{sheet}}》, {{cell}}: “{{heading}}” is formatted as a date. Format the cell as number or text and enter it again.",
  cellError:
    "Sheet 《{{sheet}}》, {{cell}}: the formula of “{{heading}}” fails and shows {{value}}. Correct the formula or enter the figure.",
  notText: "Sheet 《{{sheet}}》, {{cell}}: “{{heading}}” must be a text, but is “{{value}}”. Correct it.",
  tooLong: "Sheet 《{{sheet}}》, {{cell}}: “{{heading}}” is longer than {{max}} characters. Shorten it.",
  notInList: "Sheet 《{{sheet}}》, {{cell}}: “{{value}}” is not allowed for “{{heading}}”. Choose from the drop-down list.",
  badCode: "Sheet 《{{sheet}}》, {{cell}}: “{{heading}}” must have 4–20 digits or letters, but is “{{value}}”. Correct it.",
  codeAsNumber:
    "Sheet 《{{sheet}}》, {{cell}}: “{{heading}}” is too long to be kept as a number without losing digits. Format the cell as text and enter it again.",

  noCounty: "Sheet 《{{sheet}}》 says nothing about the county. Fill in row 3.",
  badCountyCode: "Sheet 《{{sheet}}》, {{cell}}: the county code must have six digits, but is “{{value}}”. Correct it.",
  secondCounty: "Sheet 《{{sheet}}》, {{cell}}: a second county code {{code}}. A workbook holds one county; delete the other.",
  invalidCounty: "The county's data in sheet 《{{sheet}}》 cannot be read. Compare them with the sheet 填表说明.",
  noSchools: "Sheet 《{{sheet}}》 has no schools. Enter one school a row and upload the workbook again.",
  duplicateCode: "Sheet 《{{sheet}}》, {{cell}}: school code {{code}} stands in row {{first}} too. Correct one of them.",
  unknownCell: "“{{cell}}” has no figure “{{heading}}”. Reload the page and type it again.",
  unknownSchool:
    "Sheet 《{{sheet}}》, {{cell}}: school code {{code}} is not in sheet 《学校》. Correct it, or enter the school there first.",
  duplicateRow: "Sheet 《{{sheet}}》, row {{row}}: the same data of school {{code}} stand further up. Keep one row.",
  invalidSchool:
    "Sheet 《{{sheet}}》, {{cell}}: the data of school {{code}} cannot be read ({{at}}). Compare them with the sheet 填表说明.",
  rowMissing:
    "Sheet 《{{sheet}}》 has no complete rows for {{school}} ({{code}}); the figures count as not reported. Add them if you have them.",

  fiscalYearAfterStatisticsYear:
    "Sheet 《{{sheet}}》: fiscal year {{fiscalYear}} is after the statistics year {{statisticsYear}}. Correct one of them.",
  fiscalYearUnusual:
    "Sheet 《{{sheet}}》: fiscal year {{fiscalYear}} is not the year before the statistics year {{statisticsYear}}. Check it.",
  birthYearAfterStatisticsYear: "Sheet 《{{sheet}}》: birth year {{year}} is after the statistics year {{statisticsYear}}. Correct it.",
  duplicateBirthYear: "Sheet 《{{sheet}}》: birth year {{year}} stands there twice. Keep one row.",
  duplicateSchool: "Sheet 《{{sheet}}》{{place}}, {{school}}: school code {{code}} is used twice. Correct one of them.",
  builtAfterStatisticsYear: "Sheet 《{{sheet}}》{{place}}, {{school}}: year built {{builtYear}} is after the statistics year. Correct it.",
  campusParentByName:
    "“{{school}}” is no school of its own and names no parent; by its name it is added to “{{parent}}” ({{code}}). Check it, or give the code of its parent.",
  campusWithoutParent:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: not counted as a school, but without the code of its parent school; it will be judged alone. Check and complete it.",
  parentIsItself:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: the school is given as its own parent. Enter the parent school, or leave it empty.",
  unknownParent:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: parent school {{parentCode}} is not in sheet 《学校》. Correct it, or enter that school first.",
  parentLoop: "Sheet 《{{sheet}}》{{place}}, {{school}}: this school and {{parentCode}} are each other's parents. Correct one of them.",
  stageNotTaught:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: its type does not teach this stage, yet there are figures. Correct the type, or clear the figures.",
  partAboveFullTime:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: “{{heading}}” is {{part}}, more than all full-time teachers, {{fullTime}} ({{at}}). Correct one of them.",
  artsAboveFullTime:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: PE, music, art and integrated-arts teachers are {{part}} together, more than all full-time teachers, {{fullTime}} ({{at}}). Correct one of them.",
  classesWithoutPupils:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: “{{heading}}” has {{classes}} classes but 0 pupils ({{at}}). Correct one of them.",
  pupilsWithoutClasses: "Sheet 《{{sheet}}》{{place}}, {{school}}: the stage has {{pupils}} pupils but 0 classes. Enter the classes.",
  gymAboveTeachingArea:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: indoor sports area {{gym}} m² is larger than the teaching and auxiliary area {{teaching}} m² ({{at}}) that should include it. Correct one of them.",
  historyNotEarlier:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: {{year}} is not before the statistics year {{statisticsYear}}. Enter earlier years only.",
  duplicateHistoryYear: "Sheet 《{{sheet}}》{{place}}, {{school}}: {{year}} stands there twice. Keep one row.",

  gradeWithoutClass:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: “{{heading}}” is 0, but the grade has {{pupils}} pupils. Keep it for a multi-grade class (复式班); else enter the classes.",
  classOver66:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: “{{heading}}” has {{average}} pupils a class on average, an oversized class (超大班额). Check pupils and classes.",
  classTooSmall:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: “{{heading}}” has only {{average}} pupils a class on average. Check pupils and classes.",
  equipmentUnit:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: equipment is {{each}} 万元 a pupil; the county's median is {{median}} 万元. Check that the figure is not in yuan.",
  pupilJump: "Sheet 《{{sheet}}》{{place}}, {{school}}: pupils went from {{before}} in {{year}} to {{now}} ({{percent}}%). Check them.",
  noTeachers:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: {{pupils}} pupils but 0 full-time teachers. Check it; leave it empty when not reported.",
  pupilsPerTeacher:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: {{pupils}} pupils and {{teachers}} full-time teachers make {{each}} pupils a teacher. Check them.",
  teachingAreaPerPupil:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: teaching and auxiliary area is {{each}} m² a pupil. Check the area and the pupils.",
  sameName: "Sheet 《{{sheet}}》{{place}}, {{school}}: has the same name as school {{other}}. Check that it was not entered twice.",
  missingValues:
    "Sheet 《{{sheet}}》 has {{cells}} empty cells in {{schools}} schools; the indicators concerned cannot be judged. Fill in what you have; enter 0 where there is none.",

  partAboveWhole:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: “{{heading}}” is {{part}}, more than the total it is part of, {{whole}} ({{at}}). Correct one of them.",
  unsplitDiffers:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: “{{heading}}” is {{stated}}, but the stages add to {{sum}} ({{at}}). Correct one of them.",
  roomBandsAboveRooms:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: the bands of area hold {{sum}} rooms, more than “{{heading}}”, {{rooms}} ({{at}}). Correct one of them.",
  bandsDifferFromClasses:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: the size bands hold {{sum}} classes, the sheet of classes has {{classes}} ({{at}}). Correct one of them.",
  pupilsBelowBands:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: by its size bands the school has at least {{least}} pupils, but only {{pupils}} are reported ({{at}}). Correct one of them.",
  pupilsAboveBands:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: by its size bands the school has at most {{most}} pupils, but {{pupils}} are reported ({{at}}). Correct one of them.",
  under30Contradicted:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: every class is said to be under 30, yet {{classes}} classes are over 30 ({{at}}). Correct one of them.",
  builtContradicts:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: said to be built by {{year}}, but the year built is {{builtYear}} ({{at}}). Correct one of them.",
  built2010Without2016: "Sheet 《{{sheet}}》{{place}}, {{school}}: built by 2010, yet not built by 2016. Correct one of them.",
  lineageAfterStatisticsYear:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: year {{year}} of the event is after the statistics year {{statisticsYear}}. Correct it.",
  lineageFromItself:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: the former code is the school's present one. Enter the code before the change.",
  lineageOriginStillThere:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: it comes from {{fromCode}}, which is still in sheet 《学校》. Correct one of them.",
  lineageLoop: "Sheet 《{{sheet}}》{{place}}, {{school}}: its lineage leads back to itself; schools are each other's origins. Correct it.",
  countyPartAboveWhole:
    "Sheet 《{{sheet}}》{{place}}: “{{heading}}” is {{part}}, more than “{{wholeHeading}}”, {{whole}} ({{at}}). Correct one of them.",
  recognitionAfterStatisticsYear:
    "Sheet 《{{sheet}}》{{place}}: basic balance was recognised in {{year}}, after the statistics year {{statisticsYear}}. Correct it.",
  growthYearLate: "Sheet 《{{sheet}}》{{place}}: fiscal year {{year}} is after the statistics year {{statisticsYear}}. Correct it.",
  duplicateGrowthYear: "Sheet 《{{sheet}}》{{place}}: fiscal year {{year}} stands there twice. Keep one row.",

  retentionUnlikely:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: {{graduates}} graduates of {{entrants}} entrants make a three-year retention of {{percent}}%. Check graduates and transfers.",
  retentionAgainstHistory:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: “{{heading}}” is {{stated}}, but grade {{grade}} had {{past}} pupils in {{year}}. Check them.",
  publicFundsUnlikely:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: public funds of {{budget}} 万元 for {{pupils}} pupils make {{each}} yuan a pupil. Check amount and unit.",
  accountAgainstBudget:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: public funds are {{budget}} 万元 in the budget and {{actual}} 万元 in the final account, far apart. Check them.",
  trainingAboveFunds:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: the training budget of {{training}} 万元 is above the public funds of {{budget}} 万元. Check them.",
  entrantsAboveFirstGrade:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: “{{heading}}” is {{stated}}, more than the grade's pupils, {{first}} ({{at}}). Check them.",
  postsOverfilled: "Sheet 《{{sheet}}》{{place}}, {{school}}: {{filled}} staff hold {{posts}} approved posts. Check them.",
  countyFigureUnlikely:
    "Sheet 《{{sheet}}》{{place}}: “{{heading}}” is {{value}}; usual figures lie between {{min}} and {{max}}. Check amount and unit.",
  specialFundsUnlikely:
    "Sheet 《{{sheet}}》{{place}}: special-education funds of {{funds}} yuan for {{pupils}} pupils make {{each}} yuan a pupil. Check that the figure is not in 万元.",
  rateLooksLikePercent: "Sheet 《{{sheet}}》{{place}}: “{{heading}}” is {{value}}, above 1. Enter 15 per cent as 15% or 0.15. Check it.",
  growthYearGap:
    "Sheet 《{{sheet}}》{{place}}: the row before fiscal year {{year}} is {{before}}; growth cannot be compared over a gap. Check and complete it.",
  growthJump:
    "Sheet 《{{sheet}}》{{place}}: “{{heading}}” is {{now}} in {{year}} and was {{before}} the year before ({{percent}}%). Check it.",
  countyAboveSchools: "Sheet 《{{sheet}}》{{place}}: “{{heading}}” is {{value}}, more than all schools together, {{sum}}. Check them.",
  reportedSum: "Sheet 《{{sheet}}》{{place}}: “{{heading}}” is stated as {{stated}}, but its parts add to {{sum}}. Check which is wrong.",
  reportedPart: "Sheet 《{{sheet}}》{{place}}: “{{heading}}” is stated as {{part}}, more than “{{wholeHeading}}”, {{whole}}. Check them.",
  reportedShare:
    "Sheet 《{{sheet}}》{{place}}: “{{heading}}” is stated as {{stated}}%, but {{part}} of {{whole}} make {{exact}}%. Check which is wrong.",
  reportedStandardRepeats:
    "Sheet 《{{sheet}}》{{place}}: row {{id}} of the table of targets has the same standards {{primary}}/{{junior}} as row {{other}}, perhaps copied. Compare it with the indicator.",
  reportedRows:
    "Sheet 《{{sheet}}》{{place}}: “{{heading}}” is stated as {{stated}}, but the rows of the schools make {{rows}}. Check which is wrong.",
  figureJump:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: the total that “{{heading}}” belongs to went from {{before}} in {{year}} to {{now}} ({{percent}}%). Check it.",
  schoolAppeared:
    "Sheet 《{{sheet}}》{{place}}, {{school}}: not in the data of {{year}}, yet its upper grades have pupils. If its code changed, or schools merged or split, say so in sheet 《沿革》.",
  schoolVanished:
    "Sheet 《{{sheet}}》: {{school}} ({{code}}, {{pupils}} pupils in {{year}}) is not in these data, and no school names it as its origin. If its code changed or it was merged, say so in sheet 《沿革》.",
  unknownOrigin: "Sheet 《{{sheet}}》{{place}}, {{school}}: the former code {{fromCode}} is not in the data of {{year}}. Check it.",

  setTooMany: "An upload holds at most {{max}} files. Send them in parts, or leave out what does not belong.",
  setNested: "{{file}} in the archive is no workbook but another archive or a document. Put the workbooks into the archive directly.",
  fileInSetUnreadable:
    "{{file}} cannot be read: it may be incomplete, locked or no .xlsx. Save it as .xlsx in WPS or Excel and send it again.",
  fileNotRecognised:
    "{{file}} is neither a county workbook nor an official return, an export of the statistics or a list of schools, and was not read. If it holds data, check its headings.",
  sheetTwice: "{{file}} and {{other}} both hold the sheet {{about}}. Keep one.",
  workbookTwice: "{{file}} and {{other}} are both county workbooks. Send one at a time.",
  workbookWithOthers: "{{file}} cannot be sent together with the county workbook data {{other}}. Send them one after the other.",
  returnNoValues: "{{file}}, sheet {{sheet}}, has no column of values (填报值). Fill it in and send it again.",
  returnNoCode: "{{file}}, sheet {{sheet}}, {{cell}}: there is no school code, and the school is not known by its name. Enter the code.",
  schoolTwice: "{{file}}, sheet {{sheet}}, {{cell}}: {{other}} already holds a return of school {{code}}. Keep one.",
  schoolRowTwice: "{{file}}, sheet {{sheet}}, {{cell}}: the same stage of school {{code}} stands in row {{first}}. Keep one row.",
  countyTwice: "{{file}} is a second county return (the first is {{other}}). Keep one.",
  returnOtherYear:
    "{{file}}, sheet {{sheet}}, {{cell}}: the return is of {{value}}, the year chosen for the upload is {{year}}. Choose the other year, or correct the return.",
  identityMissing:
    "{{school}} ({{code}}) lacks: {{missing}}. No official return asks for it. Send a list of schools (sheet 学校 of the template, .xlsx or CSV) with the returns.",
  returnInvalid: "{{file}}: {{school}} ({{code}}) cannot be read ({{at}}). Check it and send it again.",
  figureTwice: "{{file}}, sheet {{sheet}}, {{cell}}: “{{heading}}” is {{value}}, but {{other}} in {{at}}. Correct one of them.",
  unitUnknown: "{{file}}, sheet {{sheet}}, {{cell}}: the unit “{{unit}}” of “{{heading}}” cannot be converted. Use the unit of the form.",
  notYear: "Sheet {{sheet}}, {{cell}}: “{{heading}}” must be a year, but is “{{value}}”. Correct it.",
  gradesSum:
    "{{file}}, sheet {{sheet}}, {{cell}}, {{school}}: “{{heading}}” is {{value}}, the grades add up to {{sum}}. Correct one of them.",
  returnBandsSum:
    "{{file}}, sheet {{sheet}}, {{cell}}, {{school}}: “{{heading}}” is {{value}}, the class sizes add up to {{sum}}. Correct one of them.",
  returnStageNotTaught:
    "{{file}}, sheet {{sheet}}, {{cell}}, {{school}}: “{{heading}}” is {{value}}, but a school of this type does not teach that stage. Correct one of them.",
  gradesDropped:
    "{{file}}, sheet {{sheet}}, {{cell}}, {{school}}: “{{heading}}” is {{value}}, but the stored grades add up to {{stored}}. Only the total will be kept, and projections will lack the grades. Check it.",
  gymDiffers:
    "{{file}}, sheet {{sheet}}, {{cell}}, {{school}}: “{{heading}}” is {{value}} m², the indoor sports area {{other}} m², which counts. Check both.",
  unknownItem:
    "“{{item}}” is not known and was not read ({{count}} times). If it holds data, compare its wording with the official return.",
  schoolsKept:
    "The upload says nothing of these {{count}} schools, whose stored data stay: {{schools}}. Check whether returns are missing.",
  formsWithoutSchools: "The files hold no school, and nothing is stored for the chosen year. Send them together with the school returns.",
};
