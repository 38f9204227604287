import { z } from "zod";
import type { Backtest } from "../contract";
import { backtest } from "../engine/index";
import type { QuestionKind } from "./kind";

/** 回溯检验: an earlier year projected without levers, held against the later years that the county has reported. */
export const backtestKind: QuestionKind<null, Backtest> = {
  kind: "backtest",
  settingsSchema: z.null(),
  format: "hengce.backtest/1",
  answer: ({ dataset, further, document, ruleSet }) => {
    const found = backtest([dataset, ...further], document.assumptions, ruleSet);
    if (found === null) throw new Error("no later year to compare with");
    return found;
  },
};
