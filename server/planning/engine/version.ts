/** Raised whenever the same question may get another answer; stored runs are found by it. */
export const planningEngineVersion = "planning/1.0.0";
