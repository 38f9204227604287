import type { CountyDataset, School } from "@server/statistics/contract";

/**
 * A second, slow reading of the regulation, written apart from the engine: rows instead of columns, every
 * number a fraction, every clause spelled out. It shares nothing with the engine but the dataset.
 */

type Q = readonly [bigint, bigint];
type State = "met" | "remainder" | "below" | "not_evaluable";
type Answer = "met" | "not_met" | "not_evaluable";

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
const q = (n: bigint, d: bigint): Q => {
  const g = gcd(n, d) * (d < 0n ? -1n : 1n) || 1n;
  return [n / g, d / g];
};
/** A number as it is written; thirds, which no decimal writes, as thirds. */
const read = (value: number): Q => {
  const thirds = Math.round(value * 3);
  if (!Number.isInteger(value) && thirds / 3 === value) return q(BigInt(thirds), 3n);
  const [whole = "0", part = ""] = value.toString().split(".");
  return q(BigInt(whole + part), 10n ** BigInt(part.length));
};
const plus = (a: Q, b: Q): Q => q(a[0] * b[1] + b[0] * a[1], a[1] * b[1]);
const times = (a: Q, b: Q): Q => q(a[0] * b[0], a[1] * b[1]);
const over = (a: Q, b: Q): Q => q(a[0] * b[1], a[1] * b[0]);
const minus = (a: Q, b: Q): Q => plus(a, times([-1n, 1n], b));
const atLeast = (a: Q, b: Q): boolean => a[0] * b[1] >= b[0] * a[1];
const isZero = (a: Q): boolean => a[0] === 0n;
/** Half-up at so many decimals, for numbers of either sign. */
const shown = (a: Q, decimals: number): Q => {
  const unit = 10n ** BigInt(decimals);
  const twice = 2n * a[0] * unit + a[1];
  const bottom = 2n * a[1];
  const floor = twice >= 0n ? twice / bottom : -((-twice + bottom - 1n) / bottom);
  return q(floor, unit);
};

const all = (values: readonly (Q | null)[]): Q | null =>
  values.reduce<Q | null>((sum, value) => (sum === null || value === null ? null : plus(sum, value)), [0n, 1n]);
const figure = (value: number | null): Q | null => (value === null ? null : read(value));

interface Counted {
  readonly head: School;
  readonly parts: readonly School[];
  readonly primary: Q | null;
  readonly junior: Q | null;
  readonly senior: Q | null;
}

const grades = (cells: readonly (number | null)[] | null): Q | null => (cells === null ? [0n, 1n] : all(cells.map(figure)));
const seniorOf = (school: School): Q | null =>
  ["complete_secondary", "twelve_year", "senior"].includes(school.type) ? figure(school.pupils.senior) : [0n, 1n];

const topOf = (school: School, byCode: ReadonlyMap<string, School>): School => {
  const seen = new Set<string>();
  let here = school;
  while (!here.countsAsSchool && here.type !== "teaching_point") {
    if (seen.has(here.code)) return school;
    seen.add(here.code);
    const parent = here.parentCode === null ? undefined : byCode.get(here.parentCode);
    if (parent === undefined || parent.type === "special" || parent.type === "vocational") return here;
    here = parent;
  }
  return here;
};

const countedSchools = (dataset: CountyDataset): readonly Counted[] => {
  const ordinary = dataset.schools.filter((school) => school.type !== "special" && school.type !== "vocational");
  const byCode = new Map(dataset.schools.map((school) => [school.code, school]));
  return ordinary
    .map((head): Counted => {
      const parts = ordinary.filter((school) => topOf(school, byCode) === head);
      return {
        head,
        parts,
        primary: all(parts.map((school) => grades(school.pupils.primaryByGrade))),
        junior: all(parts.map((school) => grades(school.pupils.juniorByGrade))),
        senior: all(parts.map(seniorOf)),
      };
    })
    .filter(({ head, parts, primary, junior }) => {
      if (parts.length === 0) return false;
      if (primary === null || junior === null) return true;
      const pupils = plus(primary, junior);
      return !isZero(pupils) && (head.type !== "teaching_point" || atLeast(pupils, [50n, 1n]));
    });
};

const thresholds = {
  primary: ["4.2", "1", "0.9", "4.5", "7.5", "2000", "2.3"],
  junior: ["5.3", "1", "0.9", "5.8", "10.2", "2500", "2.4"],
} as const;
const decimal = (text: string): Q => read(Number(text));

const rawResource = (school: School, stage: "primary" | "junior", position: number): Q | null => {
  const staff = school.teachers[stage];
  const rooms = school.facilities;
  const none: Q = [0n, 1n];
  if (position === 0) return staff === null ? none : figure(staff.aboveRequiredEducation);
  if (position === 1) return staff === null ? none : figure(staff.backbone);
  if (position === 2)
    return staff === null ? none : all([staff.physicalEducation, staff.music, staff.art, staff.integratedArts].map(figure));
  const gym = figure(rooms.gymAreaM2);
  const teaching = figure(rooms.teachingAreaM2);
  if (position === 3) return gym === null || teaching === null ? null : minus(teaching, gym);
  if (position === 4) return all([figure(rooms.sportsFieldAreaM2), gym]);
  if (position === 5) {
    const wan = figure(rooms.equipmentValueWan);
    return wan === null ? null : times(wan, [10_000n, 1n]);
  }
  return figure(rooms.multimediaRooms);
};

const zero: Q = [0n, 1n];

/** What the procedure lets in beside the ordinary figures; what nobody reports is not claimed. */
const claimed = (values: readonly (number | null)[]): Q =>
  values.reduce<Q>((sum, value) => (value === null ? sum : plus(sum, read(value))), zero);

const reliefOf = ({ head, parts, primary, junior, senior }: Counted, position: number): Q => {
  if (position === 2) {
    const pupils = all([primary, junior, senior]);
    if (head.locality !== "rural" || pupils === null || !atLeast(pupils, [50n, 1n]) || !atLeast([99n, 1n], pupils)) return zero;
    return claimed(
      parts.flatMap(({ staff }) => [staff.visitingPhysicalEducation, staff.visitingMusic, staff.visitingArt, staff.visitingIntegratedArts]),
    );
  }
  if (position !== 4 || head.conditions.denseCentre !== true) return zero;
  return claimed(parts.flatMap(({ reliefSports }) => [reliefSports.convertedAreaM2, reliefSports.leasedAreaM2]));
};
const taughtBy = (pupils: Q | null): boolean => pupils === null || !isZero(pupils);

const shareOf = ({ primary, junior, senior }: Counted, stage: "primary" | "junior"): Q | null => {
  if ([primary, junior, senior].filter(taughtBy).length === 1) return [1n, 1n];
  if (primary === null || junior === null || senior === null) return null;
  const weighted = plus(plus(primary, times(junior, [11n, 10n])), times(senior, [132n, 100n]));
  return over(stage === "primary" ? primary : times(junior, [11n, 10n]), weighted);
};

const stateOf = (value: Q, standard: Q): State =>
  atLeast(value, standard) ? "met" : atLeast(value, times(standard, [85n, 100n])) ? "remainder" : "below";

const and = (answers: readonly Answer[]): Answer =>
  answers.includes("not_met") ? "not_met" : answers.includes("not_evaluable") || answers.length === 0 ? "not_evaluable" : "met";

const judgeStage = (schools: readonly Counted[], stage: "primary" | "junior", relieved: boolean) => {
  const sections = schools.filter((school) => taughtBy(school[stage]));
  const resources = sections.map((school) =>
    thresholds[stage].map((_, position) => {
      const raw = all(school.parts.map((part) => rawResource(part, stage, position)));
      const extra = relieved ? reliefOf(school, position) : zero;
      const share = position < 3 && isZero(extra) ? ([1n, 1n] as const) : shareOf(school, stage);
      if (raw === null || share === null) return null;
      return position < 3 ? plus(raw, times(extra, share)) : times(plus(raw, extra), share);
    }),
  );
  const rows = sections.map((school, row) => {
    const pupils = school[stage];
    const cells = thresholds[stage].map((text, position) => {
      const resource = resources[row]?.[position] ?? null;
      if (resource === null || pupils === null) return { state: "not_evaluable" as State, borderline: false, value: null };
      const per = [0, 1, 2, 6].includes(position) ? 100n : 1n;
      const value = over(times(resource, [per, 1n]), pupils);
      const state = stateOf(value, decimal(text));
      return { state, borderline: stateOf(shown(value, 2), decimal(text)) !== state, value: Number(value[0]) / Number(value[1]) };
    });
    const met = cells.filter(({ state }) => state === "met").length;
    const open = cells.filter(({ state }) => state === "not_evaluable").length;
    const failed = cells.some(({ state }) => state === "below") || met + open < 6;
    const verdict: Answer = failed ? "not_met" : open > 0 ? "not_evaluable" : "met";
    return { id: `${school.head.code}:${stage}`, cells, verdict, met, open };
  });
  const limit = decimal(stage === "primary" ? "0.5" : "0.45");
  const balance = thresholds[stage].map((_, position): { verdict: Answer; square: number | null } => {
    const column = resources.map((row) => row[position] ?? null);
    const pupils = all(sections.map((school) => school[stage]));
    const total = all(column);
    if (sections.length === 0 || pupils === null || total === null || total[0] <= 0n) return { verdict: "not_evaluable", square: null };
    const mean = over(total, pupils);
    const variance = sections.reduce<Q>((sum, school, row) => {
      const own = school[stage] ?? zero;
      const deviation = minus(over(column[row] ?? zero, own), mean);
      return plus(sum, times(over(own, pupils), times(deviation, deviation)));
    }, zero);
    const square = over(variance, times(mean, mean));
    return { verdict: atLeast(times(limit, limit), square) ? "met" : "not_met", square: Number(square[0]) / Number(square[1]) };
  });
  const verdict = and([and(rows.map((row) => row.verdict)), and(balance.map((one) => one.verdict))]);
  return { rows, balance, verdict };
};

/** The oracle's judgement of a county, by the measure alone or with the procedure's reliefs. */
export const oracle = (dataset: CountyDataset, relieved = false) => {
  const schools = countedSchools(dataset);
  const primary = judgeStage(schools, "primary", relieved);
  const junior = judgeStage(schools, "junior", relieved);
  const answers = [primary, junior].flatMap(({ rows, balance }) => [...rows, ...balance].map(({ verdict }) => verdict));
  return {
    stages: { primary, junior },
    verdict: and([primary.verdict, junior.verdict]),
    failing: answers.filter((answer) => answer === "not_met").length,
    notEvaluable: answers.filter((answer) => answer === "not_evaluable").length,
  };
};
