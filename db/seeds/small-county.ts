import {
  type CountyDataset,
  type HistoryYear,
  type Locality,
  type School,
  type SchoolType,
  stagesOfType,
  typesWithSenior,
} from "@server/statistics/contract";
import { countyFactsFor, goodCountyHabits } from "./county-figures";
import { type CoreSchool, furtherFactsFor, goodHabits } from "./further-figures";
import { between, keyedRandom } from "./random";
import { facilitiesFor, teachersFor } from "./school-figures";

/** Fixture counties: quick, deterministic, believable, with every fact reported. The demonstration data is in `demo/`. */
interface Outline {
  readonly name: string;
  readonly type: SchoolType;
  readonly township: string;
  readonly locality: Locality;
  readonly ownerCode: number;
  /** Pupils of one primary grade, of one junior grade, of the senior years together; 0 where not taught. */
  readonly size: readonly [primaryGrade: number, juniorGrade: number, senior: number];
  /** Row of the parent in the list of outlines, −1 for none. */
  readonly parent: number;
  readonly staff: number;
  readonly buildings: number;
}

const outlines: readonly Outline[] = [
  {
    name: "城关第一小学",
    type: "primary",
    township: "城关镇",
    locality: "town",
    ownerCode: 7,
    size: [210, 0, 0],
    parent: -1,
    staff: 1.05,
    buildings: 0.9,
  },
  {
    name: "城关第二小学",
    type: "primary",
    township: "城关镇",
    locality: "town",
    ownerCode: 7,
    size: [150, 0, 0],
    parent: -1,
    staff: 1.1,
    buildings: 1.02,
  },
  {
    name: "城关初级中学",
    type: "junior",
    township: "城关镇",
    locality: "town",
    ownerCode: 7,
    size: [0, 330, 0],
    parent: -1,
    staff: 1.1,
    buildings: 1.05,
  },
  {
    name: "县第一中学",
    type: "complete_secondary",
    township: "城关镇",
    locality: "town",
    ownerCode: 7,
    size: [0, 120, 900],
    parent: -1,
    staff: 1.2,
    buildings: 1.1,
  },
  {
    name: "河东九年一贯制学校",
    type: "nine_year",
    township: "河东镇",
    locality: "town",
    ownerCode: 7,
    size: [60, 70, 0],
    parent: -1,
    staff: 1.08,
    buildings: 1.1,
  },
  {
    name: "河东中心小学",
    type: "primary",
    township: "河东镇",
    locality: "town",
    ownerCode: 7,
    size: [72, 0, 0],
    parent: -1,
    staff: 1.1,
    buildings: 1.15,
  },
  {
    name: "石桥中心小学",
    type: "primary",
    township: "石桥乡",
    locality: "rural",
    ownerCode: 7,
    size: [46, 0, 0],
    parent: -1,
    staff: 1.15,
    buildings: 1.3,
  },
  {
    name: "石桥初级中学",
    type: "junior",
    township: "石桥乡",
    locality: "rural",
    ownerCode: 7,
    size: [0, 62, 0],
    parent: -1,
    staff: 1.12,
    buildings: 1.25,
  },
  {
    name: "柳湾小学",
    type: "primary",
    township: "石桥乡",
    locality: "rural",
    ownerCode: 7,
    size: [19, 0, 0],
    parent: -1,
    staff: 1.2,
    buildings: 1.7,
  },
  {
    name: "上坪教学点",
    type: "teaching_point",
    township: "石桥乡",
    locality: "rural",
    ownerCode: 7,
    size: [11, 0, 0],
    parent: 6,
    staff: 1.2,
    buildings: 1.8,
  },
  {
    name: "后坡教学点",
    type: "teaching_point",
    township: "石桥乡",
    locality: "rural",
    ownerCode: 7,
    size: [4, 0, 0],
    parent: 6,
    staff: 1.1,
    buildings: 2,
  },
  {
    name: "启新学校",
    type: "nine_year",
    township: "城关镇",
    locality: "town",
    ownerCode: 10,
    size: [55, 48, 0],
    parent: -1,
    staff: 1.02,
    buildings: 1.04,
  },
];

const fixtureYear = 2026;
const classSize = { primary: 42, junior: 47 } as const;

/** A grade that entered later is smaller: births fall. */
const gradesOf = (size: number, count: number, year: number): number[] =>
  Array.from({ length: count }, (_, grade) => Math.max(1, Math.round(size * (1 + 0.04 * (grade + fixtureYear - year - (count - 1) / 2)))));

const primaryGrades = (size: number, year: number): [number, number, number, number, number, number] => {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = gradesOf(size, 6, year);
  return [a, b, c, d, e, f];
};
const juniorGrades = (size: number, year: number): [number, number, number] => {
  const [a = 0, b = 0, c = 0] = gradesOf(size, 3, year);
  return [a, b, c];
};
const total = (cells: readonly number[] | null): number => (cells ?? []).reduce((sum, cell) => sum + cell, 0);
const classesOf = (pupils: number, stage: "primary" | "junior"): number => Math.max(1, Math.ceil(pupils / classSize[stage]));

const schoolOf = (outline: Outline, code: string, parentCode: string | null): School => {
  const [primarySize, juniorSize, senior] = outline.size;
  const stages = stagesOfType[outline.type];
  const primary = stages.includes("primary") ? primaryGrades(primarySize, fixtureYear) : null;
  const junior = stages.includes("junior") ? juniorGrades(juniorSize, fixtureYear) : null;
  const primaryClasses = primary?.map((pupils) => classesOf(pupils, "primary")) ?? null;
  const juniorClasses = junior?.map((pupils) => classesOf(pupils, "junior")) ?? null;
  const levels = { R1: outline.staff, R2: outline.staff, R3: outline.staff };
  const [p1 = 0, p2 = 0, p3 = 0, p4 = 0, p5 = 0, p6 = 0] = primaryClasses ?? [];
  const [j1 = 0, j2 = 0, j3 = 0] = juniorClasses ?? [];
  const history = (year: number): HistoryYear => ({
    year,
    primaryByGrade: primary === null ? null : primaryGrades(primarySize, year),
    juniorByGrade: junior === null ? null : juniorGrades(juniorSize, year),
  });
  const core: CoreSchool = {
    code,
    name: outline.name,
    type: outline.type,
    ownerCode: outline.ownerCode,
    township: outline.township,
    locality: outline.locality,
    builtYear: outline.ownerCode === 10 ? 2012 : 1978,
    countsAsSchool: outline.type !== "teaching_point",
    parentCode,
    pupils: { primaryByGrade: primary, juniorByGrade: junior, senior: typesWithSenior.includes(outline.type) ? senior : null },
    classes: {
      primaryByGrade: primaryClasses === null ? null : [p1, p2, p3, p4, p5, p6],
      juniorByGrade: juniorClasses === null ? null : [j1, j2, j3],
    },
    teachers: {
      primary: primary === null ? null : teachersFor("primary", total(primary), total(primaryClasses), 17.5, levels),
      junior: junior === null ? null : teachersFor("junior", total(junior), total(juniorClasses), 12.8, levels),
    },
    facilities: facilitiesFor(
      outline.type,
      { primary: total(primary), junior: total(junior), senior },
      total(primaryClasses) + total(juniorClasses),
      outline.locality === "town" && juniorSize > 0 ? 800 : 0,
      { R4: outline.buildings, R5: outline.buildings, R6: outline.buildings, R7: outline.buildings },
    ),
    history: [fixtureYear - 3, fixtureYear - 2, fixtureYear - 1].map(history),
  };
  return { ...core, ...furtherFactsFor(core, fixtureYear, goodHabits) };
};

const countyOf = (code: string, name: string, rows: readonly Outline[]): CountyDataset => {
  const codeOf = (row: number): string => `${code}${String(row + 1).padStart(4, "0")}`;
  const schools = rows.map((row, index) => schoolOf(row, codeOf(index), row.parent < 0 ? null : codeOf(row.parent)));
  return {
    format: "hengce.county-dataset/1",
    county: {
      code,
      name,
      statisticsYear: fixtureYear,
      fiscalYear: fixtureYear - 1,
      births: [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025].map((year, index) => ({
        year,
        births: Math.round((rows.length / 12) * 760 * 0.94 ** index),
      })),
      ...countyFactsFor(schools, fixtureYear - 1, goodCountyHabits),
    },
    schools,
  };
};

/** Twelve schools of statistics year 2026: town, village, mixed-stage, private, one teaching point above and one below 50 pupils. */
export const smallCounty = (): CountyDataset => countyOf("990199", "青溪县", outlines);

/** A county of `size` school returns: the twelve kinds of `smallCounty` in turn, varied in size and equipment by the seed. */
export const countyOfSize = (size: number, seed: number): CountyDataset => {
  const random = keyedRandom(seed);
  const rows = Array.from({ length: size }, (_, index): Outline | null => {
    const kind = outlines[index % outlines.length];
    if (kind === undefined) return null;
    const round = Math.floor(index / outlines.length);
    const scale = between(random(index, "size"), 0.7, 1.4);
    const [primary, junior, senior] = kind.size;
    return {
      ...kind,
      name: round === 0 ? kind.name : `${kind.name}${round + 1}部`,
      township: round === 0 ? kind.township : `${kind.township}${round + 1}片`,
      size: [Math.round(primary * scale), Math.round(junior * scale), Math.round(senior * scale)],
      parent: kind.parent < 0 ? -1 : round * outlines.length + kind.parent,
      staff: kind.staff * between(random(index, "staff"), 0.9, 1.15),
      buildings: kind.buildings * between(random(index, "buildings"), 0.85, 1.25),
    };
  });
  return countyOf(
    "990198",
    "叠云县",
    rows.filter((row) => row !== null),
  );
};
