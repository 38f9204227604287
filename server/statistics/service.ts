import type { TenantTx, WithTenant } from "@db/tenant";
import { recordAudit } from "@server/audit/record";
import type { Actor } from "@server/auth/contract";
import { denial, type Permission } from "@server/auth/permissions";
import { type AppError, appError, isAppError } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import { fiscalYearOf } from "@server/kernel/years";
import type { CellIssue, ImportPreview, StatisticsService } from "./contract";
import { gridPage } from "./grid-repository";
import { compareDatasets } from "./preview";
import {
  deleteUpload,
  findDataset,
  findDatasetByContent,
  findSchool,
  findUpload,
  listDatasets,
  loadDataset,
  markCommitted,
  newestDataset,
  purgeUploads,
  type StagedUpload,
  stageUpload,
  storeDataset,
} from "./repository";
import { cellsOfSchool } from "./school-cells";
import type { ParsedWorkbook } from "./workbook/read";
import { writeCountyWorkbook } from "./workbook/write";

/** Guards and reads an upload away from this process. */
export type ParseUpload = (bytes: Uint8Array) => Promise<Result<ParsedWorkbook, readonly CellIssue[] | AppError>>;

export interface StatisticsDependencies {
  readonly withTenant: WithTenant;
  readonly parseUpload: ParseUpload;
  readonly clock?: () => Date;
}

const uploadLifeMs = 24 * 60 * 60 * 1000;
/** A commit may wait for others of the same county; a page may not. */
const commitTimeoutMs = 60_000;

const idPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

const previewOf = async (tx: TenantTx, upload: StagedUpload): Promise<ImportPreview> => {
  const { statisticsYear, fiscalYear } = upload.dataset.county;
  const newest = await newestDataset(tx, statisticsYear);
  const stored = newest === null ? null : await loadDataset(tx, newest.id);
  const difference = compareDatasets(stored?.dataset ?? null, upload.dataset);
  return { uploadId: upload.id, fileName: upload.fileName, statisticsYear, fiscalYear, ...difference, warnings: upload.warnings };
};

/** Data of the actor's own county: template, import with preview, versions, grid of schools. */
export const createStatisticsService = ({
  withTenant,
  parseUpload,
  clock = () => new Date(),
}: StatisticsDependencies): StatisticsService => {
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

  return {
    template: async (actor, statisticsYear) => {
      const denied = denial(actor, "data.read");
      if (denied !== null) return err(denied);
      if (!Number.isInteger(statisticsYear) || statisticsYear < 1991 || statisticsYear > 2100) return err(appError("invalid_input"));
      const head = { code: actor.orgCode, name: actor.orgName, statisticsYear, fiscalYear: fiscalYearOf(statisticsYear) };
      return ok({ fileName: `${actor.orgCode}-${statisticsYear}-template.xlsx`, bytes: await writeCountyWorkbook(head) });
    },

    upload: async (actor, { fileName, bytes }) => {
      const denied = denial(actor, "data.write");
      if (denied !== null) return err(denied);
      const parsed = await parseUpload(bytes);
      if (!parsed.ok) {
        const { error } = parsed;
        return isAppError(error) ? err(error) : ok({ kind: "rejected", fileName, issues: error });
      }
      const { county } = parsed.value.dataset;
      if (county.code !== actor.orgCode) {
        const codes = { found: county.code, foundName: county.name, expected: actor.orgCode, expectedName: actor.orgName };
        return err(appError("upload_wrong_county", codes, [{ path: "file", message: "checks.wrongCounty", params: codes }]));
      }
      return inCounty(actor, "data.write", [], async (tx) => {
        const now = clock();
        await purgeUploads(tx, new Date(now.getTime() - uploadLifeMs));
        const staged = await stageUpload(tx, actor, { fileName, ...parsed.value, createdAt: now });
        await recordAudit(tx, actor, "data.upload", staged.id, {
          statisticsYear: county.statisticsYear,
          schools: staged.dataset.schools.length,
        });
        return ok({ kind: "preview", preview: await previewOf(tx, staged) });
      });
    },

    preview: (actor, uploadId) =>
      inCounty(actor, "data.write", [uploadId], async (tx) => {
        const upload = await liveUpload(tx, uploadId, false);
        return upload.ok ? ok(await previewOf(tx, upload.value)) : upload;
      }),

    commit: (actor, uploadId) =>
      inCounty(
        actor,
        "data.write",
        [uploadId],
        async (tx) => {
          const upload = await liveUpload(tx, uploadId, true);
          if (!upload.ok) return upload;
          const { dataset, sources, fileName, contentHash, committedAt } = upload.value;
          if (committedAt !== null) {
            const stored = await findDatasetByContent(tx, dataset.county.statisticsYear, contentHash);
            return stored === null ? err(appError("upload_expired")) : ok({ dataset: stored, unchanged: true });
          }
          const stored = await storeDataset(tx, actor, { dataset, sources, fileName });
          await markCommitted(tx, uploadId, clock());
          await recordAudit(tx, actor, "data.commit", stored.dataset.id, {
            statisticsYear: stored.dataset.statisticsYear,
            version: stored.dataset.version,
            unchanged: stored.unchanged ? 1 : 0,
          });
          return ok(stored);
        },
        commitTimeoutMs,
      ),

    discard: (actor, uploadId) =>
      inCounty(actor, "data.write", [uploadId], async (tx) => {
        if (!(await deleteUpload(tx, uploadId))) return err(appError("not_found"));
        await recordAudit(tx, actor, "data.discard", uploadId);
        return ok(null);
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
      const bytes = await writeCountyWorkbook(dataset);
      return ok({ fileName: `${dataset.county.code}-${head.statisticsYear}-v${head.version}.xlsx`, bytes });
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
