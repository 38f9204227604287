import { keyedRandom } from "@db/seeds/random";
import { type CountyDataset, type School, type Stage, stagesOfType } from "@server/statistics/contract";
import { county, scenario, school } from "../cases/planning/county";

/** Counties that fail the standard in places: sizes and resources scattered mildly, or with heavy tails on both sides. */
export type Tail = "mild" | "heavy";

const standards = {
  primary: { R1: 4.2, R2: 1, R3: 0.9, R4: 4.5, R5: 7.5, R6: 2000, R7: 2.3 },
  junior: { R1: 5.3, R2: 1, R3: 0.9, R4: 5.8, R5: 10.2, R6: 2500, R7: 2.4 },
} as const;

/** A number of the bell curve from two uniform ones. */
const normal = (u: number, v: number): number => Math.sqrt(-2 * Math.log(1 - u)) * Math.cos(2 * Math.PI * v);

const typeOf = (u: number): School["type"] => (u < 0.7 ? "primary" : u < 0.88 ? "junior" : "nine_year");

export const brokenCounty = (schools: number, seed: number, tail: Tail, level = 1.1): CountyDataset => {
  const random = keyedRandom(seed);
  const spread = tail === "mild" ? 0.18 : 0.4;
  return county(
    Array.from({ length: schools }, (_, row) => {
      const bell = (field: string): number => normal(random(row, field, 1), random(row, field, 2));
      const type = row === 0 ? "primary" : row === 1 ? "junior" : typeOf(random(row, "type"));
      const size = tail === "mild" ? 40 * Math.exp(0.35 * bell("size")) : 30 * Math.exp(0.9 * bell("size"));
      const grade = (field: string): number => Math.max(4, Math.round(size * (0.9 + 0.2 * random(row, field))));
      const has = (stage: Stage): boolean => stagesOfType[type].includes(stage);
      const grades = (stage: Stage, count: number): number[] =>
        has(stage) ? Array.from({ length: count }, (_, g) => grade(`${stage}${g}`)) : [];
      const primary = grades("primary", 6);
      const junior = grades("junior", 3);
      const sum = (cells: readonly number[]): number => cells.reduce((total, cell) => total + cell, 0);
      const pupils = { primary: sum(primary), junior: sum(junior) };
      const relative = (indicator: string): number => level * Math.exp(spread * bell(indicator));
      const whole = (indicator: "R4" | "R5" | "R6" | "R7"): number =>
        (pupils.primary * standards.primary[indicator] + pupils.junior * standards.junior[indicator]) * relative(indicator);
      const staff = (stage: Stage) => {
        const people = (indicator: "R1" | "R2" | "R3"): number =>
          Math.round((pupils[stage] / 100) * standards[stage][indicator] * relative(`${stage}${indicator}`));
        const special = people("R3");
        const above = people("R1");
        const backbone = people("R2");
        return {
          fullTime: Math.max(Math.ceil(pupils[stage] / 14), above + 2, backbone, special),
          aboveRequiredEducation: above,
          backbone,
          physicalEducation: Math.ceil(special / 2),
          music: Math.floor(special / 4),
          art: special - Math.ceil(special / 2) - Math.floor(special / 4),
        };
      };
      const cells6 = primary.length === 6 ? (primary as [number, number, number, number, number, number]) : null;
      const cells3 = junior.length === 3 ? (junior as [number, number, number]) : null;
      return school({
        code: String(1000 + row),
        type,
        ownerCode: random(row, "owner") < 0.05 ? 10 : 7,
        ...(cells6 === null ? {} : { primary: cells6, primaryTeachers: staff("primary") }),
        ...(cells3 === null ? {} : { junior: cells3, juniorTeachers: staff("junior") }),
        facilities: {
          teachingAreaM2: Math.round(whole("R4")),
          gymAreaM2: 0,
          sportsFieldAreaM2: Math.round(whole("R5")),
          equipmentValueWan: Math.round(whole("R6") / 1000) / 10,
          multimediaRooms: Math.round(whole("R7") / 100),
        },
      });
    }),
  );
};

/** One primary school that lacks one thing at a time, beside one that is well off. */
export const lackingCounty = (
  lack: Partial<Record<"fullTime" | "backbone" | "multimediaRooms" | "special" | "equipmentValueWan", number>>,
) => {
  const grades: [number, number, number, number, number, number] = [40, 40, 40, 40, 40, 40];
  const plenty = { fullTime: 20, aboveRequiredEducation: 16, backbone: 4, physicalEducation: 2, music: 1, art: 1 };
  const junior = { fullTime: 20, aboveRequiredEducation: 16, backbone: 4, physicalEducation: 2, music: 1, art: 1 };
  const rich = { teachingAreaM2: 1500, sportsFieldAreaM2: 2400, equipmentValueWan: 60, multimediaRooms: 7 };
  return county([
    school({ code: "1001", primary: grades, primaryTeachers: plenty, facilities: rich }),
    school({
      code: "1003",
      junior: [70, 70, 70],
      juniorTeachers: junior,
      facilities: { ...rich, equipmentValueWan: 80 },
    }),
    school({
      code: "1002",
      primary: grades,
      primaryTeachers: {
        ...plenty,
        backbone: lack.backbone ?? 4,
        ...(lack.fullTime === undefined
          ? {}
          : {
              fullTime: lack.fullTime,
              aboveRequiredEducation: lack.fullTime,
              backbone: lack.fullTime,
              physicalEducation: 2,
              music: 0,
              art: 0,
            }),
        ...(lack.special === undefined ? {} : { physicalEducation: lack.special, music: 0, art: 0 }),
      },
      facilities: {
        ...rich,
        ...(lack.multimediaRooms === undefined ? {} : { multimediaRooms: lack.multimediaRooms }),
        ...(lack.equipmentValueWan === undefined ? {} : { equipmentValueWan: lack.equipmentValueWan }),
      },
    }),
  ]);
};

/** As many enter the junior school as leave the primary ones: nothing changes of itself. */
export const steadyDocument = scenario({ horizonYears: 1, assumptions: { juniorLeakage: 0.125 } });
