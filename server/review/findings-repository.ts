import type { ReaderTx, TenantTx } from "@db/tenant";
import { organisationKindSchema } from "@server/auth/contract";
import { z } from "zod";
import { findingStates, isOverdue } from "./finding-steps";
import type { FindingStep, NewFinding } from "./findings-contract";
import { grouped } from "./grouped";
import type { ReviewedCounty } from "./repository";

type AnyTx = TenantTx | ReaderTx;

export interface FindingCounts {
  readonly open: number;
  readonly overdue: number;
}

/** Findings that are not closed, and those past their day, by county. */
export const findingCounts = async (tx: AnyTx, statisticsYear: number, today: string): Promise<ReadonlyMap<string, FindingCounts>> => {
  const counts = new Map<string, FindingCounts>();
  for (const { countyId, state, deadline } of await storedFindings(tx, statisticsYear)) {
    const before = counts.get(countyId) ?? { open: 0, overdue: 0 };
    counts.set(countyId, {
      open: before.open + (state === "closed" ? 0 : 1),
      overdue: before.overdue + (isOverdue(state, deadline, today) ? 1 : 0),
    });
  }
  return counts;
};

const findingSchema = z.object({
  id: z.string(),
  countyId: z.string(),
  statisticsYear: z.number(),
  level: organisationKindSchema,
  item: z.string(),
  clause: z.string(),
  schoolCode: z.string().nullable(),
  schoolName: z.string().nullable(),
  title: z.string(),
  measure: z.string(),
  responsibleUnit: z.string(),
  deadline: z.string(),
  raisedBy: z.string(),
  raisedAt: z.date().transform((date) => date.toISOString()),
  state: z.enum(findingStates),
  seq: z.number(),
});
export type StoredFinding = z.output<typeof findingSchema>;

/** Findings with their newest state; `statisticsYear` null: of all years. */
export const storedFindings = async (tx: AnyTx, statisticsYear: number | null): Promise<readonly StoredFinding[]> => {
  const rows = await tx
    .selectFrom("county.finding as finding")
    .innerJoin("county.finding_step as step", (join) =>
      join.onRef("step.tenant_id", "=", "finding.tenant_id").onRef("step.finding_id", "=", "finding.id"),
    )
    .distinctOn(["finding.tenant_id", "finding.id"])
    .select([
      "finding.id",
      "finding.tenant_id as countyId",
      "finding.statistics_year as statisticsYear",
      "finding.level",
      "finding.item",
      "finding.clause",
      "finding.school_code as schoolCode",
      "finding.school_name as schoolName",
      "finding.title",
      "finding.measure",
      "finding.responsible_unit as responsibleUnit",
      "finding.deadline",
      "finding.raised_by_name as raisedBy",
      "finding.raised_at as raisedAt",
      "step.state",
      "step.seq",
    ])
    .$if(statisticsYear !== null, (query) => query.where("finding.statistics_year", "=", statisticsYear ?? 0))
    .orderBy("finding.tenant_id")
    .orderBy("finding.id")
    .orderBy("step.seq", "desc")
    .execute();
  return rows.map((row) => findingSchema.parse(row));
};

const stepSchema = z.object({
  seq: z.number(),
  level: organisationKindSchema,
  state: z.enum(findingStates),
  note: z.string(),
  evidenceId: z.string().nullable(),
  evidenceName: z.string().nullable(),
  by: z.string(),
  at: z.date().transform((date) => date.toISOString()),
});

/** Steps of findings by finding, newest first. */
export const findingSteps = async (tx: AnyTx, findingIds: readonly string[]): Promise<ReadonlyMap<string, readonly FindingStep[]>> => {
  if (findingIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("county.finding_step")
    .select([
      "finding_id as findingId",
      "seq",
      "level",
      "state",
      "note",
      "evidence_id as evidenceId",
      "evidence_name as evidenceName",
      "acted_by_name as by",
      "at",
    ])
    .where("finding_id", "in", findingIds)
    .orderBy("finding_id")
    .orderBy("seq", "desc")
    .execute();
  const steps = rows.map((row) => {
    const { evidenceId, evidenceName, ...step } = stepSchema.parse(row);
    const evidence = evidenceId === null ? null : { id: evidenceId, name: evidenceName ?? "" };
    return { findingId: row.findingId, step: { ...step, evidence } };
  });
  return new Map([...grouped(steps, ({ findingId }) => findingId)].map(([id, list]) => [id, list.map(({ step }) => step)]));
};

export interface Author {
  readonly level: "county" | "city" | "province";
  readonly userId: string;
  readonly userName: string;
}

/** Adds a finding to the ledger, with its first step. */
export const insertFinding = async (
  tx: TenantTx,
  author: Author,
  entry: {
    readonly id: string;
    readonly stepId: string;
    readonly county: Pick<ReviewedCounty, "id" | "cityId"> & { readonly provinceId: string };
    readonly publicationId: string | null;
    readonly finding: NewFinding;
  },
): Promise<void> => {
  const { county, finding } = entry;
  await tx
    .insertInto("county.finding")
    .values({
      tenant_id: county.id,
      id: entry.id,
      statistics_year: finding.statisticsYear,
      publication_id: entry.publicationId,
      level: author.level,
      item: finding.item,
      clause: finding.clause,
      school_code: finding.schoolCode === "" ? null : finding.schoolCode,
      school_name: finding.schoolName === "" ? null : finding.schoolName,
      title: finding.title,
      measure: finding.measure,
      responsible_unit: finding.responsibleUnit,
      deadline: finding.deadline,
      city_id: county.cityId,
      province_id: county.provinceId,
      raised_by: author.userId,
      raised_by_name: author.userName,
    })
    .execute();
  await insertFindingStep(tx, author, {
    id: entry.stepId,
    county,
    findingId: entry.id,
    seq: 1,
    state: "open",
    note: "",
    evidence: null,
  });
};

/** Appends a step; two who act at once write the same number, and the database keeps one. */
export const insertFindingStep = async (
  tx: TenantTx,
  author: Author,
  entry: {
    readonly id: string;
    readonly county: Pick<ReviewedCounty, "id" | "cityId"> & { readonly provinceId: string };
    readonly findingId: string;
    readonly seq: number;
    readonly state: string;
    readonly note: string;
    readonly evidence: { readonly id: string; readonly name: string } | null;
  },
): Promise<void> => {
  await tx
    .insertInto("county.finding_step")
    .values({
      tenant_id: entry.county.id,
      id: entry.id,
      finding_id: entry.findingId,
      seq: entry.seq,
      level: author.level,
      state: entry.state,
      note: entry.note,
      evidence_id: entry.evidence?.id ?? null,
      evidence_name: entry.evidence?.name ?? null,
      city_id: entry.county.cityId,
      province_id: entry.county.provinceId,
      acted_by: author.userId,
      acted_by_name: author.userName,
    })
    .execute();
};

/** Name of one of the county's evidence files; null when it has none of that id. */
export const evidenceName = async (tx: TenantTx, id: string): Promise<string | null> => {
  const row = await tx.selectFrom("county.evidence_file").select("file_name").where("id", "=", id).executeTakeFirst();
  return row?.file_name ?? null;
};
