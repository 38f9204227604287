import { verdictCode } from "@server/compliance/engine/index";
import { type MonteCarlo, type UncertainInput, uncertainInputs } from "../../contract";
import { type Chooser, endChooser, likelyChooser } from "./chooser";
import type { UncertainCounty } from "./draws";
import type { MonteCarloPart } from "./part";
import { correlation } from "./statistics";

type Tornado = MonteCarlo["tornado"];
type Swing = Tornado["likely"];

const swingOf = (county: UncertainCounty, chooser: Chooser): Swing => {
  let swing: Omit<Swing, "costWan"> = { failing: 0, distance: 0, verdict: "not_evaluable" };
  let costWan = 0;
  county.run(chooser, (year, index, cost) => {
    costWan += cost;
    if (index !== county.targetIndex) return;
    const { failing, distance, verdict } = year.judged();
    swing = { failing, distance, verdict };
  });
  return { ...swing, costWan };
};

/** Correlation of an input with meeting the resource part in the target year, over the draws. */
const passCorrelation = ({ targetIndex }: UncertainCounty, part: MonteCarloPart, input: UncertainInput): number | null => {
  const draws = part.to - part.from;
  const position = uncertainInputs.indexOf(input);
  const passed = Float64Array.from({ length: draws }, (_, draw) => (part.resource[targetIndex * draws + draw] === verdictCode.met ? 1 : 0));
  return correlation(part.inputs.subarray(position * draws, (position + 1) * draws), passed);
};

/** What each input does alone: at the low and the high end of its range with all others likely. */
export const tornadoOf = (county: UncertainCounty, part: MonteCarloPart): Tornado => {
  const likely = swingOf(county, likelyChooser);
  const inputs = uncertainInputs.map((input) => ({
    input,
    low: swingOf(county, endChooser(input, "low")),
    high: swingOf(county, endChooser(input, "high")),
    passCorrelation: passCorrelation(county, part, input),
  }));
  const change = ({ low, high }: Tornado["inputs"][number]): number =>
    Math.max(Math.abs(low.distance - likely.distance), Math.abs(high.distance - likely.distance), Math.abs(high.distance - low.distance));
  return {
    targetYear: county.question.model.baseYear + county.targetIndex,
    likely,
    // Equal changes keep the order of the inputs: a sort is stable.
    inputs: inputs.sort((left, right) => change(right) - change(left)),
  };
};
