import type { TenantTx } from "@db/tenant";
import type { ScenarioQuestion, ScenarioQuestions } from "./answers-contract";
import { findQuestion, runsOfKind } from "./answers-repository";
import { type AttributionSettings, type PlanRequest, type UncertaintyRanges, uncertaintySettingsSchema } from "./contract";
import { rangesOf } from "./engine/index";
import type { QuestionInput } from "./question-job";

type Settings = ScenarioQuestions[ScenarioQuestion]["settings"];

/** Whether a question draws futures beside what it is about, by ranges that it does not name itself. */
const drawsBeside = (settings: Settings): settings is AttributionSettings | PlanRequest => {
  if ("passDraws" in settings) return settings.passDraws !== null && settings.ranges === undefined;
  return "ask" in settings && settings.ask.robust && settings.ranges === undefined;
};

/** Ranges by which the scenario's uncertainty was asked last; null where it never was. */
const statedRanges = async (tx: TenantTx, scenarioId: string): Promise<UncertaintyRanges | null> => {
  const [newest] = await runsOfKind(tx, scenarioId, "montecarlo", 1);
  const asked = newest === undefined ? null : await findQuestion(tx, newest);
  const read = uncertaintySettingsSchema.safeParse((asked?.input as Partial<QuestionInput> | undefined)?.settings);
  return read.success ? rangesOf(read.data) : null;
};

/** Settings as they are asked: futures are drawn by the scenario's own ranges, so that one scenario has one P(pass) on every page. */
export const withStatedRanges = async (tx: TenantTx, scenarioId: string, settings: Settings): Promise<Settings> => {
  if (!drawsBeside(settings)) return settings;
  const ranges = await statedRanges(tx, scenarioId);
  return ranges === null ? settings : { ...settings, ranges };
};
