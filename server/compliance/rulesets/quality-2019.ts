import type { RuleSet } from "../engine/rule-set";
import { type DatedSeries, ownReading, type Reference } from "./parameter";
import { itemValues2019 } from "./parameters-items";
import { quality2017 } from "./quality-2017";

/**
 * The national measure as the procedure for its state evaluation applies it (国教督办函〔2019〕30号): the
 * reliefs may be used. The procedure speaks of the three years after it; since later evaluations still use
 * them, their dates are open until a layer sets an end.
 */

/** The document is of 2019; no day of it is established. */
const procedureDay = "2019-01-01";
const procedure: Reference = { document: "国教督办函〔2019〕30号", article: "放宽条款" };

const onSinceProcedure: DatedSeries<boolean> = [
  { value: false, source: ownReading, certainty: "inferred", validFrom: "2017-04-19", validTo: "2018-12-31" },
  { value: true, source: procedure, certainty: "one-source", validFrom: procedureDay, validTo: null },
];

export const quality2019: RuleSet = {
  ...quality2017,
  id: "quality-2019",
  version: "1",
  title: {
    "zh-CN": "县域义务教育优质均衡（2017 年办法，适用 2019 年规程放宽条款）",
    en: "High-quality balanced compulsory education (2017 measure with the reliefs of the 2019 procedure)",
  },
  values: {
    ...quality2017.values,
    ...itemValues2019,
    "relief.R3.on": onSinceProcedure,
    "relief.R5.on": onSinceProcedure,
  },
};
