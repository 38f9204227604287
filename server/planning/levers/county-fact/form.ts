import { countyFactKeys, monitoredSubjects } from "@server/statistics/facts-contract";
import { type LeverForm, yearlyWan } from "../fields";

export const trajectoryModes = ["values", "linear", "as_last_year"] as const;

type Subject = (typeof monitoredSubjects)[number];

/** Shares of the county in percent: 社会认可度, 巩固率, 就近划片入学. */
export const shareFacts = ["X1.satisfiedShare", "Q1.retentionShare", "G13.inZoneShare.primary", "G13.inZoneShare.junior"] as const;
/** 国家义务教育质量监测 by subject: level reached, 1 to 4. */
export const levelFacts = monitoredSubjects.map((subject): `Q9.level.${Subject}` => `Q9.level.${subject}`);
/** 校际差异率 by subject, percent. */
export const differenceFacts = monitoredSubjects.map((subject): `Q9.differenceRate.${Subject}` => `Q9.differenceRate.${subject}`);

/** All that can follow a trajectory: what the county reports as it is, then results by the item that asks for them. */
export const trajectoryFacts = [...countyFactKeys, ...shareFacts, ...levelFacts, ...differenceFacts] as const;

/** Its form, in the order of the controls. */
export const form: LeverForm = {
  size: "targetValue",
  fields: [
    { kind: "choice", name: "fact", options: trajectoryFacts },
    { kind: "choice", name: "mode", options: trajectoryModes },
    { kind: "figure", name: "targetValue", min: 0, optional: true },
    { kind: "figure", name: "targetYear", min: 2000, max: 2100, optional: true },
    { kind: "values", name: "values" },
    yearlyWan("annualCostWan"),
  ],
};
