export type FieldUnit =
  | "years"
  | "rooms"
  | "persons"
  | "wan"
  | "wan_per_year"
  | "yuan"
  | "yuan_per_room"
  | "yuan_per_person"
  | "yuan_per_wan"
  | "yuan_per_m2"
  | "yuan_per_pupil"
  | "m2"
  | "percent";

/** One control of a lever's form; `name` is the lever's own field. */
export type LeverField =
  /** `county`: empty is the whole county; `optional`: empty is none. */
  | { readonly kind: "school"; readonly name: string; readonly county?: true; readonly optional?: true }
  | { readonly kind: "stage"; readonly name: "stage" }
  | {
      readonly kind: "figure";
      readonly name: string;
      readonly min?: number;
      readonly max?: number;
      readonly step?: number;
      readonly unit?: FieldUnit;
      readonly share?: true;
      readonly optional?: true;
    }
  | { readonly kind: "flag"; readonly name: string }
  | { readonly kind: "choice"; readonly name: string; readonly options: readonly string[] }
  | { readonly kind: "text"; readonly name: string; readonly maxLength: number }
  /** A value a year, one line each. */
  | { readonly kind: "values"; readonly name: "values" }
  /** 招聘: a school, or by deficit; and the stage. */
  | { readonly kind: "placement"; readonly name: "target" }
  /** 撤并: up to three schools that take over, with their shares. */
  | { readonly kind: "targets"; readonly name: "targets" };

export const school: LeverField = { kind: "school", name: "schoolCode" };
export const schoolOrCounty: LeverField = { kind: "school", name: "schoolCode", county: true };
export const fromSchool: LeverField = { kind: "school", name: "fromCode" };
export const toSchool: LeverField = { kind: "school", name: "toCode" };
export const stage: LeverField = { kind: "stage", name: "stage" };
export const lastYear: LeverField = { kind: "figure", name: "endYear", min: 2000, max: 2100 };
export const area = (name: string): LeverField => ({ kind: "figure", name, min: 0, step: 50, unit: "m2" });
export const unitCost: LeverField = { kind: "figure", name: "unitCostYuanPerM2", min: 0, step: 100, unit: "yuan_per_m2" };
export const rooms = (name: string, min = 0): LeverField => ({ kind: "figure", name, min, max: 500, unit: "rooms" });
export const wan = (name: string): LeverField => ({ kind: "figure", name, min: 0, step: 0.1, unit: "wan" });
export const yearlyWan = (name: string): LeverField => ({ kind: "figure", name, min: 0, step: 0.1, unit: "wan_per_year" });
export const share = (name: string, step = 1): LeverField => ({ kind: "figure", name, share: true, step });
export const count = (name: string, max = 2000): LeverField => ({ kind: "figure", name, min: 1, max, unit: "persons" });
export const among = (name: string): LeverField => ({ kind: "figure", name, min: 0, step: 1, unit: "persons", optional: true });
export const programme: readonly LeverField[] = [count("count", 20_000), share("fulfilment", 5), lastYear, wan("costWanPerPerson")];

/** What a planner enters of a kind of lever. */
export interface LeverForm {
  /** The figure that sizes it: what a slider moves and a table shows first. */
  readonly size: string;
  readonly fields: readonly LeverField[];
  /** A figure whose default hangs on a choice: a gym costs what a building costs, a field does not. */
  readonly defaultBy?: { readonly choice: string; readonly figure: string; readonly of: Readonly<Record<string, number>> };
  /** What its further unit costs are counted by, where its size counts anything; else they are those of the whole. */
  readonly per?: "room" | "person" | "m2" | "wan";
}

/** Unit of the further unit costs of a kind. */
export const unitCostUnit = ({ per }: LeverForm): FieldUnit => (per === undefined ? "yuan" : `yuan_per_${per}`);

/** 另计费用, one-off and yearly; the same for every lever. */
export const unitCostFields = ["unitCapitalYuan", "unitYearlyYuan"] as const;

/** How far it may turn out otherwise; the same for every lever. */
export const uncertaintyFields = [
  { name: "costLow", share: true, min: 10, max: 500, step: 5 },
  { name: "costLikely", share: true, min: 10, max: 500, step: 5 },
  { name: "costHigh", share: true, min: 10, max: 500, step: 5 },
  { name: "fulfilmentLow", share: true, step: 5 },
  { name: "fulfilmentHigh", share: true, step: 5 },
  { name: "delayYearsMin", min: 0, max: 5, unit: "years" },
  { name: "delayYearsLikely", min: 0, max: 5, unit: "years" },
  { name: "delayYearsMax", min: 0, max: 5, unit: "years" },
] as const;
