import { verdictCode } from "@server/compliance/engine/index";
import { type MonteCarlo, type UncertainInput, uncertainInputs } from "../../contract";
import { type Chooser, endChooser, likelyChooser } from "./chooser";
import type { UncertainCounty } from "./draws";
import type { MonteCarloPart } from "./part";
import { correlation } from "./statistics";
import { thirdsOf } from "./thirds";

type Tornado = MonteCarlo["tornado"];
type Swing = Tornado["likely"];
type Driver = Tornado["inputs"][number];

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

/** Of an input and the draws: how low and high values of it go with meeting the resource part in the target year. */
const withPassing = ({ targetIndex }: UncertainCounty, part: MonteCarloPart, input: UncertainInput) => {
  const draws = part.to - part.from;
  const position = uncertainInputs.indexOf(input);
  const values = part.inputs.subarray(position * draws, (position + 1) * draws);
  const verdicts = part.resource.subarray(targetIndex * draws, (targetIndex + 1) * draws);
  const passed = Float64Array.from(verdicts, (code) => (code === verdictCode.met ? 1 : 0));
  return { thirds: thirdsOf(values, verdicts), passCorrelation: correlation(values, passed) };
};

/** How far an input moves the distance from the standard. */
const reach = ({ distance }: Swing, { low, high }: Driver): number =>
  Math.max(Math.abs(low.distance - distance), Math.abs(high.distance - distance), Math.abs(high.distance - low.distance));

/** By how much P(pass) differs between the thirds of an input, where so many draws can tell it from nothing; else 0. */
const clearChange = ({ thirds }: Driver): number =>
  thirds && (thirds.change.low > 0 || thirds.change.high < 0) ? Math.abs(thirds.change.difference) : 0;

/**
 * What drives the result of the target year: P(pass) where each input was low and where it was high, from the draws, and what
 * each does alone at the low and the high end of its range with all others likely.
 */
export const tornadoOf = (county: UncertainCounty, part: MonteCarloPart): Tornado => {
  const likely = swingOf(county, likelyChooser);
  const inputs = uncertainInputs.map(
    (input): Driver => ({
      input,
      low: swingOf(county, endChooser(input, "low")),
      high: swingOf(county, endChooser(input, "high")),
      ...withPassing(county, part, input),
    }),
  );
  return {
    targetYear: county.question.model.baseYear + county.targetIndex,
    likely,
    // Equal changes keep the order of the inputs: a sort is stable.
    inputs: inputs.sort((left, right) => clearChange(right) - clearChange(left) || reach(likely, right) - reach(likely, left)),
  };
};
