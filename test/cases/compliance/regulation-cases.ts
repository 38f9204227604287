import { limitCases } from "./limits";
import type { Situation } from "./situation";
import { balanceSituations } from "./situations-balance";
import { inclusionSituations } from "./situations-inclusion";
import { judgementSituations } from "./situations-judgement";
import { layerSituations, refusals } from "./situations-layers";
import { reliefSituations } from "./situations-reliefs";
import { switchSituations } from "./situations-switches";

/** Every situation that the resource part is held to, by what it is about. */
export const resourceSituations: Readonly<Record<string, readonly Situation[]>> = {
  "who counts as a school": inclusionSituations,
  "how a section is judged": judgementSituations,
  "how balance is judged": balanceSituations,
  "what reliefs let pass": reliefSituations,
  "how the rules may be read": switchSituations,
  "what provinces, cities and counties add": layerSituations,
};

/** How many situations, limits and refusals there are in all. */
export const resourceCases: number =
  Object.values(resourceSituations).reduce((sum, { length }) => sum + length, 0) + limitCases.length + refusals.length;
