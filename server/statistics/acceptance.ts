import { type AppError, appError, type FieldIssue } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import { contentHash } from "@server/platform/hash";
import type { CellIssue } from "./contract";
import { type Acceptance, type AcceptanceReasons, type PreviewWarning, reasonLength } from "./import-contract";

/** Where a complaint stands changes with every sorting of a sheet; what it says does not. */
const placeParams = new Set(["row", "cell", "place", "at", "file", "sheet"]);

/** Stable id of a check: the same sentence with the same figures about the same school has the same id. */
export const checkIdOf = ({ message, params }: Pick<CellIssue, "message" | "params">): string =>
  contentHash({ message, params: Object.fromEntries(Object.entries(params).filter(([key]) => !placeParams.has(key))) });

/** Soft checks of an upload with what was accepted before. */
export const withAcceptances = (warnings: readonly CellIssue[], accepted: readonly Acceptance[]): readonly PreviewWarning[] => {
  const byId = new Map(accepted.map((one) => [one.checkId, one]));
  return warnings.map((warning) => {
    const checkId = checkIdOf(warning);
    const before = byId.get(checkId);
    return {
      ...warning,
      checkId,
      accepted: before === undefined ? null : { reason: before.reason, acceptedBy: before.acceptedBy, acceptedAt: before.acceptedAt },
    };
  });
};

export interface Accepting {
  readonly reasons: AcceptanceReasons;
  readonly by: string;
  readonly at: Date;
}

/** The reason given for this very check, else the one for its kind; empty without. */
const reasonFor = (reasons: AcceptanceReasons, checkId: string, message: string): string => {
  const given = [checkId, message].flatMap((key) => (Object.hasOwn(reasons, key) ? (reasons[key] ?? []) : []));
  return (given[0] ?? "").trim();
};

/** Acceptances of all soft checks: kept ones as they were, new ones with the reason given for them or their kind. Complains of each kind without a reason. */
export const acceptAll = (warnings: readonly PreviewWarning[], { reasons, by, at }: Accepting): Result<readonly Acceptance[], AppError> => {
  const missing = new Map<string, FieldIssue>();
  const accepted = new Map<string, Acceptance>();
  for (const { checkId, message, params, accepted: before } of warnings) {
    const reason = reasonFor(reasons, checkId, message);
    if (before !== null) accepted.set(checkId, { checkId, message, params, ...before });
    else if (reason.length < reasonLength.min || reason.length > reasonLength.max) {
      missing.set(message, { path: `reason.${message}`, message: "data.acceptance.reason_missing", params: { ...reasonLength } });
    } else accepted.set(checkId, { checkId, message, params, reason, acceptedBy: by, acceptedAt: at.toISOString() });
  }
  return missing.size > 0 ? err(appError("invalid_input", undefined, [...missing.values()])) : ok([...accepted.values()]);
};
