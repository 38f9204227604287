import { complianceEngineVersion, type RuleSet } from "@server/compliance/engine/index";
import type { Projection, ScenarioDocument } from "@server/planning/contract";
import { planningEngineVersion, projector, seekGoal, suggest } from "@server/planning/engine/index";
import type { CountyBase } from "@server/planning/outlook-contract";
import type { SimulationBase } from "@server/planning/workspace-contract";
import { differenceOf } from "./difference";
import type { FromWorker, ToWorker } from "./simulation-protocol";
import { answerOf, type Cut } from "./simulation-view";

/**
 * The engines in the browser: the one module of app/ that imports them. It is loaded as a worker by the
 * workspace only, so that no page carries them. What it answers is a trial on this screen; what is kept
 * is computed by the server.
 */
const send = (message: FromWorker): void => self.postMessage(message);

interface Loaded {
  readonly base: SimulationBase & Partial<CountyBase>;
  readonly ruleSet: RuleSet;
  /** Keeps the years without levers between edits. */
  readonly project: ReturnType<typeof projector>;
}
let loaded: Loaded | null = null;
let last: { readonly text: string; readonly projection: Projection } | null = null;
/** What the page has. */
let sent: Cut | null = null;

const load = (text: string): void => {
  const base = JSON.parse(text) as Loaded["base"];
  const ruleSet = base.ruleSet as RuleSet;
  loaded = { base, ruleSet, project: projector(base.dataset, ruleSet) };
  const rules = `${ruleSet.id} ${ruleSet.version}`;
  send({
    kind: "loaded",
    browser: { planning: planningEngineVersion, compliance: complianceEngineVersion, rules },
    server: { ...base.engines, rules },
  });
};

/** Looking at another year of the same scenario computes nothing. */
const projectionOf = ({ project }: Loaded, document: ScenarioDocument): Projection => {
  const text = JSON.stringify(document);
  if (last?.text !== text) last = { text, projection: project(document) };
  return last.projection;
};

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  const sequence = data.kind === "load" ? null : data.sequence;
  try {
    if (data.kind === "load") {
      if (data.base === null) send({ kind: "failed", sequence });
      else load(data.base);
      return;
    }
    if (loaded === null) return send({ kind: "failed", sequence });
    if (data.kind === "project") {
      const started = performance.now();
      const projection = projectionOf(loaded, data.document);
      const answer = answerOf(projection, data.year, sent);
      const news = differenceOf(sent?.answer ?? null, answer);
      sent = { projection, answer };
      send({ kind: "answer", sequence: data.sequence, news, ms: performance.now() - started });
    } else if (data.kind === "seek") {
      const found = seekGoal(loaded.base.dataset, data.document, loaded.ruleSet, data.request);
      send({ kind: "sought", sequence: data.sequence, found });
    } else {
      const { base, ruleSet } = loaded;
      const { document, defaults } = data.kind === "advise" ? base : data;
      if (document === undefined || defaults === undefined) return send({ kind: "failed", sequence: data.sequence });
      const suggestions = suggest(base.dataset, document, ruleSet, data.request, defaults);
      const schoolNames = Object.fromEntries(base.dataset.schools.map(({ code, name }) => [code, name]));
      send({ kind: "suggestions", sequence: data.sequence, suggestions, schoolNames });
    }
  } catch {
    send({ kind: "failed", sequence });
  }
};
