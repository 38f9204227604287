import type { CountyDataset, Locality, School, SchoolType, TeacherGroup } from "@server/statistics/contract";
import { schoolTypes, stagesOfType, typesWithSenior } from "@server/statistics/contract";
import fc from "fast-check";
import { county } from "./build";

/**
 * Generated counties: every type of school, campuses, small teaching points, missing cells. Resources lie
 * often near or exactly on the limits, since that is where judgements go wrong.
 */

type Cell = number | null;

interface Chances {
  /** One cell in this many is not reported; 0 for none. */
  readonly missing: number;
  /** Pupils may be fractions, as in a projection. */
  readonly fractional: boolean;
}

const cell = (value: fc.Arbitrary<number>, { missing }: Chances): fc.Arbitrary<Cell> =>
  missing === 0 ? value : fc.option(value, { freq: missing, nil: null });

const gradeCell = (chances: Chances): fc.Arbitrary<Cell> =>
  cell(
    chances.fractional
      ? fc.integer({ min: 1, max: 900 }).map((thirds) => thirds / 3)
      : fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 200 }) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 9 }) }),
    { ...chances, missing: chances.missing * 4 },
  );

/** Multiples of the standard that a resource is drawn from: at it, at 85 % of it, near both, far off. */
const level = fc.constantFrom(0, 0.4, 0.8, 0.8499, 0.85, 0.8501, 0.9, 0.9999, 1, 1, 1, 1.0001, 1.2, 1.6, 3);

const resource = (standard: number, pupils: number, decimals: number, chances: Chances): fc.Arbitrary<Cell> =>
  cell(
    level.map((times) => Math.round(standard * pupils * times * 10 ** decimals) / 10 ** decimals),
    chances,
  );

const known = (cells: readonly Cell[] | null): number => (cells ?? []).reduce<number>((sum, value) => sum + (value ?? 0), 0);

const teachers = (pupils: number, above: number, chances: Chances): fc.Arbitrary<TeacherGroup> =>
  fc.record({
    fullTime: fc.constant(Math.ceil(pupils / 10)),
    aboveRequiredEducation: resource(above / 100, pupils, 0, chances),
    backbone: resource(0.01, pupils, 0, chances),
    physicalEducation: resource(0.006, pupils, 0, chances),
    music: resource(0.002, pupils, 0, chances),
    art: resource(0.001, pupils, 0, chances),
    integratedArts: fc.constantFrom(0, 0, 1),
  });

const schoolOf = (index: number, total: number, chances: Chances): fc.Arbitrary<School> =>
  fc
    .record({
      type: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom<SchoolType>("primary", "junior", "nine_year") },
        { weight: 3, arbitrary: fc.constantFrom(...schoolTypes) },
      ),
      grades: fc.array(gradeCell(chances), { minLength: 9, maxLength: 9 }),
      small: fc.boolean(),
      senior: cell(fc.integer({ min: 0, max: 1500 }), chances),
      campus: fc.integer({ min: 0, max: 5 }),
      parent: fc.integer({ min: 0, max: total }),
      ownerCode: fc.constantFrom(7, 7, 7, 10),
      locality: fc.constantFrom<Locality>("rural", "rural", "town", "urban"),
      denseCentre: fc.constantFrom(true, false, null),
      hamlet: fc.boolean(),
    })
    .chain(({ type, grades, small, senior, campus, parent, ownerCode, locality, denseCentre, hamlet }) => {
      const taught = stagesOfType[type];
      const size = (value: Cell): Cell =>
        small && value !== null && (type === "teaching_point" || hamlet) ? Math.ceil(value / 12) : value;
      const [a, b, c, d, e, f, g, h, i] = grades.map(size);
      const [base] = county([{ code: `S${1000 + index}`, type }]).schools;
      if (base === undefined) throw new Error("a sketch is a school");
      const primaryByGrade: School["pupils"]["primaryByGrade"] = taught.includes("primary")
        ? [a ?? null, b ?? null, c ?? null, d ?? null, e ?? null, f ?? null]
        : null;
      const juniorByGrade: School["pupils"]["juniorByGrade"] = taught.includes("junior") ? [g ?? null, h ?? null, i ?? null] : null;
      const seniorPupils = typesWithSenior.includes(type) ? senior : null;
      const weighted = known(primaryByGrade) + 1.1 * known(juniorByGrade) + 1.32 * (seniorPupils ?? 0);
      return fc
        .record({
          primary: taught.includes("primary") ? teachers(known(primaryByGrade), 4.2, chances) : fc.constant(null),
          junior: taught.includes("junior") ? teachers(known(juniorByGrade), 5.3, chances) : fc.constant(null),
          teachingAreaM2: resource(4.5, weighted, 2, chances),
          gymAreaM2: fc.constantFrom(0, 0, 200, 345.6),
          sportsFieldAreaM2: resource(7.5, weighted, 2, chances),
          equipmentValueWan: resource(0.2, weighted, 4, chances),
          multimediaRooms: resource(0.023, weighted, 0, chances),
          visitors: fc.array(fc.constantFrom(null, 0, 0, 1, 2), { minLength: 4, maxLength: 4 }),
          convertedAreaM2: fc.option(resource(2, weighted, 2, { ...chances, missing: 0 }), { nil: null }),
          leasedAreaM2: fc.option(resource(1, weighted, 2, { ...chances, missing: 0 }), { nil: null }),
        })
        .map(({ primary, junior, visitors, convertedAreaM2, leasedAreaM2, ...facilities }) => ({
          ...base,
          ownerCode,
          locality,
          conditions: { ...base.conditions, denseCentre },
          reliefSports: { convertedAreaM2, leasedAreaM2 },
          staff: {
            ...base.staff,
            visitingPhysicalEducation: visitors[0] ?? null,
            visitingMusic: visitors[1] ?? null,
            visitingArt: visitors[2] ?? null,
            visitingIntegratedArts: visitors[3] ?? null,
          },
          countsAsSchool: campus !== 0,
          parentCode: campus < 2 || type === "teaching_point" ? `S${1000 + parent}` : null,
          pupils: { primaryByGrade, juniorByGrade, senior: seniorPupils },
          teachers: { primary, junior },
          facilities: { ...base.facilities, ...facilities },
        }));
    });

const countyWith = (chances: Chances): fc.Arbitrary<CountyDataset> =>
  fc
    .integer({ min: 0, max: 12 })
    .chain((total) => fc.tuple(...Array.from({ length: total }, (_, index) => schoolOf(index, total, chances))))
    .map((schools) => ({ ...county([]), schools }));

/** Counties as imported: whole pupils, some cells missing. */
export const importedCounty = countyWith({ missing: 25, fractional: false });
/** Counties with every figure reported. */
export const completeCounty = countyWith({ missing: 0, fractional: false });
/** Counties as projected: thirds of pupils. */
export const projectedCounty = countyWith({ missing: 0, fractional: true });
