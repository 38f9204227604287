import { createHash } from "node:crypto";
import { canonicalJson } from "@server/kernel/canonical-json";

/** SHA-256 (hex) of the canonical JSON of a value: the identity of datasets, inputs and results. */
export const contentHash = (value: unknown): string => createHash("sha256").update(canonicalJson(value)).digest("hex");

/** SHA-256 (hex) of a file's bytes. */
export const bytesHash = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
