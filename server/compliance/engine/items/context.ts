import type { ItemResult } from "@server/compliance/items-contract";
import type { Stage } from "@server/statistics/contract";
import type { CountyFacts, DeclarationItem } from "@server/statistics/facts-contract";
import { cellAt } from "../cells";
import type { CountyColumns } from "../columns";
import type { FurtherPath } from "../further-columns";
import type { Inclusion } from "../inclusion";
import { perRules, type Rules } from "../rules-in-force";
import type { Check } from "./check";

/** What every item is judged on. */
export interface ItemContext {
  readonly columns: CountyColumns;
  readonly inclusion: Inclusion;
  readonly rules: Rules;
  /** Rows of the ordinary returns (普通学校各自的填报): every return with compulsory pupils, special and vocational schools left out. */
  readonly ordinary: readonly number[];
}

export type Input = ItemResult["missing"][number];

/** One school, or one stage of it, judged on an item. */
export interface SchoolCheck {
  readonly row: number;
  readonly stage: Stage | null;
  readonly check: Check;
  /** How bad a failure is: the worst comes first. */
  readonly severity: number;
  readonly figures: Readonly<Record<string, number>>;
}

/** A relief that a school passes by. */
export interface ReliefUse {
  readonly id: string;
  readonly row: number;
}

/** Why an item is met, not met or open. Figures are NaN where they are missing. */
export interface Reasons {
  readonly figures: Readonly<Record<string, number>>;
  readonly limits: Readonly<Record<string, number>>;
  readonly schools: readonly SchoolCheck[];
  readonly missing: readonly Input[];
  readonly contradictory: readonly Input[];
  readonly reliefs: readonly ReliefUse[];
}

/** What an item found. The reasons are drawn from what decided, and only when somebody asks for them. */
export interface Finding {
  readonly check: Check;
  readonly reasons: () => Reasons;
}

/** A finding of which only some parts are worth saying. */
export const finding = (check: Check, reasons: () => Partial<Reasons>): Finding => ({
  check,
  reasons: () => ({ figures: {}, limits: {}, schools: [], missing: [], contradictory: [], reliefs: [], ...reasons() }),
});

/** Schools of the types that count, and those of them that had pupils when last asked. */
interface OrdinarySchools {
  readonly ofType: readonly number[];
  rows: readonly number[];
}

const none: readonly number[] = [];

/** Schools keep their types, whatever years and futures of them are judged. */
const knownOrdinary = perRules((_) => new WeakMap<CountyColumns["schools"], OrdinarySchools>());
const ordinarySchools = ({ schools }: CountyColumns, rules: Rules): OrdinarySchools => {
  const known = knownOrdinary(rules);
  let found = known.get(schools);
  if (found === undefined) {
    found = { ofType: schools.flatMap(({ type }, row) => (rules.excludedTypes.includes(type) ? [] : [row])), rows: none };
    known.set(schools, found);
  }
  return found;
};

const ordinaryRows = (columns: CountyColumns, rules: Rules): readonly number[] => {
  const { primary, junior } = columns.pupils;
  const ordinary = ordinarySchools(columns, rules);
  const { ofType, rows } = ordinary;
  let count = 0;
  let isSame = true;
  for (let i = 0; i < ofType.length; i++) {
    const row = ofType[i] ?? -1;
    if (cellAt(primary, row) + cellAt(junior, row) === 0) continue;
    if (rows[count] !== row) isSame = false;
    count++;
  }
  if (!isSame || count !== rows.length) ordinary.rows = ofType.filter((row) => cellAt(primary, row) + cellAt(junior, row) !== 0);
  return ordinary.rows;
};

export const contextOf = (columns: CountyColumns, inclusion: Inclusion, rules: Rules): ItemContext => ({
  columns,
  inclusion,
  rules,
  ordinary: ordinaryRows(columns, rules),
});

/** 举办者类型 code of private schools (民办). */
const privateOwner = 10;

/** True for a school that is not private. */
export const isPublic = ({ columns }: ItemContext, row: number): boolean => columns.schools[row]?.ownerCode !== privateOwner;

/** A figure of the county, NaN when not reported. */
export const fact = ({ columns }: ItemContext, key: keyof CountyFacts): number => columns.countyFacts.facts[key] ?? Number.NaN;

/** Those of the county's figures that are not reported. */
export const missingFacts = (context: ItemContext, keys: readonly (keyof CountyFacts)[]): readonly Input[] =>
  keys.filter((key) => Number.isNaN(fact(context, key))).map((key) => ({ schoolCode: null, path: `facts.${key}` }));

/** Those of the county's statements that are not made. */
export const missingStatements = ({ columns }: ItemContext, items: readonly DeclarationItem[]): readonly Input[] =>
  items
    .filter((item) => columns.countyFacts.declarations[item] === undefined)
    .map((item) => ({ schoolCode: null, path: `declarations.${item}` }));

/** An input of a school. */
export const inputOf = ({ columns }: ItemContext, row: number, path: string): Input => ({
  schoolCode: columns.schools[row]?.code ?? null,
  path,
});

/** A further fact of a return. */
export const further = ({ columns }: ItemContext, path: FurtherPath, row: number): number => cellAt(columns.further[path], row);

/** Those of a school's further facts that are not reported. */
export const missingOf = (context: ItemContext, row: number, paths: readonly FurtherPath[]): readonly Input[] =>
  paths.filter((path) => Number.isNaN(further(context, path, row))).map((path) => inputOf(context, row, path));

/** How many schools are met, not met, open. */
export const schoolCounts = (
  schools: readonly SchoolCheck[],
): { readonly schools: number; readonly schoolsMet: number; readonly schoolsNotMet: number; readonly schoolsOpen: number } => {
  const count = (code: number): number => schools.reduce((sum, { check }) => sum + Number(check.deciding === code), 0);
  return { schools: schools.length, schoolsMet: count(0), schoolsNotMet: count(1), schoolsOpen: count(2) };
};
