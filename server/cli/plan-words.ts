import type { PlanWords } from "@server/planning/contract";
import { fixed } from "./text-table";

type Params = PlanWords["params"];

const text = (params: Params, name: string): string => String(params[name] ?? "?");
const amount = (params: Params, name: string, decimals: number): string => {
  const value = params[name];
  return typeof value === "number" ? fixed(value, decimals) : "?";
};
const percent = (params: Params, name: string): string => {
  const value = params[name];
  return typeof value === "number" ? `${fixed(value * 100, 1)} %` : "?";
};

/** What an indicator's shortfall is counted in. */
const units: Readonly<Record<string, string>> = {
  R1: "teachers with a higher degree",
  R2: "backbone teachers",
  R3: "specialist teachers",
  R4: "m²",
  R5: "m²",
  R6: "yuan",
  R7: "rooms",
};

const sentences: Readonly<Record<PlanWords["key"], (params: Params) => string>> = {
  moreAnnualBudget: (own) => `raise the yearly budget from ${amount(own, "fromWan", 2)} to ${amount(own, "toWan", 2)} 万元`,
  moreTotalBudget: (own) => `raise the whole budget from ${amount(own, "fromWan", 2)} to ${amount(own, "toWan", 2)} 万元`,
  moreLand: (own) => `allow ${amount(own, "addedM2", 0)} m² more at ${text(own, "schools")} schools`,
  moreHires: (own) => `raise the posts of a year from ${amount(own, "from", 0)} to ${amount(own, "to", 0)}`,
  moreRotation: (own) => `raise the share that may rotate in a year from ${percent(own, "from")} to ${percent(own, "to")}`,
  laterTarget: (own) => `take until ${text(own, "targetYear")}, ${text(own, "years")} years more`,
  otherKinds: (own) => `allow the other ${text(own, "kinds")} kinds of measures`,
  withoutLasting: (own) => `ask for ${text(own, "targetYear")} alone, not for the years after it`,
  lowerMilestones: (own) => `lower the milestones: ${text(own, "changes")}`,
  milestoneShort: (own) =>
    `${text(own, "year")}: ${text(own, "reached")} of ${text(own, "schools")} schools are reached, ${text(own, "asked")} are asked for (${percent(own, "share")})`,
  sectionShort: (own) =>
    `${text(own, "year")}: school ${text(own, "schoolCode")} (${text(own, "stage")}) lacks ${amount(own, "amount", 2)} ${units[text(own, "indicator")] ?? ""} in ${text(own, "indicator")}, ${percent(own, "share")} of the standard`,
  balanceOver: (own) =>
    `${text(own, "year")}: the coefficient of variation of ${text(own, "indicator")} (${text(own, "stage")}) is ${amount(own, "cv", 3)}, at most ${amount(own, "cvLimit", 2)} is allowed`,
  figureMissing: (own) =>
    `school ${text(own, "schoolCode")} (${text(own, "stage")}) does not report what ${text(own, "indicator")} is made of`,
  noSections: (own) => `${text(own, "year")}: the county has no ${text(own, "stage")} section to judge`,
};

/** What a cheapest plan says of itself, in plain English with its figures. */
export const planSentence = ({ key, params }: PlanWords): string => sentences[key](params);
