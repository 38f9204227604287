import { createDeclarationService, createEvidenceService } from "@server/compliance";
import type { DeclarationService } from "@server/compliance/declarations-contract";
import { type EvidenceService, type EvidenceSubject, largestEvidence } from "@server/compliance/evidence-contract";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import { type SeededOrganisations, seedOrganisations } from "@test/support/organisations";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let database: TestDatabase;
let places: SeededOrganisations;
let declarations: DeclarationService;
let evidence: EvidenceService;

beforeAll(async () => {
  database = await testDatabase();
  places = await seedOrganisations(database);
  declarations = createDeclarationService(database);
  evidence = createEvidenceService(database);
});
afterAll(() => database.close());

const unwrap = <T>(result: Result<T, AppError>): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const codeOf = (result: Result<unknown, AppError>): string | null => (result.ok ? null : result.error.code);
const auditOf = async (tenantId: string): Promise<readonly { action: string; subject: string }[]> =>
  database.ownerSql`select action, subject from county.audit_entry where tenant_id = ${tenantId} order by id`;

describe("a declaration", () => {
  const item = "G1.layout";

  it("is prepared by a planner and counts only once an approver has attested it", async () => {
    const { planner, approver } = places.countyA1.actors;
    const prepared = unwrap(await declarations.prepare(planner, { statisticsYear: 2026, item, value: true, note: "县政府批复" }));
    expect(prepared).toMatchObject({ version: 1, value: true, preparedBy: planner.displayName, attestedBy: null });
    expect(unwrap(await declarations.list(planner, 2026))).toMatchObject([{ item, newest: { version: 1 }, inForce: null }]);

    const attested = unwrap(await declarations.attest(approver, { statisticsYear: 2026, item, version: 1 }));
    expect(attested).toMatchObject({
      version: 2,
      value: true,
      note: "县政府批复",
      preparedBy: planner.displayName,
      attestedBy: approver.displayName,
    });
    const [stored] = unwrap(await declarations.list(planner, 2026));
    expect(stored?.inForce?.version).toBe(2);
    expect(stored?.history.map(({ version }) => version)).toEqual([2, 1]);
  });

  it("stays in force while a newer version waits for its attestation", async () => {
    const { planner, approver } = places.countyA1.actors;
    unwrap(await declarations.prepare(planner, { statisticsYear: 2026, item, value: false, note: "" }));
    const [stored] = unwrap(await declarations.list(planner, 2026));
    expect(stored).toMatchObject({ newest: { version: 3, value: false }, inForce: { version: 2, value: true } });
    expect(codeOf(await declarations.attest(approver, { statisticsYear: 2026, item, version: 1 }))).toBe("conflict");
    unwrap(await declarations.attest(approver, { statisticsYear: 2026, item, version: 3 }));
    expect(codeOf(await declarations.attest(approver, { statisticsYear: 2026, item, version: 4 }))).toBe("conflict");
  });

  it("cannot be rewritten, not even by its own county", async () => {
    const actor = places.countyA1.actors.admin;
    const attempt = database.withTenant(actor, (tx) => tx.updateTable("county.declaration").set({ note: "changed" }).execute());
    await expect(attempt).rejects.toMatchObject({ code: "42501" });
  });

  it("is kept in the order in which it was written when several write at once", async () => {
    const { planner } = places.countyA2.actors;
    const input = { statisticsYear: 2026, item: "V1" as const, value: false, note: "" };
    await Promise.all(Array.from({ length: 5 }, () => declarations.prepare(planner, input)));
    const [stored] = unwrap(await declarations.list(planner, 2026));
    expect(stored?.history.map(({ version }) => version)).toEqual([5, 4, 3, 2, 1]);
  });

  it("is prepared and attested by the roles that may, and by nobody else", async () => {
    const { planner, approver, viewer, admin, analyst } = places.countyA3.actors;
    const input = { statisticsYear: 2026, item: "V2" as const, value: false, note: "" };
    for (const actor of [approver, viewer, analyst, places.provinceA.actors.admin, places.cityA1.actors.analyst]) {
      expect(codeOf(await declarations.prepare(actor, input)), actor.displayName).toBe("forbidden");
    }
    unwrap(await declarations.prepare(admin, input));
    for (const actor of [planner, viewer, analyst, places.provinceA.actors.admin]) {
      expect(codeOf(await declarations.attest(actor, { ...input, version: 1 })), actor.displayName).toBe("forbidden");
    }
    expect(codeOf(await declarations.list(places.provinceA.actors.admin, 2026))).toBe("forbidden");
    expect(codeOf(await declarations.attest(approver, { statisticsYear: 2025, item: "V2", version: 1 }))).toBe("not_found");
    unwrap(await declarations.attest(admin, { statisticsYear: 2026, item: "V2", version: 1 }));
  });

  it("is unknown to every other county", async () => {
    expect(unwrap(await declarations.list(places.countyB1.actors.admin, 2026))).toEqual([]);
    expect(codeOf(await declarations.attest(places.countyB1.actors.admin, { statisticsYear: 2026, item: "V2", version: 1 }))).toBe(
      "not_found",
    );
  });

  it("leaves a line in the audit trail for each step", async () => {
    const lines = await auditOf(places.countyA3.id);
    expect(lines).toEqual([
      { action: "declaration.prepare", subject: "V2" },
      { action: "declaration.attest", subject: "V2" },
    ]);
  });
});

describe("an evidence file", () => {
  const subject: EvidenceSubject = { statisticsYear: 2026, item: "G1", schoolCode: null };
  const pdf = (size: number): Uint8Array => {
    const bytes = new Uint8Array(size);
    bytes.set(Buffer.from("%PDF-1.7"));
    for (let index = 8; index < size; index += 1) bytes[index] = index % 251;
    return bytes;
  };

  it("comes back byte for byte, also when it spans several parts", async () => {
    const { planner, viewer } = places.countyA1.actors;
    const bytes = pdf(2 * 1024 * 1024 + 77);
    const file = unwrap(await evidence.add(planner, subject, { fileName: "规划批复.pdf", bytes }));
    expect(file).toMatchObject({ ...subject, mediaType: "application/pdf", sizeBytes: bytes.byteLength, uploadedBy: planner.displayName });
    const read = unwrap(await evidence.read(viewer, file.id));
    expect(read.file).toEqual(file);
    expect(Buffer.compare(read.bytes, bytes)).toBe(0);
    expect(unwrap(await evidence.list(viewer, 2026))).toEqual({ files: [file], editable: true });
    expect(unwrap(await evidence.list(viewer, 2025)).files).toEqual([]);
  });

  it("is taken at 20 MB, refused above it, and refused when its content is not what its name says", async () => {
    const { planner } = places.countyA2.actors;
    unwrap(await evidence.add(planner, subject, { fileName: "large.pdf", bytes: pdf(largestEvidence) }));
    expect(codeOf(await evidence.add(planner, subject, { fileName: "larger.pdf", bytes: pdf(largestEvidence + 1) }))).toBe(
      "evidence_too_large",
    );
    for (const fileName of ["page.html", "picture.png", "pdf"]) {
      expect(codeOf(await evidence.add(planner, subject, { fileName, bytes: pdf(100) }))).toBe("evidence_type_refused");
    }
  });

  it("is taken back with its bytes until the year is published, and no longer then", async () => {
    const { planner } = places.countyA3.actors;
    const first = unwrap(await evidence.add(planner, subject, { fileName: "a.pdf", bytes: pdf(10) }));
    const second = unwrap(await evidence.add(planner, { ...subject, schoolCode: "3101" }, { fileName: "b.pdf", bytes: pdf(10) }));
    unwrap(await evidence.remove(planner, first.id));
    expect(codeOf(await evidence.read(planner, first.id))).toBe("not_found");
    const parts = await database.ownerSql`select file_id from county.evidence_part where tenant_id = ${places.countyA3.id}`;
    expect(parts).toEqual([{ file_id: second.id }]);

    const { countyA3 } = places;
    await database.ownerSql`
      insert into county.publication (tenant_id, id, province_id, county_code, county_name, version, statistics_year, dataset_hash,
        rule_set_id, verdict, failing, not_evaluable, distance, sections_total, sections_met, cells, payload, published_by_name)
      values (${countyA3.id}, ${first.id}, ${countyA3.provinceId}, ${countyA3.code}, ${countyA3.name}, 1, 2026, 'h',
        'quality-2017', 'met', 0, 0, 0, 1, 1, '[]', '{}', '甲')`;
    expect(codeOf(await evidence.remove(planner, second.id))).toBe("evidence_published");
    expect(unwrap(await evidence.list(planner, 2026)).editable).toBe(false);
    await database.ownerSql`update county.publication set withdrawn_at = now() where tenant_id = ${countyA3.id}`;
    unwrap(await evidence.remove(planner, second.id));
    expect((await auditOf(countyA3.id)).slice(-4).map(({ action }) => action)).toEqual([
      "evidence.add",
      "evidence.add",
      "evidence.remove",
      "evidence.remove",
    ]);
  });

  it("is added and removed by those who prepare data, and reached by no other county, city or province", async () => {
    const { planner, approver, viewer } = places.countyA1.actors;
    const file = unwrap(await evidence.add(planner, subject, { fileName: "c.pdf", bytes: pdf(10) }));
    for (const actor of [approver, viewer, places.provinceA.actors.admin]) {
      expect(codeOf(await evidence.add(actor, subject, { fileName: "c.pdf", bytes: pdf(10) }))).toBe("forbidden");
      expect(codeOf(await evidence.remove(actor, file.id))).toBe("forbidden");
    }
    for (const actor of [places.provinceA.actors.admin, places.cityA1.actors.analyst]) {
      expect(codeOf(await evidence.read(actor, file.id))).toBe("forbidden");
      expect(codeOf(await evidence.list(actor, 2026))).toBe("forbidden");
    }
    const stranger = places.countyB1.actors.admin;
    for (const id of [file.id, "01890000-0000-7000-8000-000000000000", "no-id", ""]) {
      expect(codeOf(await evidence.read(stranger, id))).toBe("not_found");
      expect(codeOf(await evidence.remove(stranger, id))).toBe("not_found");
    }
    expect(unwrap(await evidence.list(stranger, 2026)).files).toEqual([]);
  });
});
