import type { FieldIssue } from "@server/kernel/errors";
import { readNumber } from "~/components/digits";

/** The posted fields of a form, read with their complaints gathered by path. */
export interface FormReader {
  readonly issues: FieldIssue[];
  readonly text: (name: string) => string;
  readonly flag: (name: string) => boolean;
  /** A figure; what is no number, or is empty, becomes a complaint and NaN. */
  readonly number: (name: string) => number;
  /** As `number`, but empty is allowed. */
  readonly optionalNumber: (name: string) => number | null;
  /** Typed in percent, kept as a share: 6 → 0.06. */
  readonly percent: (name: string) => number;
}

/** Reads fields and complains under `prefix` + field name, the path that the form's controls carry. */
export const formReader = (fields: Readonly<Record<string, string>>, prefix: string): FormReader => {
  const issues: FieldIssue[] = [];
  const text = (name: string): string => (fields[name] ?? "").trim();
  const complain = (name: string, message: string): number => {
    issues.push({ path: `${prefix}${name}`, message });
    return Number.NaN;
  };
  const optionalNumber = (name: string): number | null => {
    const figure = readNumber(text(name));
    return figure === undefined ? complain(name, "common:field.not_a_number") : figure;
  };
  const number = (name: string): number => optionalNumber(name) ?? complain(name, "common:field.required");
  return {
    issues,
    text,
    flag: (name) => fields[name] !== undefined,
    optionalNumber,
    number,
    percent: (name) => Number((number(name) / 100).toFixed(6)),
  };
};
