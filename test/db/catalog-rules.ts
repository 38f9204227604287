import type postgres from "postgres";
import { expectedGrants, expectedPolicies, withoutTenant } from "./expected";

/** One rule over the catalog: each row it returns is a fault in words. */
interface Rule {
  readonly name: string;
  readonly find: (sql: postgres.Sql, login: string) => Promise<readonly string[]>;
}

const names = async (query: PromiseLike<readonly { fault: string }[]>): Promise<readonly string[]> => (await query).map((row) => row.fault);

const difference = (found: readonly string[], expected: readonly string[]): string[] => [
  ...found.filter((line) => !expected.includes(line)).map((line) => `unexpected: ${line}`),
  ...expected.filter((line) => !found.includes(line)).map((line) => `missing: ${line}`),
];

const expectedGrantLines = Object.entries(expectedGrants).flatMap(([table, roles]) =>
  Object.entries(roles).map(([role, privileges]) => `${table} ${role} ${privileges}`),
);

export const rules: readonly Rule[] = [
  {
    name: "each table is known",
    find: async (sql) => {
      const rows = await sql<{ name: string }[]>`
        select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'f') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'`;
      return difference(
        rows.map((row) => row.name),
        Object.keys(expectedGrants),
      );
    },
  },
  {
    name: "each table has tenant_id not null, or a reason",
    find: async (sql) => {
      const rows = await sql<{ name: string }[]>`
        select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname in ('auth', 'county', 'jobs', 'rules', 'migration', 'public')
          and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull and a.atttypid = 'uuid'::regtype)`;
      return rows.map((row) => row.name).filter((name) => withoutTenant[name] === undefined);
    },
  },
  {
    name: "row security is enabled and forced",
    find: (sql) =>
      names(sql`
        select n.nspname || '.' || c.relname as fault from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and (n.nspname in ('county', 'jobs', 'rules') or (n.nspname = 'auth' and c.relname = 'organisation'))
          and not (c.relrowsecurity and c.relforcerowsecurity)`),
  },
  {
    name: "policies are exactly the known ones",
    find: async (sql) => {
      const rows = await sql<{ line: string }[]>`
        select format('%s.%s %s %s %s to %s using %s check %s', schemaname, tablename, policyname, permissive, cmd,
                      array_to_string(array(select unnest(roles)::text order by 1), ','), qual, coalesce(with_check, '-')) as line from pg_policies`;
      return difference(
        rows.map((row) => row.line),
        expectedPolicies,
      );
    },
  },
  {
    name: "no policy for everybody, and one per table, command and role",
    find: (sql) =>
      names(sql`
        select format('%s.%s %s to %s', schemaname, tablename, cmd, role) as fault
        from pg_policies, unnest(roles) as role group by schemaname, tablename, cmd, role having count(*) > 1 or role = 'public'`),
  },
  {
    name: "table rights are exactly the known ones",
    find: async (sql) => {
      const rows = await sql<{ line: string }[]>`
        with relation as (
          select c.oid, n.nspname || '.' || c.relname as name, c.relacl from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname in ('auth', 'county', 'jobs', 'rules', 'migration', 'public')),
        rights as (
          select name, grantee, lower(privilege_type) || case when is_grantable then '*' else '' end as privilege
          from relation, aclexplode(relacl) where grantee <> 'hengce_owner'::regrole
          union all
          select name, grantee, format('%s(%s)', lower(privilege_type), string_agg(a.attname::text, ',' order by a.attname))
          from relation join pg_attribute a on a.attrelid = relation.oid, aclexplode(a.attacl)
          where grantee <> 'hengce_owner'::regrole group by name, grantee, privilege_type)
        select format('%s %s %s', name, case when grantee = 0 then 'PUBLIC' else pg_get_userbyid(grantee) end, string_agg(privilege, ' ' order by privilege)) as line
        from rights group by name, grantee`;
      return difference(
        rows.map((row) => row.line),
        expectedGrantLines,
      );
    },
  },
  {
    name: "nothing is granted to everybody by schema or database",
    find: (sql) =>
      names(sql`
        select 'schema ' || nspname as fault from pg_namespace, aclexplode(nspacl)
        where nspname in ('auth', 'county', 'jobs', 'rules', 'migration', 'public') and grantee = 0
        union all
        select 'database' from pg_database, aclexplode(coalesce(datacl, acldefault('d', datdba))) where datname = current_database() and grantee = 0`),
  },
  {
    name: "the pool roles and the login have no powers and own nothing",
    find: (sql, login) =>
      names(sql`
        with app as (select * from pg_roles where rolname in ('hengce_web', 'hengce_worker', 'hengce_reader', 'hengce_auth', ${login}))
        select format('%s has a power', rolname) as fault from app where rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
        union all
        select format('%s is a member of %s', app.rolname, other.rolname) from app, pg_roles other
        where other.oid <> app.oid and not app.rolsuper and pg_has_role(app.oid, other.oid, 'member')
          and not (app.rolname = ${login} and other.rolname in ('hengce_web', 'hengce_worker', 'hengce_reader', 'hengce_auth'))
        union all
        select format('%s inherits', rolname) from app where rolname = ${login} and not rolsuper and pg_has_role(oid, 'hengce_web', 'usage')
        union all
        select format('%s.%s is not owned by hengce_owner', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('auth', 'county', 'jobs', 'rules', 'migration', 'public') and c.relowner <> 'hengce_owner'::regrole
        union all
        select format('schema %s is not owned by hengce_owner', nspname) from pg_namespace
        where nspname in ('auth', 'county', 'jobs', 'rules', 'migration') and nspowner <> 'hengce_owner'::regrole`),
  },
  {
    name: "foreign keys between tenant tables carry the tenant on both sides",
    find: (sql) =>
      names(sql`
        with tenant as (select attrelid, attnum from pg_attribute where attname = 'tenant_id' and not attisdropped)
        select format('%s on %s', k.conname, k.conrelid::regclass) as fault
        from pg_constraint k join tenant child on child.attrelid = k.conrelid join tenant parent on parent.attrelid = k.confrelid
        where k.contype = 'f' and array_position(k.conkey, child.attnum) is distinct from coalesce(array_position(k.confkey, parent.attnum), -1)`),
  },
  {
    name: "tenant tables refer to tenant tables, or to their own organisation",
    find: (sql) =>
      names(sql`
        select format('%s on %s', k.conname, k.conrelid::regclass) as fault from pg_constraint k
        where k.contype = 'f' and exists (select from pg_attribute where attrelid = k.conrelid and attname = 'tenant_id')
          and not exists (select from pg_attribute where attrelid = k.confrelid and attname = 'tenant_id')
          and not (k.confrelid = 'auth.organisation'::regclass
                   and exists (select from pg_attribute where attrelid = k.conrelid and attname = 'tenant_id' and attnum = k.conkey[1])
                   and exists (select from pg_attribute where attrelid = k.confrelid and attname = 'id' and attnum = k.confkey[1]))`),
  },
  {
    name: "each unique index of a tenant table starts with the tenant",
    find: (sql) =>
      names(sql`
        select i.indexrelid::regclass::text as fault from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attname = 'tenant_id'
        where (i.indisunique or i.indisexclusion) and i.indkey[0] <> a.attnum`),
  },
  {
    name: "indexed columns compare with leakproof operators",
    find: (sql) =>
      names(sql`
        select distinct format('%s column %s', i.indexrelid::regclass, a.attname) as fault
        from pg_index i join pg_attribute t on t.attrelid = i.indrelid and t.attname = 'tenant_id'
        cross join lateral unnest(i.indkey::int2[], i.indclass::oid[]) as part (attnum, opclass)
        join pg_opclass c on c.oid = part.opclass
        left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = part.attnum
        join pg_amop o on o.amopfamily = c.opcfamily and o.amoplefttype = c.opcintype and o.amoprighttype = c.opcintype
        join pg_operator op on op.oid = o.amopopr join pg_proc p on p.oid = op.oprcode
        where not p.proleakproof`),
  },
  {
    name: "no views but those that check as their reader, no materialised views, sequences, partitions or foreign tables",
    find: (sql) =>
      names(sql`
        select format('%s %s.%s', c.relkind, n.nspname, c.relname) as fault from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'
          and (c.relkind in ('m', 'S', 'f', 'p') or c.relispartition
               or (c.relkind = 'v' and not coalesce(c.reloptions::text ~ 'security_invoker=(true|on|1)', false)))`),
  },
  {
    name: "no functions, triggers or rules of our own",
    find: (sql) =>
      names(sql`
        select format('function %s%s%s', p.oid::regprocedure, case when p.prosecdef then ' security definer' else '' end,
                      case when p.proleakproof then ' leakproof' else '' end) as fault
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname not in ('pg_catalog', 'information_schema')
        union all select format('trigger %s', tgname) from pg_trigger where not tgisinternal
        union all select format('rule %s on %s', r.rulename, r.ev_class::regclass) from pg_rewrite r
          join pg_class c on c.oid = r.ev_class join pg_namespace n on n.oid = c.relnamespace
          where n.nspname not in ('pg_catalog', 'information_schema') and r.rulename <> '_RETURN'
        union all select format('extension %s', extname) from pg_extension where extname <> 'plpgsql'`),
  },
  {
    name: "functions and types made later are not everybody's",
    find: async (sql) => {
      const rows = await sql<{ kind: string }[]>`
        select defaclobjtype::text as kind from pg_default_acl d where defaclrole = 'hengce_owner'::regrole and defaclnamespace = 0
          and not exists (select from aclexplode(d.defaclacl) where grantee = 0)`;
      return ["f", "T"].filter((kind) => !rows.some((row) => row.kind === kind));
    },
  },
];

/** Every fault of a database's catalog, as `rule: object`. `login`: the application's. */
export const catalogFaults = async (sql: postgres.Sql, login: string): Promise<string[]> => {
  const faults: string[] = [];
  for (const rule of rules) for (const fault of await rule.find(sql, login)) faults.push(`${rule.name}: ${fault}`);
  return faults;
};
