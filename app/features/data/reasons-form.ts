import type { AcceptanceReasons } from "@server/statistics/import-contract";

const prefix = "reason.";

/** The reasons of the form of a preview, by kind of check. */
export const reasonsIn = (form: Readonly<Record<string, string>>): AcceptanceReasons =>
  Object.fromEntries(Object.entries(form).flatMap(([name, text]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), text]] : [])));
