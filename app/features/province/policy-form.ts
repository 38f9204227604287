import { type PolicyKind, policyRequestSchema, triedReliefs, triedThresholds } from "@server/province/policy-contract";
import type { z } from "zod";
import { readNumber } from "~/components/digits";

interface Field {
  readonly name: string;
  /** A figure typed in percent and kept as a fraction of 1. */
  readonly share?: boolean;
  readonly options?: readonly string[];
  readonly value: string | number;
}

const firstYear = (statisticsYear: number): Field => ({ name: "startYear", value: statisticsYear + 1 });

/** What the form of each kind of change asks, with figures to start from. */
export const policyFields = (kind: PolicyKind, statisticsYear: number): readonly Field[] => {
  const fields: Readonly<Record<PolicyKind, readonly Field[]>> = {
    threshold: [
      { name: "parameter", options: triedThresholds, value: "R4.standard" },
      { name: "stage", options: ["primary", "junior"], value: "primary" },
      { name: "value", value: 5 },
    ],
    relief_ended: [
      { name: "relief", options: triedReliefs, value: "relief.R3.on" },
      { name: "fromYear", value: statisticsYear + 1 },
    ],
    rotation_quota: [
      firstYear(statisticsYear),
      { name: "rotationShare", share: true, value: 15 },
      { name: "backboneShare", share: true, value: 20 },
      { name: "annualCostWanPerTeacher", value: 0.72 },
      { name: "provinceShare", share: true, value: 50 },
    ],
    class_cap: [firstYear(statisticsYear), { name: "primary", value: 40 }, { name: "junior", value: 45 }],
    place_grant: [firstYear(statisticsYear), { name: "grantWanPerPlace", value: 0.5 }, { name: "placesPerRoom", value: 45 }],
    births: [{ name: "annualChange", share: true, value: -8 }],
  };
  return fields[kind];
};

/** The posted form as a request; figures that are none are refused by the schema, field by field. */
export const readPolicy = (
  kind: PolicyKind,
  form: Readonly<Record<string, string>>,
): z.ZodSafeParseResult<z.infer<typeof policyRequestSchema>> => {
  const statisticsYear = Number(form["statisticsYear"]);
  const change = Object.fromEntries(
    policyFields(kind, statisticsYear).map(({ name, options, share }) => {
      const text = form[name] ?? "";
      if (options !== undefined) return [name, text];
      const figure = readNumber(text);
      return [name, share && typeof figure === "number" ? figure / 100 : figure];
    }),
  );
  return policyRequestSchema.safeParse({
    name: form["name"],
    statisticsYear,
    horizonYears: readNumber(form["horizonYears"] ?? ""),
    change: { kind, ...change },
  });
};
