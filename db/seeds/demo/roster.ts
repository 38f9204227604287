import type { Locality, SchoolType } from "@server/statistics/contract";
import { between, type KeyedRandom } from "../random";
import { placeNames } from "./names";
import type { CountyProfile } from "./profiles";

/** A school of the roster: who it is, and how large before births begin to fall. */
export interface RosterSchool {
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly type: SchoolType;
  readonly ownerCode: number;
  readonly township: string;
  readonly locality: Locality;
  readonly builtYear: number;
  readonly countsAsSchool: boolean;
  /** Row of the parent, −1 for none. */
  readonly parent: number;
  /** Grade-1 entrants in 2021, persons. */
  readonly entrants: number;
  /** Lowest grades taught; 6 but for teaching points, whose pupils go on to the parent. */
  readonly primaryGrades: number;
  /** Weight in the sharing of the county's grade-7 entrants. */
  readonly juniorWeight: number;
  readonly senior: number;
  /** Yearly change of its attraction: villages lose to towns. */
  readonly drift: number;
}

type Draft = Omit<RosterSchool, "row" | "code" | "builtYear" | "parent"> & { readonly parentName: string | null };

const blank = {
  ownerCode: 7,
  countsAsSchool: true,
  parentName: null,
  entrants: 0,
  primaryGrades: 6,
  juniorWeight: 0,
  senior: 0,
  drift: 0,
} as const;

const ordinals = [
  "一",
  "二",
  "三",
  "四",
  "五",
  "六",
  "七",
  "八",
  "九",
  "十",
  "十一",
  "十二",
  "十三",
  "十四",
  "十五",
  "十六",
  "十七",
  "十八",
];

/** Schools at the seat: large, growing, the only ones with senior stages; private schools settle here. */
const seatSchools = (profile: CountyProfile, seats: readonly string[], random: KeyedRandom): Draft[] => {
  const { schools, scale } = profile;
  const district = profile.kind === "district";
  const locality: Locality = district ? "urban" : "town";
  const prefix = profile.name.slice(0, -1);
  const seat = (index: number): string => seats[index % seats.length] ?? "";
  const size = (key: string, low: number, high: number): number => Math.round(scale * between(random("size", key), low, high));
  const base = { ...blank, locality, drift: 0.012 };
  const primaries = Math.max(2, Math.round(schools * (district ? 0.36 : 0.07)));
  const juniors = Math.max(1, Math.round(schools * (district ? 0.14 : 0.035)));
  const drafts: Draft[] = [];
  for (let index = 0; index < primaries; index++) {
    const name = index === 0 ? `${prefix}实验小学` : `${prefix}第${ordinals[index - 1]}小学`;
    drafts.push({ ...base, name, type: "primary", township: seat(index), entrants: size(name, 110, 270) });
  }
  for (let index = 0; index < juniors; index++) {
    const name = `${prefix}第${ordinals[index + 1]}初级中学`;
    drafts.push({ ...base, name, type: "junior", township: seat(index), juniorWeight: size(name, 240, 420) });
  }
  const add = (least: number, draft: Partial<Draft> & Pick<Draft, "name" | "type">): void => {
    if (schools >= least) drafts.push({ ...base, township: seat(drafts.length), ...draft });
  };
  add(12, { name: `${prefix}第一中学`, type: "complete_secondary", juniorWeight: size("no1", 120, 190), senior: size("no1s", 900, 1500) });
  add(12, { name: "启明学校", type: "nine_year", ownerCode: 10, entrants: size("qm", 45, 80), juniorWeight: size("qmj", 50, 90) });
  add(24, {
    name: "云帆学校",
    type: "twelve_year",
    ownerCode: 10,
    entrants: size("yf", 60, 90),
    juniorWeight: size("yfj", 80, 120),
    senior: size("yfs", 300, 500),
  });
  add(24, {
    name: `${prefix}实验小学东校区`,
    type: "primary",
    countsAsSchool: false,
    parentName: `${prefix}实验小学`,
    entrants: size("campus", 40, 70),
  });
  add(24, { name: `${prefix}特殊教育学校`, type: "special" });
  add(30, { name: `${prefix}高级中学`, type: "senior", senior: size("senior", 1200, 2200) });
  add(36, { name: `${prefix}职业技术学校`, type: "vocational" });
  add(60, { name: "博远学校", type: "nine_year", ownerCode: 10, entrants: size("by", 40, 70), juniorWeight: size("byj", 45, 80) });
  return drafts;
};

/** Schools of one township: a central primary school, for most a junior or nine-year school. */
const townshipSchools = (profile: CountyProfile, place: string, index: number, random: KeyedRandom): Draft[] => {
  const town = index % 2 === 0;
  const township = place + (profile.kind === "district" || town ? "镇" : "乡");
  const base = { ...blank, township, locality: town ? ("town" as const) : ("rural" as const), drift: town ? -0.005 : -0.025 };
  const size = (key: string, low: number, high: number): number =>
    Math.round(profile.scale * between(random("size", place, key), low, high) * (town ? 1.3 : 1));
  if (index % 4 === 3) {
    return [
      {
        ...base,
        name: `${place}九年一贯制学校`,
        type: "nine_year",
        entrants: size("primary", 35, 55),
        juniorWeight: size("junior", 30, 55),
      },
    ];
  }
  const central: Draft = { ...base, name: `${place}中心小学`, type: "primary", entrants: size("primary", 45, 85) };
  if (index % 4 === 2) return [central];
  return [central, { ...base, name: `${place}初级中学`, type: "junior", juniorWeight: size("junior", 60, 130) }];
};

/** 村小 and 教学点: shrinking; most points teach the first three or four grades. */
const villageSchool = (
  profile: CountyProfile,
  place: string,
  township: string,
  centre: string,
  index: number,
  random: KeyedRandom,
): Draft => {
  const base = { ...blank, township, locality: "rural" as const, drift: -0.045 };
  const uniform = random("size", place, "village");
  if (index % 5 < 3) {
    return { ...base, name: `${place}小学`, type: "primary", entrants: Math.round(profile.scale * between(uniform, 14, 34)) };
  }
  const large = index % 10 === 4;
  return {
    ...base,
    name: `${place}教学点`,
    type: "teaching_point",
    countsAsSchool: false,
    parentName: centre,
    primaryGrades: large ? 6 : 3 + (index % 2),
    entrants: large ? Math.round(between(uniform, 15, 20)) : Math.max(2, Math.round(between(uniform, 3, 9))),
    drift: large ? -0.02 : -0.05,
  };
};

/** The county's schools, seat first, in the order of their codes. */
export const rosterOf = (profile: CountyProfile, random: KeyedRandom): readonly RosterSchool[] => {
  const places = placeNames(random);
  const district = profile.kind === "district";
  const townships = Math.max(2, Math.min(district ? 3 : 16, Math.round(profile.schools / (district ? 10 : 7))));
  const seats = (district ? places.slice(0, 4) : places.slice(0, 1)).map((place) => place + (district ? "街道" : "镇"));
  let next = seats.length;
  const drafts = seatSchools(profile, seats, random);
  const centres: { township: string; name: string }[] = [];
  for (let index = 0; index < townships; index++) {
    const schools = townshipSchools(profile, places[next++] ?? "", index, random);
    const [centre] = schools;
    if (centre === undefined || drafts.length + schools.length > profile.schools) break;
    drafts.push(...schools);
    centres.push({ township: centre.township, name: centre.name });
  }
  for (let index = 0; drafts.length < profile.schools; index++) {
    const centre = centres[index % centres.length];
    if (centre === undefined) break;
    drafts.push(villageSchool(profile, places[next++] ?? "", centre.township, centre.name, index, random));
  }
  const rowOf = new Map(drafts.map((draft, row) => [draft.name, row]));
  return drafts.map(({ parentName, ...draft }, row) => ({
    ...draft,
    row,
    code: `${profile.code}${String(row + 1).padStart(4, "0")}`,
    builtYear: Math.round(draft.ownerCode === 10 ? between(random("built", row), 2004, 2016) : between(random("built", row), 1952, 2012)),
    parent: parentName === null ? -1 : (rowOf.get(parentName) ?? -1),
  }));
};
