import { type Kysely, sql } from "kysely";

const judgement = "payload -> 'assessment'";
const items = `${judgement} -> 'items'`;
const judged = `jsonb_typeof(${items}) = 'object' and jsonb_typeof(${judgement} -> 'overall') = 'object'`;
const countOf = (verdict: string): string =>
  `(select count(*) from jsonb_each(case when ${judged} then ${items} else '{}' end) item where item.value ->> 'verdict' = '${verdict}')`;

const statements = [
  // The owner is bound by the policies, too, and none of them is its own.
  "alter table county.publication no force row level security",
  `update county.publication set
     verdict = case
       when ${judged} then replace(${judgement} -> 'overall' ->> 'verdict', 'incomplete', 'not_evaluable')
       when ${judgement} ->> 'verdict' = 'met' then 'not_evaluable'
       else ${judgement} ->> 'verdict' end,
     failing = (${judgement} ->> 'failing')::integer + ${countOf("not_met")},
     not_evaluable = (${judgement} ->> 'notEvaluable')::integer + case when ${judged} then ${countOf("not_evaluable")} else 25 end,
     distance = (${judgement} ->> 'distance')::double precision + coalesce(
       (select sum((item.value ->> 'gap')::double precision)
        from jsonb_each(case when jsonb_typeof(digest -> 'items') = 'object' then digest -> 'items' else '{}' end) item), 0)`,
  "alter table county.publication force row level security",
];

/**
 * Snapshots published before a county was told its verdict as a whole said that of the resource part. They are counted
 * anew from the judgement within them; an item that was not judged then is one that cannot be judged, never a pass.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
