import { createHash } from "node:crypto";
import type postgres from "postgres";
import type { SeededOrganisation } from "../support/organisations";

type Row = Readonly<Record<string, unknown>>;

/** One table's rows of one county. */
export interface TableRows {
  readonly seeded: readonly Row[];
  /** Not stored yet, and storable. */
  readonly fresh: Row;
  /** Column that points at another row of the county. */
  readonly parent?: string;
}

/** Parents first. */
export const tenantTables = [
  "county.dataset",
  "county.school",
  "county.upload",
  "county.upload_answer",
  "county.upload_file",
  "county.accepted_check",
  "county.assessment",
  "county.declaration",
  "county.evidence_file",
  "county.evidence_part",
  "rules.layer",
  "rules.choice",
  "county.scenario",
  "county.scenario_comment",
  "county.scenario_version",
  "county.run",
  "county.run_result",
  "county.publication",
  "county.published_data",
  "county.review_step",
  "county.finding",
  "county.finding_step",
  "rules.timetable",
  "rules.policy",
  "county.audit_entry",
  "jobs.dispatch",
  "jobs.outbox",
] as const;
export type TenantTable = (typeof tenantTables)[number];

/** Same seed, same id: a row can be named from two places. */
export const idOf = (...parts: readonly string[]): string => {
  const hex = createHash("sha256").update(parts.join("/")).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** A token that only one county's rows hold. */
const canaryOf = (county: SeededOrganisation): string => `密标-${county.code}`;

const at = "2026-09-01T00:00:00Z";

/** Rows of every tenant table for one county, each text with the county's token. */
export const rowsOf = (county: SeededOrganisation): Readonly<Record<TenantTable, TableRows>> => {
  const tenant_id = county.id;
  const id = (name: string): string => idOf(county.code, name);
  const mark = (column: string): string => `${canaryOf(county)}-${column}`;
  const dataset = (name: string, version: number): Row => ({
    tenant_id,
    id: id(name),
    statistics_year: 2026,
    fiscal_year: 2025,
    version,
    content_hash: mark("hash"),
    county: { name: mark("county") },
    school_count: 1,
    source_file_name: mark("file"),
    imported_by: id("user"),
    imported_by_name: mark("by"),
    imported_at: at,
  });
  const school = (code: string): Row => ({
    tenant_id,
    dataset_id: id("dataset"),
    code,
    name: mark("school"),
    type: "primary",
    township: mark("township"),
    locality: "rural",
    owner_code: 811,
    facts: { note: mark("facts") },
    source: {},
  });
  const upload = (name: string): Row => ({
    tenant_id,
    id: id(name),
    file_name: mark("upload"),
    content_hash: mark("hash"),
    parsed: {},
    created_by: id("user"),
    created_at: at,
  });
  const answer = (name: string): Row => ({
    tenant_id,
    id: id(name),
    issues: [{ note: mark("issues") }],
    created_by: id("user"),
    created_at: at,
  });
  const uploadFile = (position: number): Row => ({
    tenant_id,
    answer_id: id("answer"),
    position,
    file_name: mark("file"),
    bytes: `\\x${Buffer.from(mark("bytes")).toString("hex")}`,
  });
  const accepted = (name: string): Row => ({
    tenant_id,
    dataset_id: id("dataset"),
    check_id: name,
    message: "checks.sameName",
    params: { note: mark("params") },
    reason: mark("reason"),
    accepted_by: id("user"),
    accepted_by_name: mark("by"),
    accepted_at: at,
  });
  const assessment = (name: string): Row => ({
    tenant_id,
    id: id(name),
    dataset_id: id("dataset"),
    rule_set_id: "quality-2017",
    rule_set_version: "1",
    engine_version: name,
    verdict: "not_met",
    failing: 3,
    result: { note: mark("result") },
    created_at: at,
  });
  const declaration = (name: string, version: number): Row => ({
    tenant_id,
    id: id(name),
    statistics_year: 2026,
    item: "V1",
    version,
    value: false,
    note: mark("note"),
    prepared_by: id("user"),
    prepared_by_name: mark("by"),
    prepared_at: at,
  });
  const evidenceFile = (name: string): Row => ({
    tenant_id,
    id: id(name),
    statistics_year: 2026,
    item: "G1",
    file_name: mark("evidence"),
    media_type: "application/pdf",
    size_bytes: 3,
    sha256: "a".repeat(64),
    uploaded_by: id("user"),
    uploaded_by_name: mark("by"),
    uploaded_at: at,
  });
  const evidencePart = (file: string, part: number): Row => ({ tenant_id, file_id: id(file), part, bytes: "\\x616263" });
  const ruleLayer = (name: string, version: number): Row => ({
    tenant_id,
    id: id(name),
    rule_set_id: "quality-2017",
    version,
    document: { note: mark("document") },
    note: mark("note"),
    created_by: id("user"),
    created_by_name: mark("by"),
    created_at: at,
  });
  const ruleChoice = (name: string, version: number): Row => ({
    tenant_id,
    id: id(name),
    version,
    rule_set_id: "quality-2017",
    note: mark("note"),
    created_by: id("user"),
    created_by_name: mark("by"),
    created_at: at,
  });
  const scenario = (name: string): Row => ({
    tenant_id,
    id: id(name),
    name: mark(name),
    dataset_id: id("dataset"),
    version: 1,
    document: { note: mark("document") },
    lever_count: 1,
    created_by: id("user"),
    updated_by_name: mark("by"),
    created_at: at,
    updated_at: at,
  });
  const comment = (name: string): Row => ({
    tenant_id,
    id: id(name),
    scenario_id: id("scenario"),
    anchor: "",
    body: mark("comment"),
    written_by: id("user"),
    written_by_name: mark("by"),
    written_at: at,
  });
  const namedVersion = (name: string): Row => ({
    tenant_id,
    id: id(name),
    scenario_id: id("scenario"),
    name: mark(name),
    draft: 1,
    document: { note: mark("document") },
    lever_count: 1,
    saved_by: id("user"),
    saved_by_name: mark("by"),
    saved_at: at,
  });
  const run = (name: string): Row => ({
    tenant_id,
    id: id(name),
    kind: "projection",
    scenario_id: id("scenario"),
    subject: mark("subject"),
    input_hash: name,
    input: {},
    step: "waiting",
    progress: 0,
    created_by: id("user"),
    created_at: at,
  });
  const publication = (name: string, version: number, year: number, withdrawn: boolean): Row => ({
    tenant_id,
    id: id(name),
    city_id: county.cityId,
    province_id: county.provinceId,
    county_code: county.code,
    county_name: mark("county"),
    version,
    statistics_year: year,
    dataset_hash: mark("hash"),
    rule_set_id: "quality-2017",
    verdict: "not_met",
    failing: 1,
    not_evaluable: 0,
    distance: 0.5,
    sections_total: 2,
    sections_met: 1,
    cells: [],
    payload: { note: mark("payload") },
    digest: { note: mark("digest") },
    published_by_name: mark("by"),
    published_at: at,
    withdrawn_at: withdrawn ? at : null,
  });
  const publishedData = (publicationId: string): Row => ({
    tenant_id,
    publication_id: id(publicationId),
    dataset: { note: mark("dataset") },
    baseline: { note: mark("baseline") },
    strips: { note: mark("strips") },
  });
  const above = { city_id: county.cityId, province_id: county.provinceId };
  const reviewStep = (name: string, seq: number, action: string): Row => ({
    tenant_id,
    id: id(name),
    statistics_year: 2026,
    seq,
    level: "county",
    action,
    from_state: "draft",
    to_state: action === "sign" ? "signed" : "at_city",
    publication_id: id("published"),
    reason: mark("reason"),
    ...above,
    org_name: mark("org"),
    acted_by: id("user"),
    acted_by_name: mark("by"),
    at,
  });
  const finding = (name: string, publicationId: string): Row => ({
    tenant_id,
    id: id(name),
    statistics_year: 2026,
    publication_id: id(publicationId),
    level: "county",
    item: "R4",
    clause: mark("clause"),
    title: mark("title"),
    measure: mark("measure"),
    responsible_unit: mark("unit"),
    deadline: "2027-03-31",
    ...above,
    raised_by: id("user"),
    raised_by_name: mark("by"),
    raised_at: at,
  });
  const findingStep = (name: string, findingName: string, seq: number): Row => ({
    tenant_id,
    id: id(name),
    finding_id: id(findingName),
    seq,
    level: "county",
    state: "open",
    note: mark("note"),
    ...above,
    acted_by: id("user"),
    acted_by_name: mark("by"),
    at,
  });
  const timetable = (name: string, version: number): Row => ({
    tenant_id,
    id: id(name),
    version,
    document: { note: mark("document") },
    created_by: id("user"),
    created_by_name: mark("by"),
    created_at: at,
  });
  const policyTrial = (name: string): Row => ({
    tenant_id,
    id: id(name),
    name: mark(name),
    statistics_year: 2026,
    document: { note: mark("document") },
    run_id: id("run"),
    created_by: id("user"),
    created_by_name: mark("by"),
    created_at: at,
  });
  const audit = (name: string): Row => ({
    tenant_id,
    id: id(name),
    at,
    user_id: id("user"),
    user_name: mark("user"),
    action: "test",
    subject: mark("subject"),
    details: {},
  });
  const dispatch = (name: string): Row => ({
    tenant_id,
    run_id: id(name),
    state: "queued",
    fence: 0,
    attempts: 0,
    dispatch_no: 0,
    cancel_requested: false,
    created_at: at,
  });
  const outbox = (name: string): Row => ({ tenant_id, id: id(name), run_id: id("run"), dispatch_no: 0, created_at: at });
  const result = (name: string): Row => ({
    tenant_id,
    run_id: id(name),
    result: { note: mark("result") },
    receipt: {},
    created_at: at,
  });
  return {
    "county.dataset": { seeded: [dataset("dataset", 1)], fresh: dataset("dataset-new", 2) },
    "county.school": { seeded: [school("S1"), school("S2")], fresh: school("S3"), parent: "dataset_id" },
    "county.upload": { seeded: [upload("upload")], fresh: upload("upload-new") },
    "county.upload_answer": { seeded: [answer("answer")], fresh: answer("answer-new") },
    "county.upload_file": { seeded: [uploadFile(0)], fresh: uploadFile(1), parent: "answer_id" },
    "county.accepted_check": { seeded: [accepted("check")], fresh: accepted("check-new"), parent: "dataset_id" },
    "county.assessment": { seeded: [assessment("assessment")], fresh: assessment("assessment-new"), parent: "dataset_id" },
    "county.declaration": { seeded: [declaration("declaration", 1)], fresh: declaration("declaration-new", 2) },
    "county.evidence_file": { seeded: [evidenceFile("evidence")], fresh: evidenceFile("evidence-new") },
    "county.evidence_part": { seeded: [evidencePart("evidence", 0)], fresh: evidencePart("evidence", 1), parent: "file_id" },
    "rules.layer": { seeded: [ruleLayer("layer", 1)], fresh: ruleLayer("layer-new", 2) },
    "rules.choice": { seeded: [ruleChoice("choice", 1)], fresh: ruleChoice("choice-new", 2) },
    "county.scenario": { seeded: [scenario("scenario")], fresh: scenario("scenario-new"), parent: "dataset_id" },
    "county.scenario_comment": { seeded: [comment("comment")], fresh: comment("comment-new"), parent: "scenario_id" },
    "county.scenario_version": { seeded: [namedVersion("named")], fresh: namedVersion("named-new"), parent: "scenario_id" },
    "county.run": { seeded: [run("run"), run("run-bare")], fresh: run("run-new"), parent: "scenario_id" },
    "county.run_result": { seeded: [result("run")], fresh: result("run-bare"), parent: "run_id" },
    "county.publication": {
      seeded: [publication("withdrawn", 1, 2025, true), publication("published", 2, 2026, false), publication("bare", 3, 2023, true)],
      fresh: publication("publication-new", 4, 2024, false),
    },
    "county.published_data": {
      seeded: [publishedData("withdrawn"), publishedData("published")],
      fresh: publishedData("bare"),
      parent: "publication_id",
    },
    "county.review_step": {
      seeded: [reviewStep("signed", 1, "sign"), reviewStep("submitted", 2, "submit")],
      fresh: reviewStep("step-new", 3, "submit"),
      parent: "publication_id",
    },
    "county.finding": {
      seeded: [finding("finding-withdrawn", "withdrawn"), finding("finding", "published")],
      fresh: finding("finding-new", "published"),
      parent: "publication_id",
    },
    "county.finding_step": {
      seeded: [findingStep("step-withdrawn", "finding-withdrawn", 1), findingStep("step", "finding", 1)],
      fresh: findingStep("finding-step-new", "finding", 2),
      parent: "finding_id",
    },
    "rules.timetable": { seeded: [timetable("timetable", 1)], fresh: timetable("timetable-new", 2) },
    "rules.policy": { seeded: [policyTrial("policy")], fresh: policyTrial("policy-new"), parent: "run_id" },
    "county.audit_entry": { seeded: [audit("audit")], fresh: audit("audit-new") },
    "jobs.dispatch": { seeded: [dispatch("run")], fresh: dispatch("run-bare"), parent: "run_id" },
    "jobs.outbox": { seeded: [outbox("outbox")], fresh: outbox("outbox-new"), parent: "run_id" },
  };
};

/** `insert` of one row, as text: the matrix sends it as the role under test. */
export const insertText = (table: string, row: Row, suffix = ""): string => {
  const columns = Object.keys(row).join(", ");
  const json = JSON.stringify(row).replaceAll("'", "''");
  return `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, '${json}') ${suffix}`;
};

/** Stores every county's rows, behind the policies. */
export const seedRows = async (admin: postgres.Sql, counties: readonly SeededOrganisation[]): Promise<void> => {
  for (const county of counties) {
    const rows = rowsOf(county);
    for (const table of tenantTables) for (const row of rows[table].seeded) await admin.unsafe(insertText(table, row));
  }
};
