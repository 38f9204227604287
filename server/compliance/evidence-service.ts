import type { WithTenant } from "@db/tenant";
import { recordAudit } from "@server/audit/record";
import { denial } from "@server/auth/permissions";
import { appError } from "@server/kernel/errors";
import { err, ok } from "@server/kernel/result";
import { bytesHash } from "@server/platform/hash";
import { z } from "zod";
import { type EvidenceService, largestEvidence, mostFilesPerItem } from "./evidence-contract";
import {
  countEvidence,
  deleteEvidence,
  evidenceBytes,
  evidenceOfYear,
  findEvidence,
  insertEvidence,
  isPublished,
  lockEvidence,
} from "./evidence-repository";
import { evidenceTypeOf } from "./evidence-types";

const isId = (id: string): boolean => z.uuid().safeParse(id).success;
/** A file of 20 MB is stored in twenty statements; a slow disk may need its time. */
const storingMs = 20_000;

/** Evidence files (佐证材料): kept beside the data, tenant by tenant, with an audit line for each change. */
export const createEvidenceService = ({ withTenant }: { readonly withTenant: WithTenant }): EvidenceService => ({
  list: async (actor, statisticsYear) => {
    const denied = denial(actor, "data.read");
    if (denied !== null) return err(denied);
    return withTenant(actor, async (tx) =>
      ok({ files: await evidenceOfYear(tx, statisticsYear), editable: !(await isPublished(tx, statisticsYear)) }),
    );
  },

  add: async (actor, subject, { fileName, bytes }) => {
    const denied = denial(actor, "evidence.write");
    if (denied !== null) return err(denied);
    if (bytes.byteLength > largestEvidence) return err(appError("evidence_too_large"));
    const mediaType = evidenceTypeOf(fileName, bytes);
    if (mediaType === null) return err(appError("evidence_type_refused"));
    const sha256 = bytesHash(bytes);
    return withTenant({ orgId: actor.orgId, userId: actor.userId, timeoutMs: storingMs }, async (tx) => {
      await lockEvidence(tx, actor.orgId, subject);
      if ((await countEvidence(tx, subject)) >= mostFilesPerItem) return err(appError("evidence_full", { count: mostFilesPerItem }));
      const file = await insertEvidence(tx, actor, { ...subject, fileName, mediaType, sha256 }, bytes);
      const { statisticsYear, item, schoolCode } = subject;
      await recordAudit(tx, actor, "evidence.add", file.id, { statisticsYear, item, schoolCode, sizeBytes: file.sizeBytes, sha256 });
      return ok(file);
    });
  },

  read: async (actor, fileId) => {
    const denied = denial(actor, "data.read");
    if (denied !== null) return err(denied);
    if (!isId(fileId)) return err(appError("not_found"));
    return withTenant({ orgId: actor.orgId, userId: actor.userId, timeoutMs: storingMs }, async (tx) => {
      const file = await findEvidence(tx, fileId);
      return file === null ? err(appError("not_found")) : ok({ file, bytes: await evidenceBytes(tx, file) });
    });
  },

  remove: async (actor, fileId) => {
    const denied = denial(actor, "evidence.write");
    if (denied !== null) return err(denied);
    if (!isId(fileId)) return err(appError("not_found"));
    return withTenant(actor, async (tx) => {
      const file = await findEvidence(tx, fileId);
      if (file === null) return err(appError("not_found"));
      if (await isPublished(tx, file.statisticsYear)) return err(appError("evidence_published"));
      await deleteEvidence(tx, fileId);
      const { statisticsYear, item, sha256 } = file;
      await recordAudit(tx, actor, "evidence.remove", fileId, { statisticsYear, item, sha256 });
      return ok(null);
    });
  },
});
