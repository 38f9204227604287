import type { TenantTx, WithTenant } from "@db/tenant";
import { recordAudit } from "@server/audit/record";
import type { Actor } from "@server/auth/contract";
import { denial, type Permission } from "@server/auth/permissions";
import { type AppError, appError, isAppError } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import { fiscalYearOf } from "@server/kernel/years";
import { yearClosed } from "@server/review/year-closed";
import { v7 as uuidv7 } from "uuid";
import { acceptAll, withAcceptances } from "./acceptance";
import { listAcceptances, storeAcceptances } from "./acceptance-repository";
import { deleteAnswer, findAnswer, purgeAnswers, type StoredAnswer, storeAnswer } from "./answer-repository";
import type { CellIssue, CountyDataset, DatasetHead, StatisticsService } from "./contract";
import { gridPage } from "./grid-repository";
import type { ImportPreview, UploadedFile, UploadOutcome } from "./import-contract";
import type { ImportContext, ParsedImport } from "./imports/context";
import { compareDatasets } from "./preview";
import {
  findDataset,
  findDatasetByContent,
  findSchool,
  listDatasets,
  loadDataset,
  newestDataset,
  newestDatasetBefore,
  schoolCodesAmong,
  storeDataset,
} from "./repository";
import { cellsOfSchool } from "./school-cells";
import type { UploadParser } from "./upload-parser";
import { deleteUpload, findUpload, markCommitted, purgeUploads, type StagedUpload, stageUpload } from "./upload-repository";
import { besideEarlierYear } from "./year-checks";

export interface StatisticsDependencies {
  readonly withTenant: WithTenant;
  readonly parser: UploadParser;
  readonly clock?: () => Date;
}

const uploadLifeMs = 24 * 60 * 60 * 1000;
/** A commit may wait for others of the same county; a page may not. */
const commitTimeoutMs = 60_000;

const idPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** Schools of complaints that the newest data of the county know. */
const storedCodesOf = async (tx: TenantTx, issues: readonly CellIssue[]): Promise<readonly string[]> => {
  const newest = await newestDataset(tx, null);
  const codes = new Set(issues.map(({ params }) => params["code"]).filter((code) => typeof code === "string"));
  return newest === null ? [] : schoolCodesAmong(tx, newest.id, [...codes]);
};

const previewOf = async (tx: TenantTx, upload: StagedUpload): Promise<ImportPreview> => {
  const { statisticsYear, fiscalYear } = upload.dataset.county;
  const newest = await newestDataset(tx, statisticsYear);
  const stored = newest === null ? null : await loadDataset(tx, newest.id);
  const difference = compareDatasets(stored?.dataset ?? null, upload.dataset);
  const warnings = withAcceptances(upload.warnings, newest === null ? [] : await listAcceptances(tx, newest.id));
  const { id: uploadId, fileName, files } = upload;
  const storedCodes = await storedCodesOf(tx, warnings);
  return { uploadId, fileName, statisticsYear, fiscalYear, ...difference, warnings, files, storedCodes };
};

/** What the county has stored, for forms that do not say all. */
const contextOf = async (tx: TenantTx, actor: Actor, chosenYear: number | null, now: Date): Promise<ImportContext> => {
  const newest = await newestDataset(tx, null);
  const statisticsYear = chosenYear ?? newest?.statisticsYear ?? now.getFullYear();
  const sameYear = await newestDataset(tx, statisticsYear);
  const load = async (head: DatasetHead | null): Promise<CountyDataset | null> =>
    head === null ? null : ((await loadDataset(tx, head.id))?.dataset ?? null);
  return {
    county: { code: actor.orgCode, name: actor.orgName },
    statisticsYear,
    sameYear: await load(sameYear),
    newest: await load(newest),
  };
};

/** An upload beside the newest stored data of an earlier year: what its schools inherit, and what jumps. */
const besideStored = async (tx: TenantTx, parsed: ParsedImport): Promise<ParsedImport> => {
  const head = await newestDatasetBefore(tx, parsed.dataset.county.statisticsYear);
  const earlier = head === null ? null : await loadDataset(tx, head.id);
  return earlier === null ? parsed : besideEarlierYear(parsed, earlier.dataset);
};

/** Name of an upload in lists: its file, or its first file and the number of further ones. */
const uploadName = (files: readonly UploadedFile[]): string => {
  const [first] = files;
  return `${first?.fileName ?? ""}${files.length > 1 ? ` (+${files.length - 1})` : ""}`;
};

const wrongCounty = (actor: Actor, { county }: CountyDataset): AppError | null => {
  if (county.code === actor.orgCode) return null;
  const codes = { found: county.code, foundName: county.name, expected: actor.orgCode, expectedName: actor.orgName };
  return appError("upload_wrong_county", codes, [{ path: "file", message: "checks.wrongCounty", params: codes }]);
};

/** Data of the actor's own county: template, import with preview, versions, grid of schools. */
export const createStatisticsService = ({ withTenant, parser, clock = () => new Date() }: StatisticsDependencies): StatisticsService => {
  /** Checks the permission, then works in the actor's tenant. An id that is no id is not found, like a foreign one. */
  const inCounty = async <T>(
    actor: Actor,
    permission: Permission,
    ids: readonly string[],
    work: (tx: TenantTx) => Promise<Result<T, AppError>>,
    timeoutMs?: number,
  ): Promise<Result<T, AppError>> => {
    const denied = denial(actor, permission);
    if (denied !== null) return err(denied);
    if (ids.some((id) => !idPattern.test(id))) return err(appError("not_found"));
    return withTenant({ orgId: actor.orgId, userId: actor.userId, ...(timeoutMs === undefined ? {} : { timeoutMs }) }, work);
  };

  const liveUpload = async (tx: TenantTx, uploadId: string, forCommit: boolean): Promise<Result<StagedUpload, AppError>> => {
    const upload = await findUpload(tx, uploadId, forCommit);
    if (upload === null) return err(appError("not_found"));
    return clock().getTime() - upload.createdAt.getTime() > uploadLifeMs ? err(appError("upload_expired")) : ok(upload);
  };

  const liveAnswer = async (tx: TenantTx, answerId: string): Promise<Result<StoredAnswer, AppError>> => {
    const found = await findAnswer(tx, answerId);
    if (found === null) return err(appError("not_found"));
    return clock().getTime() - found.createdAt.getTime() > uploadLifeMs ? err(appError("upload_expired")) : ok(found);
  };

  return {
    template: async (actor, statisticsYear) => {
      const denied = denial(actor, "data.read");
      if (denied !== null) return err(denied);
      if (!Number.isInteger(statisticsYear) || statisticsYear < 1991 || statisticsYear > 2100) return err(appError("invalid_input"));
      const head = { code: actor.orgCode, name: actor.orgName, statisticsYear, fiscalYear: fiscalYearOf(statisticsYear) };
      const written = await parser.write(head);
      return written.ok ? ok({ fileName: `${actor.orgName}_${statisticsYear}_填报模板.xlsx`, bytes: written.value }) : written;
    },

    upload: async (actor, { files, statisticsYear }) => {
      const denied = denial(actor, "data.write");
      if (denied !== null) return err(denied);
      const { orgId, userId } = actor;
      const fileName = uploadName(files);
      const parsed = await parser.read(files, () => withTenant({ orgId, userId }, (tx) => contextOf(tx, actor, statisticsYear, clock())));
      if (!parsed.ok && isAppError(parsed.error)) return err(parsed.error);
      const wrong = parsed.ok ? wrongCounty(actor, parsed.value.dataset) : null;
      if (wrong !== null) return err(wrong);
      return inCounty<UploadOutcome>(actor, "data.write", [], async (tx) => {
        const now = clock();
        const before = new Date(now.getTime() - uploadLifeMs);
        await purgeUploads(tx, before);
        await purgeAnswers(tx, before);
        if (!parsed.ok) {
          const issues = isAppError(parsed.error) ? [] : parsed.error;
          const answerId = uuidv7();
          await storeAnswer(tx, actor, { id: answerId, files, issues, createdAt: now });
          return ok({ kind: "rejected", fileName, issues, answerId });
        }
        const staged = await stageUpload(tx, actor, { fileName, ...(await besideStored(tx, parsed.value)), createdAt: now });
        if (staged.warnings.length > 0) await storeAnswer(tx, actor, { id: staged.id, files, issues: staged.warnings, createdAt: now });
        await recordAudit(tx, actor, "data.upload", staged.id, {
          statisticsYear: staged.dataset.county.statisticsYear,
          schools: staged.dataset.schools.length,
          files: files.length,
        });
        return ok({ kind: "preview", preview: await previewOf(tx, staged) });
      });
    },

    rejection: (actor, answerId) =>
      inCounty(actor, "data.write", [answerId], async (tx) => {
        const found = await liveAnswer(tx, answerId);
        if (!found.ok) return found;
        const { files, issues } = found.value;
        return ok({ files: files.map(({ fileName }) => fileName), issues, storedCodes: await storedCodesOf(tx, issues) });
      }),

    answer: async (actor, answerId, say, words) => {
      const stored = await inCounty(actor, "data.write", [answerId], (tx) => liveAnswer(tx, answerId));
      if (!stored.ok) return stored;
      const notes = stored.value.issues.map((issue) => ({
        severity: issue.severity,
        file: issue.file ?? "",
        sheet: issue.sheet,
        row: issue.row,
        cell: issue.cell,
        text: say(issue),
      }));
      // Written after the transaction, like every spreadsheet.
      return parser.answer({ files: stored.value.files, notes, words });
    },

    preview: (actor, uploadId) =>
      inCounty(actor, "data.write", [uploadId], async (tx) => {
        const upload = await liveUpload(tx, uploadId, false);
        return upload.ok ? ok(await previewOf(tx, upload.value)) : upload;
      }),

    commit: (actor, uploadId, reasons = {}) =>
      inCounty(
        actor,
        "data.write",
        [uploadId],
        async (tx) => {
          const upload = await liveUpload(tx, uploadId, true);
          if (!upload.ok) return upload;
          const { dataset, sources, fileName, contentHash, committedAt, warnings } = upload.value;
          if (committedAt !== null) {
            const stored = await findDatasetByContent(tx, dataset.county.statisticsYear, contentHash);
            return stored === null ? err(appError("upload_expired")) : ok({ dataset: stored, unchanged: true });
          }
          const closed = await yearClosed(tx, dataset.county.statisticsYear);
          if (closed !== null) return err(closed);
          const newest = await newestDataset(tx, dataset.county.statisticsYear);
          const before = newest === null ? [] : await listAcceptances(tx, newest.id);
          const accepted = acceptAll(withAcceptances(warnings, before), { reasons, by: actor.displayName, at: clock() });
          if (!accepted.ok) return accepted;
          const stored = await storeDataset(tx, actor, { dataset, sources, fileName });
          await storeAcceptances(tx, actor, stored.dataset.id, accepted.value);
          await markCommitted(tx, uploadId, clock());
          await recordAudit(tx, actor, "data.commit", stored.dataset.id, {
            statisticsYear: stored.dataset.statisticsYear,
            version: stored.dataset.version,
            unchanged: stored.unchanged ? 1 : 0,
            accepted: accepted.value.length,
          });
          return ok(stored);
        },
        commitTimeoutMs,
      ),

    discard: (actor, uploadId) =>
      inCounty(actor, "data.write", [uploadId], async (tx) => {
        if (!(await deleteUpload(tx, uploadId))) return err(appError("not_found"));
        await deleteAnswer(tx, uploadId);
        await recordAudit(tx, actor, "data.discard", uploadId);
        return ok(null);
      }),

    acceptances: (actor, datasetId) =>
      inCounty(actor, "data.read", [datasetId], async (tx) => {
        const dataset = await findDataset(tx, datasetId);
        return dataset === null ? err(appError("not_found")) : ok({ dataset, accepted: await listAcceptances(tx, datasetId) });
      }),

    datasets: (actor) => inCounty(actor, "data.read", [], async (tx) => ok(await listDatasets(tx))),

    current: (actor, statisticsYear) => inCounty(actor, "data.read", [], async (tx) => ok(await newestDataset(tx, statisticsYear))),

    exportWorkbook: async (actor, datasetId) => {
      const stored = await inCounty(actor, "data.read", [datasetId], async (tx) => {
        const found = await loadDataset(tx, datasetId);
        if (found === null) return err(appError("not_found"));
        await recordAudit(tx, actor, "data.export", datasetId, { version: found.head.version });
        return ok(found);
      });
      if (!stored.ok) return stored;
      const { head, dataset } = stored.value;
      // Written after the transaction: a connection must not wait for a spreadsheet.
      const written = await parser.write(dataset);
      if (!written.ok) return written;
      return ok({ fileName: `${dataset.county.name}_${head.statisticsYear}-${head.version}.xlsx`, bytes: written.value });
    },

    grid: (actor, datasetId, query) =>
      inCounty(actor, "data.read", [datasetId], async (tx) =>
        (await findDataset(tx, datasetId)) === null ? err(appError("not_found")) : ok(await gridPage(tx, datasetId, query)),
      ),

    school: (actor, datasetId, code) =>
      inCounty(actor, "data.read", [datasetId], async (tx) => {
        const dataset = await findDataset(tx, datasetId);
        const found = dataset === null ? null : await findSchool(tx, datasetId, code);
        if (dataset === null || found === null) return err(appError("not_found"));
        return ok({ dataset, school: found.school, cells: cellsOfSchool(found.school, found.source) });
      }),
  };
};
