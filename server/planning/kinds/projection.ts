import { z } from "zod";
import type { Projection } from "../contract";
import { project } from "../engine/index";
import type { QuestionKind } from "./kind";

/** 推演: the county year by year, without and with the scenario's levers. */
export const projectionKind: QuestionKind<null, Projection> = {
  kind: "projection",
  settingsSchema: z.null(),
  format: "hengce.projection/2",
  answer: ({ dataset, document, ruleSet }, { report }) =>
    project(dataset, document, ruleSet, (done, total) => report(done / total), "figures"),
};
