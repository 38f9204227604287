import type { DefaultSource } from "@server/planning/contract";
import type { TFunction } from "i18next";
import { writtenParams } from "./outline-text";

/** Where the default of a field comes from, in a sentence; undefined when it has no default. */
export const sourceText = (t: TFunction, sources: readonly DefaultSource[], path: string): string | undefined => {
  const source = sources.find((one) => one.path === path);
  if (source === undefined) return undefined;
  const note = t(
    `sources:${source.note}`,
    writtenParams(t, source.params, (code) => code),
  );
  return t("planning:assumptions.default_from", { origin: t(`planning:origin.${source.origin}`), note });
};
