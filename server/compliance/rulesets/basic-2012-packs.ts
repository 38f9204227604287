import type { Figure, PackIndicator, StandardsPack } from "./standards-pack";
import { standardsPackSchema } from "./standards-pack";

/**
 * Examples of provincial school standards. The forms of the rule are real (seven of nine, two misses of
 * eleven, points); limits are invented where the provincial text was not at hand, so all are marked as
 * examples and none is used unless a layer or a person chooses it.
 */

type Limits = readonly [primary: number | null, junior: number | null];

interface Outline {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly figures: readonly Figure[];
  readonly per: PackIndicator["per"];
  readonly limits: Limits;
  readonly bound?: PackIndicator["bound"];
  readonly points?: number;
}

const indicator = ({ id, zh, en, figures, per, limits: [primary, junior], bound = "at_least", points = 0 }: Outline) => ({
  id,
  title: { "zh-CN": zh, en },
  terms: figures.map((figure) => ({ figure, sign: 1 })),
  per,
  bound,
  limit: { primary, junior },
  schools: "all",
  points,
});

const area = {
  id: "AREA",
  zh: "生均教学及辅助用房面积",
  en: "Teaching area per pupil",
  figures: ["facilities.teachingAreaM2"],
  per: "pupil",
} as const;
const sports = {
  id: "SPORTS",
  zh: "生均体育运动场馆面积",
  en: "Sports space per pupil",
  figures: ["facilities.sportsFieldAreaM2", "facilities.gymAreaM2"],
  per: "pupil",
} as const;
const equipment = {
  id: "EQUIP",
  zh: "生均教学仪器设备值",
  en: "Equipment per pupil",
  figures: ["facilities.equipmentValueWan"],
  per: "pupil",
} as const;
const computers = {
  id: "PC",
  zh: "每百名学生计算机台数",
  en: "Computers per 100 pupils",
  figures: ["basic.computers"],
  per: "hundred_pupils",
} as const;
const books = { id: "BOOKS", zh: "生均图书册数", en: "Books per pupil", figures: ["basic.books"], per: "pupil" } as const;
const rooms = {
  id: "ROOMS",
  zh: "班均多媒体教室",
  en: "Multimedia rooms per class",
  figures: ["facilities.multimediaRooms"],
  per: "class",
} as const;
const ratio = {
  id: "RATIO",
  zh: "每名专任教师负担学生数",
  en: "Pupils per teacher",
  figures: ["pupils"],
  per: "teacher",
  bound: "at_most",
} as const;
const degree = {
  id: "DEGREE",
  zh: "每百名学生高于规定学历教师数",
  en: "Teachers above the required education per 100 pupils",
  figures: ["teachers.aboveRequiredEducation"],
  per: "hundred_pupils",
} as const;
const title = {
  id: "TITLE",
  zh: "每百名学生中级及以上职称教师数",
  en: "Teachers of middle or higher title per 100 pupils",
  figures: ["teachers.midTitle"],
  per: "hundred_pupils",
} as const;
const classes = {
  id: "CLASS",
  zh: "超过 55 人的班数",
  en: "Classes of more than 55 pupils",
  figures: ["classesOver55"],
  per: "school",
  bound: "at_most",
} as const;

const pack = (outline: Omit<StandardsPack, "example" | "indicators"> & { readonly indicators: readonly Outline[] }): StandardsPack =>
  standardsPackSchema.parse({ ...outline, example: true, indicators: outline.indicators.map(indicator) });

/** Nine items, seven must be met: the form that a Guizhou district reports. */
const sevenOfNine = pack({
  id: "example-seven-of-nine",
  title: { "zh-CN": "示例：九项至少七项达标", en: "Example: at least seven of nine" },
  source: { document: "贵州某区基本均衡自评报告（九项指标，达标七项以上）", article: "办学基本标准" },
  indicators: [
    { ...area, limits: [3.2, 4] },
    { ...sports, limits: [4.5, 6] },
    { ...equipment, limits: [500, 800] },
    { ...computers, limits: [5, 8] },
    { ...books, limits: [15, 25] },
    { ...rooms, limits: [0.5, 0.5] },
    { ...ratio, limits: [21, 16] },
    { ...degree, limits: [3, 4] },
    { ...classes, limits: [0, 0] },
  ],
  rules: [{ kind: "at_least_met", count: 7 }],
});

/** Eleven items, two misses forgiven: the form of Guangdong's 表Ⅱ-2. */
const twoMisses = pack({
  id: "example-two-misses-of-eleven",
  title: { "zh-CN": "示例：十一项至多两项不达标", en: "Example: at most two misses of eleven" },
  source: { document: "广东省基本均衡申报表（十一项指标，至多两项不达标）", article: "表Ⅱ-2" },
  indicators: [
    { ...area, limits: [3.5, 4.5] },
    { ...sports, limits: [5, 7] },
    { ...equipment, limits: [600, 1000] },
    { ...computers, limits: [6, 10] },
    { ...books, limits: [15, 25] },
    { ...rooms, limits: [0.6, 0.6] },
    { ...ratio, limits: [21, 16] },
    { ...degree, limits: [3, 4] },
    { ...title, limits: [1.5, 2] },
    { ...classes, limits: [0, 0] },
    { id: "MUSIC", zh: "音乐专用教室", en: "Music rooms", figures: ["facilities.musicRooms"], per: "school", limits: [1, 1] },
  ],
  rules: [{ kind: "at_most_missed", count: 2 }],
});

/** Nine items with points, 89 of 100 asked: the form that a Guangxi county reports. */
const points = pack({
  id: "example-points-89",
  title: { "zh-CN": "示例：九项计分，满分 100 分，达到 89 分", en: "Example: points, 89 of 100" },
  source: { document: "广西某县基本均衡汇报材料（九项指标，89 分）", article: "办学基本标准" },
  indicators: [
    { ...area, limits: [3.2, 4], points: 15 },
    { ...sports, limits: [4.5, 6], points: 11 },
    { ...equipment, limits: [500, 800], points: 11 },
    { ...computers, limits: [5, 8], points: 11 },
    { ...books, limits: [15, 25], points: 11 },
    { ...rooms, limits: [0.5, 0.5], points: 10 },
    { ...ratio, limits: [21, 16], points: 11 },
    { ...title, limits: [1.5, 2], points: 10 },
    { ...classes, limits: [0, 0], points: 10 },
  ],
  rules: [{ kind: "points", minimum: 89 }],
});

const examples = {
  "example-seven-of-nine": sevenOfNine,
  "example-two-misses-of-eleven": twoMisses,
  "example-points-89": points,
} as const;
export const examplePackIds = [
  "example-seven-of-nine",
  "example-two-misses-of-eleven",
  "example-points-89",
] as const satisfies readonly (keyof typeof examples)[];

/** The pack that a value of the parameter names or is; null for "none". */
export const packOf = (value: "none" | keyof typeof examples | StandardsPack): StandardsPack | null => {
  if (typeof value !== "string") return value;
  return value === "none" ? null : examples[value];
};
