import { type Stage, stages } from "@server/statistics/contract";
import { schoolAt } from "../columns";
import type { Unit } from "../inclusion";
import { allChecks, atMost, type Check, figureDecimals, isMet, isNotMet, isOpen, notMet, open } from "./check";
import { type Finding, finding, type Input, type ItemContext, inputOf, missingOf, type ReliefUse, type SchoolCheck } from "./context";
import { quantity } from "./quantity";
import { builtBy, type Condition, either, isOn, migrantsAbove } from "./reliefs";

/** G4: 学校规模. Counted schools after merging; 一贯制 schools by both compulsory stages together. */

export const sizeRelief = "relief.G4.on";

interface Size {
  readonly stage: Stage | null;
  readonly pupils: number;
  /** Pupils that are there even when others are not reported. */
  readonly known: number;
  readonly limit: number;
  readonly relieved: number;
}

const sizesOf = ({ columns, rules: { values } }: ItemContext, unit: Unit): readonly Size[] => {
  const { type } = schoolAt(columns, unit.head);
  const { primary, junior } = unit.pupils;
  if (type === "nine_year" || type === "twelve_year") {
    const relieved = values[type === "nine_year" ? "relief.G4.limit.nineYear" : "relief.G4.limit.twelveYear"];
    return [{ stage: null, pupils: primary + junior, known: (primary || 0) + (junior || 0), limit: values["G4.limit.mixed"], relieved }];
  }
  return stages
    .filter((stage) => unit.pupils[stage] !== 0)
    .map((stage) => ({
      stage,
      pupils: unit.pupils[stage],
      known: unit.pupils[stage] || 0,
      limit: values[`G4.limit.${stage}`],
      relieved: values[`relief.G4.limit.${stage}`],
    }));
};

const checkSize = ({ rules }: ItemContext, { pupils, known }: Size, limit: number): Check =>
  Number.isNaN(pupils) ? (known > limit ? notMet : open) : atMost(quantity(pupils), quantity(limit), figureDecimals(rules), rules);

const reliefCondition = (context: ItemContext, unit: Unit): Condition => {
  const { values } = context.rules;
  if (!isOn(context.rules, sizeRelief)) return false;
  return either(
    builtBy(context, unit, values["relief.G4.builtBy"], { path: "conditions.builtBy2010", year: 2010 }),
    migrantsAbove(context, unit, values["relief.G4.migrantShare"]),
  );
};

interface Judged {
  readonly check: Check;
  readonly relieved: boolean;
  readonly doubtful: boolean;
}

const judgeSize = (context: ItemContext, size: Size, condition: Condition): Judged => {
  const plain = checkSize(context, size, size.limit);
  if (!isNotMet(plain) || condition === false) return { check: plain, relieved: false, doubtful: false };
  const eased = checkSize(context, size, Math.max(size.limit, size.relieved));
  if (condition === true || isNotMet(eased)) return { check: eased, relieved: isMet(eased), doubtful: false };
  return { check: open, relieved: false, doubtful: true };
};

const missingInputs = (context: ItemContext, unit: Unit, size: Size, doubtful: boolean): readonly Input[] => [
  ...(doubtful
    ? [
        ...missingOf(context, unit.head, ["conditions.builtBy2010"]),
        ...unit.members.flatMap((row) => missingOf(context, row, ["enrolment.migrantWorkerChildren"])),
      ]
    : []),
  ...unit.members.flatMap((row) =>
    stages
      .filter((stage) => (size.stage ?? stage) === stage && Number.isNaN(context.columns.pupils[stage][row] ?? Number.NaN))
      .map((stage) => inputOf(context, row, `pupils.${stage}ByGrade`)),
  ),
];

export const schoolSize = (context: ItemContext): Finding => {
  const missing: Input[] = [];
  const reliefs: ReliefUse[] = [];
  const schools: SchoolCheck[] = [];
  const over = { overPrimary: 0, overJunior: 0, overMixed: 0 };
  for (const unit of context.inclusion.units) {
    const condition = reliefCondition(context, unit);
    for (const size of sizesOf(context, unit)) {
      const { check, relieved, doubtful } = judgeSize(context, size, condition);
      if (relieved) reliefs.push({ id: sizeRelief, row: unit.head });
      if (isOpen(check)) missing.push(...missingInputs(context, unit, size, doubtful));
      if (isNotMet(check)) over[size.stage === null ? "overMixed" : size.stage === "primary" ? "overPrimary" : "overJunior"]++;
      schools.push({
        row: unit.head,
        stage: size.stage,
        check,
        severity: size.known / size.limit,
        figures: { pupils: size.pupils, limit: isNotMet(check) && condition === true ? Math.max(size.limit, size.relieved) : size.limit },
      });
    }
  }
  const { values } = context.rules;
  return finding(allChecks(schools.map(({ check }) => check)), {
    figures: over,
    limits: { overPrimary: values["G4.limit.primary"], overJunior: values["G4.limit.junior"], overMixed: values["G4.limit.mixed"] },
    schools,
    missing,
    reliefs,
  });
};
