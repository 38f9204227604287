import { type Kysely, sql } from "kysely";

const statements = [
  `alter table county.scenario
     add column locked_by uuid,
     add column locked_by_name text,
     add column locked_at timestamptz,
     add constraint scenario_lock_whole check ((locked_at is null) = (locked_by is null) and (locked_at is null) = (locked_by_name is null))`,
  `create table county.scenario_comment (
     tenant_id uuid not null,
     id uuid not null,
     scenario_id uuid not null,
     anchor text not null check (length(anchor) <= 60),
     body text not null check (length(body) between 1 and 1000),
     written_by uuid not null,
     written_by_name text not null,
     written_at timestamptz not null default now(),
     primary key (tenant_id, id),
     foreign key (tenant_id, scenario_id) references county.scenario (tenant_id, id) on delete cascade)`,
  `create index comment_of_scenario on county.scenario_comment (tenant_id, scenario_id)`,
  `create table county.scenario_version (
     tenant_id uuid not null,
     id uuid not null,
     scenario_id uuid not null,
     name text not null check (length(name) between 1 and 80),
     draft integer not null check (draft > 0),
     document jsonb not null,
     lever_count integer not null,
     saved_by uuid not null,
     saved_by_name text not null,
     saved_at timestamptz not null default now(),
     primary key (tenant_id, id),
     unique (tenant_id, scenario_id, name),
     foreign key (tenant_id, scenario_id) references county.scenario (tenant_id, id) on delete cascade)`,
];

/** Comments on scenarios, named versions of them, and the lock. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
