import type { ColumnType, Generated } from "kysely";

/**
 * Tables as Kysely sees them; test/db/schema-drift.test.ts compares this file with the migrated database.
 * Columns that are filtered or sorted use leakproof types only (text, int, float8, uuid, timestamptz):
 * others cannot use an index under row-level security.
 */

type Timestamp = ColumnType<Date, Date | string | undefined, Date | string>;
type NullableTimestamp = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
/** jsonb: read as a value, written as JSON text by `jsonb()` of db/json.ts. */
type Json<T = unknown> = ColumnType<T, string, string>;

export interface OrganisationTable {
  id: string;
  kind: string;
  code: string;
  name: string;
  city_id: string | null;
  province_id: string | null;
  created_at: Timestamp;
}

export interface AppUserTable {
  id: string;
  email: string;
  display_name: string;
  password_hash: string;
  password_changed_at: Timestamp;
  disabled_at: NullableTimestamp;
  created_at: Timestamp;
}

export interface MembershipTable {
  id: string;
  user_id: string;
  org_id: string;
  role: string;
  created_at: Timestamp;
}

export interface SessionTable {
  id: string;
  token_hash: string;
  user_id: string;
  org_id: string;
  user_agent: string;
  created_at: Timestamp;
  last_seen_at: Timestamp;
  expires_at: ColumnType<Date, Date | string, Date | string>;
  revoked_at: NullableTimestamp;
}

export interface SignInEventTable {
  id: string;
  at: Timestamp;
  user_id: string | null;
  outcome: string;
  remote_address: string;
}

export interface DatasetTable {
  tenant_id: string;
  id: string;
  statistics_year: number;
  fiscal_year: number;
  version: number;
  content_hash: string;
  county: Json;
  source: Json;
  school_count: number;
  source_file_name: string;
  origin: Generated<string>;
  imported_by: string;
  imported_by_name: string;
  imported_at: Timestamp;
}

export interface SchoolTable {
  tenant_id: string;
  dataset_id: string;
  code: string;
  name: string;
  type: string;
  township: string;
  locality: string;
  owner_code: number;
  primary_pupils: number | null;
  junior_pupils: number | null;
  senior_pupils: number | null;
  classes: number | null;
  teachers: number | null;
  facts: Json;
  source: Json;
}

export interface UploadTable {
  tenant_id: string;
  id: string;
  file_name: string;
  content_hash: string;
  parsed: Json;
  created_by: string;
  created_at: Timestamp;
  committed_at: NullableTimestamp;
}

export interface UploadAnswerTable {
  tenant_id: string;
  id: string;
  issues: Json;
  created_by: string;
  created_at: Timestamp;
}

export interface UploadFileTable {
  tenant_id: string;
  answer_id: string;
  position: number;
  file_name: string;
  bytes: Uint8Array;
}

export interface AcceptedCheckTable {
  tenant_id: string;
  dataset_id: string;
  check_id: string;
  message: string;
  params: Json;
  reason: string;
  accepted_by: string;
  accepted_by_name: string;
  accepted_at: Timestamp;
}

export interface AssessmentTable {
  tenant_id: string;
  id: string;
  dataset_id: string;
  rule_set_id: string;
  rule_set_version: string;
  engine_version: string;
  verdict: string;
  failing: number;
  result: Json;
  created_at: Timestamp;
  attested_hash: Generated<string>;
}

export interface RuleLayerTable {
  tenant_id: string;
  id: string;
  rule_set_id: string;
  version: number;
  document: Json;
  note: string;
  created_by: string;
  created_by_name: string;
  created_at: Timestamp;
}

export interface RuleChoiceTable {
  tenant_id: string;
  id: string;
  version: number;
  rule_set_id: string;
  note: string;
  created_by: string;
  created_by_name: string;
  created_at: Timestamp;
}

export interface DeclarationTable {
  tenant_id: string;
  id: string;
  statistics_year: number;
  item: string;
  version: number;
  value: boolean | null;
  note: string;
  prepared_by: string;
  prepared_by_name: string;
  prepared_at: ColumnType<Date, Date | string, Date | string>;
  attested_by: string | null;
  attested_by_name: string | null;
  attested_at: NullableTimestamp;
}

export interface EvidenceFileTable {
  tenant_id: string;
  id: string;
  statistics_year: number;
  item: string;
  school_code: string | null;
  file_name: string;
  media_type: string;
  size_bytes: number;
  sha256: string;
  uploaded_by: string;
  uploaded_by_name: string;
  uploaded_at: Timestamp;
}

export interface EvidencePartTable {
  tenant_id: string;
  file_id: string;
  part: number;
  bytes: Uint8Array;
}

export interface ScenarioTable {
  tenant_id: string;
  id: string;
  name: string;
  dataset_id: string;
  version: number;
  document: Json;
  lever_count: number;
  created_by: string;
  updated_by_name: string;
  created_at: Timestamp;
  updated_at: Timestamp;
  locked_by: string | null;
  locked_by_name: string | null;
  locked_at: NullableTimestamp;
  targets: Json | null;
  adopted_at: NullableTimestamp;
}

export interface ScenarioCommentTable {
  tenant_id: string;
  id: string;
  scenario_id: string;
  anchor: string;
  body: string;
  written_by: string;
  written_by_name: string;
  written_at: Timestamp;
}

export interface ScenarioVersionTable {
  tenant_id: string;
  id: string;
  scenario_id: string;
  name: string;
  draft: number;
  document: Json;
  lever_count: number;
  saved_by: string;
  saved_by_name: string;
  saved_at: Timestamp;
}

export interface RunTable {
  tenant_id: string;
  id: string;
  kind: string;
  scenario_id: string | null;
  subject: string;
  input_hash: string;
  input: Json;
  step: Generated<string>;
  progress: Generated<number>;
  words: Json | null;
  best: Json | null;
  error_code: string | null;
  created_by: string;
  created_at: Timestamp;
  started_at: NullableTimestamp;
  finished_at: NullableTimestamp;
}

export interface RunResultTable {
  tenant_id: string;
  run_id: string;
  result: Json;
  receipt: Json;
  created_at: Timestamp;
}

export interface PublicationTable {
  tenant_id: string;
  id: string;
  city_id: string | null;
  province_id: string;
  county_code: string;
  county_name: string;
  version: number;
  statistics_year: number;
  dataset_hash: string;
  rule_set_id: string;
  verdict: string;
  failing: number;
  not_evaluable: number;
  distance: number;
  sections_total: number;
  sections_met: number;
  pupils: number | null;
  cells: Json;
  payload: Json;
  digest: Json;
  published_by_name: string;
  published_at: Timestamp;
  withdrawn_at: NullableTimestamp;
}

export interface PublishedDataTable {
  tenant_id: string;
  publication_id: string;
  dataset: Json;
  baseline: Json;
  strips: Json;
}

export interface ReviewStepTable {
  tenant_id: string;
  id: string;
  statistics_year: number;
  seq: number;
  level: string;
  action: string;
  from_state: string;
  to_state: string;
  publication_id: string | null;
  reason: string;
  deadline: string | null;
  city_id: string | null;
  province_id: string;
  org_name: string;
  acted_by: string;
  acted_by_name: string;
  at: Timestamp;
}

export interface FindingTable {
  tenant_id: string;
  id: string;
  statistics_year: number;
  publication_id: string | null;
  level: string;
  item: string;
  clause: string;
  school_code: string | null;
  school_name: string | null;
  title: string;
  measure: string;
  responsible_unit: string;
  deadline: string;
  city_id: string | null;
  province_id: string;
  raised_by: string;
  raised_by_name: string;
  raised_at: Timestamp;
}

export interface FindingStepTable {
  tenant_id: string;
  id: string;
  finding_id: string;
  seq: number;
  level: string;
  state: string;
  note: string;
  evidence_id: string | null;
  evidence_name: string | null;
  city_id: string | null;
  province_id: string;
  acted_by: string;
  acted_by_name: string;
  at: Timestamp;
}

export interface TimetableTable {
  tenant_id: string;
  id: string;
  version: number;
  document: Json;
  created_by: string;
  created_by_name: string;
  created_at: Timestamp;
}

export interface PolicyTable {
  tenant_id: string;
  id: string;
  name: string;
  statistics_year: number;
  document: Json;
  run_id: string | null;
  created_by: string;
  created_by_name: string;
  created_at: Timestamp;
}

export interface AuditEntryTable {
  tenant_id: string;
  id: string;
  at: Timestamp;
  user_id: string;
  user_name: string;
  action: string;
  subject: string;
  details: Json;
}

export interface DispatchTable {
  run_id: string;
  tenant_id: string;
  state: Generated<string>;
  fence: Generated<number>;
  attempts: Generated<number>;
  dispatch_no: Generated<number>;
  cancel_requested: Generated<boolean>;
  heartbeat_at: NullableTimestamp;
  dispatched_at: NullableTimestamp;
  created_at: Timestamp;
}

export interface OutboxTable {
  id: string;
  run_id: string;
  tenant_id: string;
  dispatch_no: number;
  created_at: Timestamp;
  sent_at: NullableTimestamp;
}

export interface Database {
  "auth.organisation": OrganisationTable;
  "auth.app_user": AppUserTable;
  "auth.membership": MembershipTable;
  "auth.session": SessionTable;
  "auth.sign_in_event": SignInEventTable;
  "county.dataset": DatasetTable;
  "county.school": SchoolTable;
  "county.upload": UploadTable;
  "county.upload_answer": UploadAnswerTable;
  "county.upload_file": UploadFileTable;
  "county.accepted_check": AcceptedCheckTable;
  "county.assessment": AssessmentTable;
  "county.declaration": DeclarationTable;
  "county.evidence_file": EvidenceFileTable;
  "county.evidence_part": EvidencePartTable;
  "rules.layer": RuleLayerTable;
  "rules.choice": RuleChoiceTable;
  "county.scenario": ScenarioTable;
  "county.scenario_comment": ScenarioCommentTable;
  "county.scenario_version": ScenarioVersionTable;
  "county.run": RunTable;
  "county.run_result": RunResultTable;
  "county.publication": PublicationTable;
  "county.published_data": PublishedDataTable;
  "county.review_step": ReviewStepTable;
  "county.finding": FindingTable;
  "county.finding_step": FindingStepTable;
  "rules.timetable": TimetableTable;
  "rules.policy": PolicyTable;
  "county.audit_entry": AuditEntryTable;
  "jobs.dispatch": DispatchTable;
  "jobs.outbox": OutboxTable;
}
