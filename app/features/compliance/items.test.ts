import type { Declaration, DeclarationVersion } from "@server/compliance/declarations-contract";
import { describe, expect, it } from "vitest";
import { attestationOf, statementsOf } from "./items";

const version = (value: boolean | null, attestedAt: string | null): DeclarationVersion => ({
  version: 1,
  value,
  note: "",
  preparedBy: "李敏",
  preparedAt: "2025-09-01T08:00:00.000Z",
  attestedBy: attestedAt === null ? null : "王强",
  attestedAt,
});

const declared = (item: string, newest: DeclarationVersion): Declaration => ({
  item,
  newest,
  inForce: newest.attestedAt === null ? null : newest,
  history: [newest],
});

describe("who has attested the statements of an item", () => {
  const [first = "E.monitoring", second = "E.problemsSolved"] = statementsOf("E");

  it("counts a statement that was attested, and not one that was taken back under a name", () => {
    const declarations = [
      declared(first, version(true, "2025-09-02T08:00:00.000Z")),
      declared(second, version(null, "2025-09-03T08:00:00.000Z")),
    ];
    expect(attestationOf(statementsOf("E"), declarations, (one) => one === first)).toEqual({
      of: 2,
      imported: 0,
      done: 1,
      by: "王强",
      at: "2025-09-02T08:00:00.000Z",
    });
  });

  it("tells what counts by the workbook alone, though something is prepared", () => {
    const declarations = [declared(first, version(false, null))];
    expect(attestationOf(statementsOf("E"), declarations, () => true)).toEqual({ of: 2, imported: 2, done: 0, by: null, at: null });
  });
});
