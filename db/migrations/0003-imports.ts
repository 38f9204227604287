import { type Kysely, sql } from "kysely";

const statements = [
  `create table county.upload_answer (
     tenant_id uuid not null,
     id uuid not null,
     issues jsonb not null,
     created_by uuid not null,
     created_at timestamptz not null default now(),
     primary key (tenant_id, id))`,
  `create table county.upload_file (
     tenant_id uuid not null,
     answer_id uuid not null,
     position integer not null check (position >= 0),
     file_name text not null check (length(file_name) <= 255),
     bytes bytea not null check (octet_length(bytes) <= 20971520),
     primary key (tenant_id, answer_id, position),
     foreign key (tenant_id, answer_id) references county.upload_answer (tenant_id, id) on delete cascade)`,
  `create table county.accepted_check (
     tenant_id uuid not null,
     dataset_id uuid not null,
     check_id text not null,
     message text not null,
     params jsonb not null,
     reason text not null check (length(reason) between 2 and 500),
     accepted_by uuid not null,
     accepted_by_name text not null,
     accepted_at timestamptz not null default now(),
     primary key (tenant_id, dataset_id, check_id),
     foreign key (tenant_id, dataset_id) references county.dataset (tenant_id, id) on delete cascade)`,
];

/** Files of an upload for a day, so that the answer is written into them; reasons for which soft checks were let pass. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
