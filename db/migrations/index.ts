import type { Migration } from "kysely";
import * as foundation from "./0001-foundation";
import * as rulesAndEvidence from "./0002-rules-and-evidence";
import * as imports from "./0003-imports";
import * as countySource from "./0004-county-source";
import * as runKinds from "./0005-run-kinds";
import * as reviewAndPolicies from "./0006-review-and-policies";
import * as scenarioWorkspace from "./0007-scenario-workspace";
import * as datasetOrigin from "./0009-dataset-origin";
import * as annualTargets from "./0012-annual-targets";
import * as wholeVerdicts from "./0013-whole-verdicts";

/** Every migration in order. A list in code, so that a bundled server carries them. */
export const migrations: Readonly<Record<string, Migration>> = {
  "0001-foundation": foundation,
  "0002-rules-and-evidence": rulesAndEvidence,
  "0003-imports": imports,
  "0004-county-source": countySource,
  "0005-run-kinds": runKinds,
  "0006-review-and-policies": reviewAndPolicies,
  "0007-scenario-workspace": scenarioWorkspace,
  "0009-dataset-origin": datasetOrigin,
  "0012-annual-targets": annualTargets,
  "0013-whole-verdicts": wholeVerdicts,
};

/** Schema and table where Kysely notes what has run. */
export const migrationTable = { schema: "migration", table: "kysely_migration" } as const;
