/** Keys of all notices that a projection can carry, under `planning.notices.`. */
export const noticeKeys = [
  "progressionBorrowed",
  "birthsUnusable",
  "birthsByTrend",
  "entrantsWithoutIntake",
  "entrantsShareUnknown",
  "leaversUnknown",
  "juniorSharesUnknown",
  "leverImpossible",
  "targetNotReported",
  "sectionsLeftOut",
  "hireNotFulfilled",
  "hireBeyondDeficit",
  "hireNowhereToGo",
  "rotationExchanged",
  "rotationBackboneUnfilled",
  "rotationOthersUnfilled",
  "rotationRatios",
  "overBudget",
] as const;
export type NoticeKey = (typeof noticeKeys)[number];

/** Keys of all complaints about a scenario, under `planning.issues.`. */
export const issueKeys = [
  "seriesEmpty",
  "seriesYearTwice",
  "duplicateId",
  "startBeforeBase",
  "effectInBaseYear",
  "effectBeyondHorizon",
  "unknownSchool",
  "schoolWithoutStage",
  "stageNotTaught",
  "stageNotTaughtInCounty",
  "endBeforeEffect",
  "rotationSharesOverOne",
  "rotationMoreThanExist",
  "nameTaken",
] as const;
export type IssueKey = (typeof issueKeys)[number];

/** Keys of the plain sentences about levers, under `planning.levers.`. */
export const leverSummaryKeys = [
  "build_classrooms.plain",
  "build_classrooms.withMultimedia",
  "hire_teachers.toSchool",
  "hire_teachers.byDeficit",
  "rotation_quota.policy",
] as const;

/** Keys of the notes on where a default comes from, under `planning.sources.`. */
export const sourceNotes = [
  "countyBirths",
  "ownIntakeTrend",
  "nationalBirths",
  "ownLeakage",
  "noLeakageKnown",
  "classSizeAsObserved",
  "classSizeLimit",
  "careerLength",
  "postsRefilled",
  "priceGrowth",
  "placesPlannedAhead",
  "roomWithCorridor",
  "teachingBuilding",
  "multimediaRoom",
  "yearlyRecruitment",
  "recruitmentShortfall",
  "teacherCost",
  "eligibilityIsLocal",
  "rotationQuota",
  "rotationBackbone",
  "rotationTerm",
  "villageAllowance",
] as const;
export type SourceNote = (typeof sourceNotes)[number];
