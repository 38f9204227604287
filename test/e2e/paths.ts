/** Pages of a county beside those in views.ts, and what their addresses carry when something on them is open. */
export const countyPaths = (school: string): readonly string[] => [
  "/data/import",
  "/data/schools",
  "/data/schools?type=primary&sort=primaryPupils&direction=desc",
  `/data/schools/${school}`,
  "/data/entry/%40county",
  "/data/versions",
  "/assessment/summary",
  ...["schools?stage=junior&verdict=met", "balance", "balance?why=balance.primary.R4"].map((page) => `/assessment/${page}`),
  "/assessment/assurance",
  "/assessment/assurance?item=G2",
  ...["quality?item=Q3", "recognition", "vetoes?item=V1", "vetoes?item=E"].map((page) => `/assessment/${page}`),
  "/assessment/basic",
  "/rules",
  "/rules/quality-2019?group=relief",
  "/rules/compare",
  "/publication",
  "/account",
];

/** The same of a province. */
export const provincePaths = (publicationId: string): readonly string[] => [
  "/province/compare",
  "/province/compare?view=table&measure=cv",
  "/province/compare?view=multiples",
  "/province/compare?view=ranking",
  "/province/compare?view=schools",
  "/province/compare?view=sides&all=1",
  ...["summary", "matrix", "balance", "items&item=G3"].map((view) => `/province/counties/${publicationId}?view=${view}`),
  "/rules",
  "/rules/quality-2017/edit?add=R4.standard.primary",
  "/members",
  "/account",
];
