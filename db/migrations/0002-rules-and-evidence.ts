import { type Kysely, sql } from "kysely";

const statements = [
  `create schema rules`,
  `create table rules.layer (
     tenant_id uuid not null references auth.organisation (id) on delete cascade,
     id uuid not null,
     rule_set_id text not null check (rule_set_id ~ '^[a-z][a-z0-9-]{1,39}$'),
     version integer not null check (version > 0),
     document jsonb not null,
     note text not null check (length(note) <= 500),
     created_by uuid not null,
     created_by_name text not null,
     created_at timestamptz not null default now(),
     primary key (tenant_id, id),
     unique (tenant_id, rule_set_id, version))`,
  `create table rules.choice (
     tenant_id uuid not null references auth.organisation (id) on delete cascade,
     id uuid not null,
     version integer not null check (version > 0),
     rule_set_id text not null check (rule_set_id ~ '^[a-z][a-z0-9-]{1,39}$'),
     note text not null check (length(note) <= 500),
     created_by uuid not null,
     created_by_name text not null,
     created_at timestamptz not null default now(),
     primary key (tenant_id, id),
     unique (tenant_id, version))`,
  `create table county.declaration (
     tenant_id uuid not null,
     id uuid not null,
     statistics_year integer not null,
     item text not null check (length(item) between 1 and 40),
     version integer not null check (version > 0),
     value boolean,
     note text not null check (length(note) <= 1000),
     prepared_by uuid not null,
     prepared_by_name text not null,
     prepared_at timestamptz not null,
     attested_by uuid,
     attested_by_name text,
     attested_at timestamptz,
     primary key (tenant_id, id),
     unique (tenant_id, statistics_year, item, version),
     check ((attested_by is null) = (attested_at is null) and (attested_by is null) = (attested_by_name is null)))`,
  `create table county.evidence_file (
     tenant_id uuid not null,
     id uuid not null,
     statistics_year integer not null,
     item text not null check (length(item) between 1 and 40),
     school_code text,
     file_name text not null check (length(file_name) between 1 and 255),
     media_type text not null,
     size_bytes integer not null check (size_bytes between 1 and 20971520),
     sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
     uploaded_by uuid not null,
     uploaded_by_name text not null,
     uploaded_at timestamptz not null default now(),
     primary key (tenant_id, id))`,
  `create index evidence_of_item on county.evidence_file (tenant_id, statistics_year, item)`,
  `create table county.evidence_part (
     tenant_id uuid not null,
     file_id uuid not null,
     part integer not null check (part >= 0),
     bytes bytea not null check (octet_length(bytes) <= 1048576),
     primary key (tenant_id, file_id, part),
     foreign key (tenant_id, file_id) references county.evidence_file (tenant_id, id) on delete cascade)`,
  // A judgement rests on the dataset and on what was attested beside it: both identify it.
  `alter table county.assessment add column attested_hash text not null default ''`,
  `alter table county.assessment
     drop constraint assessment_tenant_id_dataset_id_rule_set_id_rule_set_versio_key`,
  `alter table county.assessment
     add constraint assessment_identity unique (tenant_id, dataset_id, rule_set_id, rule_set_version, engine_version, attested_hash)`,
];

/** Rule layers of provinces, cities and counties; declarations with their attestation; evidence files. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
