/** Raised whenever the same question may get another answer; stored runs are found by it. */
export const planningEngineVersion = "planning/2.12.1";
