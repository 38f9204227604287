import type { TenantTx, WithTenant } from "@db/tenant";
import { recordAudit } from "@server/audit/record";
import type { Actor } from "@server/auth/contract";
import { denial, type Permission } from "@server/auth/permissions";
import { type AppError, appError } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import { yearClosed } from "@server/review/year-closed";
import { z } from "zod";
import { acceptAll } from "./acceptance";
import { listAcceptances, storeAcceptances } from "./acceptance-repository";
import { canonicalDataset } from "./canonical";
import type { CountyDataset } from "./contract";
import { checkedEntry, entryChecks } from "./entry-checks";
import {
  type EntryCheck,
  type EntryConflict,
  type EntryEdit,
  type EntryFigures,
  type EntryOutcome,
  type EntryReview,
  type EntryService,
  entryChunk,
} from "./entry-contract";
import { countyJumps, countyLines, countyPlace, countyRows, movedSource } from "./entry-county";
import { applyEdits, type EntryPatch } from "./entry-edits";
import { countyForm, entryForm, jumpsOf, rowsOf } from "./entry-figures";
import { countyCode, isCountyView } from "./entry-grid";
import { entryColumns, entryPlace } from "./entry-layout";
import { cellChanges, countyOf, entrySchools, schoolsFrom, schoolsOf } from "./entry-repository";
import type { Acceptance } from "./import-contract";
import { sameSchool } from "./lineage";
import {
  findDataset,
  listDatasets,
  loadDataset,
  lockYear,
  newestDataset,
  newestDatasetBefore,
  type StoredDataset,
  storeDataset,
} from "./repository";

const isId = (id: string): boolean => z.uuid().safeParse(id).success;
/** A save may wait for others of the same county; a page may not. */
const saveTimeoutMs = 60_000;
/** Conflicts named with who and when; more help nobody. */
const mostConflicts = 20;

/** Where a typed figure came from, in the place of a file's cell. */
const typedIn = (version: number): string => `手工填报!第${version}版`;

interface Standing {
  readonly stored: StoredDataset;
  readonly earlier: CountyDataset | null;
  readonly accepted: readonly Acceptance[];
}

const standingOf = async (tx: TenantTx, statisticsYear: number): Promise<Standing | null> => {
  const newest = await newestDataset(tx, statisticsYear);
  const stored = newest === null ? null : await loadDataset(tx, newest.id);
  if (stored === null) return null;
  const before = await newestDatasetBefore(tx, statisticsYear);
  const earlier = before === null ? null : await loadDataset(tx, before.id);
  return { stored, earlier: earlier?.dataset ?? null, accepted: await listAcceptances(tx, stored.head.id) };
};

interface Reviewed extends EntryReview {
  readonly dataset: CountyDataset;
  readonly patches: readonly EntryPatch[];
}

const reviewOf = async (tx: TenantTx, { stored, earlier, accepted }: Standing, edits: readonly EntryEdit[]): Promise<Reviewed> => {
  const edited = applyEdits(stored.dataset, edits);
  const stood = checkedEntry(stored.dataset, earlier);
  const now = edited.patches.length === 0 ? stood : checkedEntry(edited.dataset, earlier);
  const conflicts: EntryConflict[] = [];
  for (const { edit, before } of edited.conflicts.slice(0, mostConflicts)) {
    const [last] = await cellChanges(tx, stored.head.statisticsYear, edit.code, edit.path);
    const { importedBy, importedAt } = stored.head;
    conflicts.push({ code: edit.code, path: edit.path, theirs: before, by: last?.by ?? importedBy, at: last?.at ?? importedAt });
  }
  return {
    version: stored.head.version,
    changed: edited.patches.length,
    problems: edited.problems,
    conflicts,
    checks: entryChecks(now, stood.issues, accepted),
    dataset: now.dataset,
    patches: edited.patches,
  };
};

const shown = ({ version, changed, problems, conflicts, checks }: Reviewed): EntryReview => ({
  version,
  changed,
  problems,
  conflicts,
  checks,
});

const withTyped = (
  { sources, head, dataset }: StoredDataset,
  patches: readonly EntryPatch[],
  county: CountyDataset["county"],
): StoredDataset["sources"] => {
  const marked = new Map(Object.entries(sources));
  const mark = typedIn(head.version + 1);
  for (const { edit } of patches) {
    if (edit.code !== countyCode) marked.set(edit.code, { ...marked.get(edit.code), [`=${edit.path}`]: mark });
  }
  const ofCounty = patches.flatMap(({ edit }) => (edit.code === countyCode ? [edit.path] : []));
  if (ofCounty.length > 0) marked.set(countyCode, movedSource(marked.get(countyCode) ?? {}, dataset.county, county, ofCounty, mark));
  return Object.fromEntries(marked);
};

export interface EntryDependencies {
  readonly withTenant: WithTenant;
  readonly clock?: () => Date;
}

/** The grid of returns (填报) of the actor's own county. */
export const createEntryService = ({ withTenant, clock = () => new Date() }: EntryDependencies): EntryService => {
  const inCounty = async <T>(
    actor: Actor,
    permission: Permission,
    work: (tx: TenantTx) => Promise<Result<T, AppError>>,
    timeoutMs?: number,
  ): Promise<Result<T, AppError>> => {
    const denied = denial(actor, permission);
    if (denied !== null) return err(denied);
    return withTenant({ orgId: actor.orgId, userId: actor.userId, ...(timeoutMs === undefined ? {} : { timeoutMs }) }, work);
  };

  /** Reasons for what the edits raise, and for whatever else a reason is given for; what was accepted before stays so. */
  const reasoned = (actor: Actor, checks: readonly EntryCheck[], reasons: Readonly<Record<string, string>>) =>
    acceptAll(
      checks.filter(
        ({ severity, fresh, accepted, checkId, message }) =>
          severity === "warning" && (fresh || accepted !== null || Object.hasOwn(reasons, checkId) || Object.hasOwn(reasons, message)),
      ),
      { reasons, by: actor.displayName, at: clock() },
    );

  return {
    open: (actor, statisticsYear, view) =>
      inCounty(actor, "data.read", async (tx) => {
        const dataset = await newestDataset(tx, statisticsYear);
        if (dataset === null) return ok(null);
        const [all, earlier] = [await listDatasets(tx), await newestDatasetBefore(tx, dataset.statisticsYear)];
        return ok({
          dataset,
          years: [...new Set(all.map((head) => head.statisticsYear))],
          earlierYear: earlier?.statisticsYear ?? null,
          view,
          columns: entryColumns(view),
          ...(isCountyView(view)
            ? { schools: [], lines: countyLines(view, await countyOf(tx, dataset.id)) }
            : { schools: await entrySchools(tx, dataset.id), lines: [] }),
          closed: await yearClosed(tx, dataset.statisticsYear),
        });
      }),

    figures: (actor, datasetId, view, from) =>
      inCounty(actor, "data.read", async (tx) => {
        const head = isId(datasetId) ? await findDataset(tx, datasetId) : null;
        if (head === null || !Number.isInteger(from) || from < 0) return err(appError("not_found"));
        const before = await newestDatasetBefore(tx, head.statisticsYear);
        if (isCountyView(view)) {
          const county = await countyOf(tx, datasetId);
          const was = before === null ? null : await countyOf(tx, before.id);
          return ok([
            {
              code: countyCode,
              now: countyRows(view, county),
              before: was === null ? null : countyRows(view, county, was),
              jumps: was === null ? [] : countyJumps(view, county, was),
            },
          ]);
        }
        const schools = await schoolsFrom(tx, datasetId, from, entryChunk);
        const codes = schools.flatMap(({ code, lineage }) => [code, ...lineage.map(({ fromCode }) => fromCode)]);
        const found = before === null ? [] : await schoolsOf(tx, before.id, codes);
        const byCode = new Map(found.map((school) => [school.code, school]));
        return ok(
          schools.map((school): EntryFigures => {
            const was = sameSchool(school, byCode);
            // Figures of the rows that the school has now, whatever its type was.
            return {
              code: school.code,
              now: rowsOf(view, school),
              before: was === null ? null : rowsOf(view, { ...was, type: school.type }),
              jumps: was === null ? [] : jumpsOf(view, school, was),
            };
          }),
        );
      }),

    form: (actor, statisticsYear, code) =>
      inCounty(actor, "data.read", async (tx) => {
        const dataset = await newestDataset(tx, statisticsYear);
        if (dataset === null) return err(appError("not_found"));
        const closed = await yearClosed(tx, dataset.statisticsYear);
        if (code === countyCode) return ok({ dataset, closed, ...countyForm(await countyOf(tx, dataset.id)) });
        const [school] = await schoolsOf(tx, dataset.id, [code]);
        return school === undefined ? err(appError("not_found")) : ok({ dataset, closed, ...entryForm(school) });
      }),

    check: (actor, statisticsYear, edits) =>
      inCounty(actor, edits.length === 0 ? "data.read" : "data.write", async (tx) => {
        const standing = await standingOf(tx, statisticsYear);
        return standing === null ? err(appError("no_dataset")) : ok(shown(await reviewOf(tx, standing, edits)));
      }),

    save: (actor, { statisticsYear, edits, reasons }) =>
      inCounty<EntryOutcome>(
        actor,
        "data.write",
        async (tx) => {
          await lockYear(tx, actor.orgId, statisticsYear);
          const closed = await yearClosed(tx, statisticsYear);
          if (closed !== null) return err(closed);
          const standing = await standingOf(tx, statisticsYear);
          if (standing === null) return err(appError("no_dataset"));
          const review = await reviewOf(tx, standing, edits);
          const { head } = standing.stored;
          const accepted = reasoned(actor, review.checks, reasons);
          const blocked =
            review.problems.length > 0 || review.conflicts.length > 0 || review.checks.some(({ severity }) => severity === "error");
          if (blocked || !accepted.ok) return ok({ kind: "refused", review: shown(review) });
          const sources = withTyped(standing.stored, review.patches, canonicalDataset(review.dataset).county);
          const stored = await storeDataset(tx, actor, { dataset: review.dataset, sources, fileName: head.sourceFileName, origin: "hand" });
          await storeAcceptances(tx, actor, stored.dataset.id, accepted.value);
          await recordAudit(tx, actor, "data.edit", stored.dataset.id, {
            statisticsYear,
            version: stored.dataset.version,
            cells: review.patches.length,
            accepted: accepted.value.length,
          });
          return ok({ kind: "saved", dataset: stored.dataset, changed: review.patches.length });
        },
        saveTimeoutMs,
      ),

    history: (actor, statisticsYear, code, path) =>
      inCounty(actor, "data.read", async (tx) =>
        (code === countyCode ? countyPlace(path) === null : entryPlace(path)?.exact !== true)
          ? err(appError("not_found"))
          : ok(await cellChanges(tx, statisticsYear, code, path)),
      ),

    accept: (actor, statisticsYear, checkId, reason) =>
      inCounty(actor, "data.write", async (tx) => {
        await lockYear(tx, actor.orgId, statisticsYear);
        const closed = await yearClosed(tx, statisticsYear);
        if (closed !== null) return err(closed);
        const standing = await standingOf(tx, statisticsYear);
        if (standing === null) return err(appError("no_dataset"));
        const { checks } = await reviewOf(tx, standing, []);
        const check = checks.find((one) => one.checkId === checkId && one.severity === "warning");
        if (check === undefined) return err(appError("not_found"));
        const accepted = acceptAll([check], { reasons: { [checkId]: reason }, by: actor.displayName, at: clock() });
        if (!accepted.ok) return accepted;
        await storeAcceptances(tx, actor, standing.stored.head.id, accepted.value);
        await recordAudit(tx, actor, "data.accept_check", standing.stored.head.id, { statisticsYear, check: check.message });
        return ok(null);
      }),
  };
};
