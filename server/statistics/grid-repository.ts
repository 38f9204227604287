import type { TenantTx } from "@db/tenant";
import { type RawBuilder, sql } from "kysely";
import { localities, localitySchema, type SchoolGridPage, type SchoolGridQuery, schoolTypeSchema, schoolTypes } from "./contract";

type SortKey = SchoolGridQuery["sort"];

/** Lists sort in their own order (小学 before 初中), not by the letters of their keys. */
const sortExpressions: Readonly<Record<SortKey, RawBuilder<unknown>>> = {
  code: sql`code`,
  name: sql`name`,
  type: sql`array_position(${[...schoolTypes]}::text[], type)`,
  township: sql`township`,
  locality: sql`array_position(${[...localities]}::text[], locality)`,
  primaryPupils: sql`primary_pupils`,
  juniorPupils: sql`junior_pupils`,
  classes: sql`classes`,
  teachers: sql`teachers`,
};

/** `%`, `_` and `\` of a search text stand for themselves. */
const containing = (search: string): string => `%${search.replace(/[\\%_]/gu, "\\$&")}%`;

const matching = (tx: TenantTx, datasetId: string, { search, type, township, locality }: SchoolGridQuery) =>
  tx
    .selectFrom("county.school")
    .where("dataset_id", "=", datasetId)
    .$if(search !== "", (query) =>
      query.where((where) => where.or([where("name", "ilike", containing(search)), where("code", "ilike", containing(search))])),
    )
    .$if(type !== null, (query) => query.where("type", "=", type))
    .$if(township !== null, (query) => query.where("township", "=", township))
    .$if(locality !== null, (query) => query.where("locality", "=", locality));

/** One page of the grid of schools. Figures not reported come last in either direction; ties go by code. */
export const gridPage = async (tx: TenantTx, datasetId: string, query: SchoolGridQuery): Promise<SchoolGridPage> => {
  const counted = await matching(tx, datasetId, query)
    .select(({ fn }) => fn.countAll<string>().as("total"))
    .executeTakeFirstOrThrow();
  const rows = await matching(tx, datasetId, query)
    .select([
      "code",
      "name",
      "type",
      "township",
      "locality",
      "owner_code",
      "primary_pupils",
      "junior_pupils",
      "senior_pupils",
      "classes",
      "teachers",
    ])
    .orderBy(sortExpressions[query.sort], (order) => (query.direction === "desc" ? order.desc().nullsLast() : order.asc().nullsLast()))
    .orderBy("code")
    .limit(query.limit)
    .offset(query.offset)
    .execute();
  const townships = await tx
    .selectFrom("county.school")
    .select("township")
    .distinct()
    .where("dataset_id", "=", datasetId)
    .orderBy("township")
    .execute();
  return {
    total: Number(counted.total),
    rows: rows.map((row) => ({
      code: row.code,
      name: row.name,
      type: schoolTypeSchema.parse(row.type),
      township: row.township,
      locality: localitySchema.parse(row.locality),
      ownerCode: row.owner_code,
      primaryPupils: row.primary_pupils,
      juniorPupils: row.junior_pupils,
      seniorPupils: row.senior_pupils,
      classes: row.classes,
      teachers: row.teachers,
    })),
    townships: townships.map(({ township }) => township),
  };
};
