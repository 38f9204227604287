import type { Stage } from "@server/statistics/contract";
import type { SchoolIdentity } from "./columns";

/** Id of a section row: school code and stage. */
export const sectionId = (school: Pick<SchoolIdentity, "code">, stage: Stage): string => `${school.code}:${stage}`;
