import { type School, type SchoolSource, type SchoolType, schoolSchema, schoolTypeSchema } from "../contract";
import { type FurtherSchoolFacts, unreportedSchool } from "../facts-contract";
import type { Draft, ImportIssues } from "./drafts";
import { type Mutable, patchBands, patchGrades, patchGroups, patchGym, patchStaged, patchTeachers, Sources } from "./school-patches";
import { numberIn, stageFigures } from "./stage-figures";

/** Identity that no return asks; it comes from a list of schools or from what the county has stored. */
const neededIdentity = ["type", "ownerCode", "township", "locality"] as const;

export interface SchoolParts {
  readonly draft: Draft;
  /** The school as stored for the same year: what the forms do not ask stays. */
  readonly stored: School | undefined;
  /** The school in the newest data of any year, for its identity. */
  readonly known: School | undefined;
}

export interface CompletedSchool {
  readonly school: School;
  readonly source: SchoolSource;
}

const textIn = (draft: Draft, field: string): string | null => {
  const value = draft.get(field)?.value ?? null;
  return value === null ? null : String(value);
};

const typeOf = (value: string | null): SchoolType | null => {
  const parsed = schoolTypeSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
};

const facts = (
  school: School | undefined,
): FurtherSchoolFacts & Pick<School, "pupils" | "classes" | "teachers" | "facilities" | "history"> => {
  if (school !== undefined) return school;
  const empty = { primaryByGrade: null, juniorByGrade: null };
  const facilities = {
    teachingAreaM2: null,
    gymAreaM2: null,
    sportsFieldAreaM2: null,
    equipmentValueWan: null,
    multimediaRooms: null,
    ordinaryClassrooms: null,
    musicRooms: null,
    artRooms: null,
  };
  const none = { pupils: { ...empty, senior: null }, classes: empty, teachers: { primary: null, junior: null }, facilities, history: [] };
  return { ...unreportedSchool(), ...none };
};

/** Makes a school of what its returns say, what is known of it, and what the forms do not ask. Complains and answers null when its identity is not whole. */
export const completeSchool = (code: string, { draft, stored, known }: SchoolParts, issues: ImportIssues): CompletedSchool | null => {
  const before = stored ?? known;
  const name = textIn(draft, "name") ?? before?.name ?? code;
  const identity = {
    type: typeOf(textIn(draft, "type")) ?? before?.type ?? null,
    ownerCode: numberIn(draft.get("ownerCode")) ?? before?.ownerCode ?? null,
    township: textIn(draft, "township") ?? before?.township ?? null,
    locality: textIn(draft, "locality") ?? before?.locality ?? null,
  };
  const missing = neededIdentity.filter((field) => identity[field] === null);
  const [anyFigure] = draft.values();
  const file = draft.get("code")?.place.file ?? anyFigure?.place.file ?? "";
  if (missing.length > 0 || identity.type === null) {
    issues.file("error", "identityMissing", file, draft.get("code")?.place.sheet ?? "", {
      school: name,
      code,
      missing: missing.map((field) => identityNames[field]).join("、"),
    });
    return null;
  }
  const counts = draft.get("countsAsSchool")?.value;
  const school: Mutable<School> = {
    ...facts(stored),
    code,
    name,
    ...identity,
    type: identity.type,
    ownerCode: identity.ownerCode ?? 0,
    township: identity.township ?? "",
    locality: identity.locality === "urban" || identity.locality === "town" ? identity.locality : "rural",
    builtYear: numberIn(draft.get("builtYear")) ?? before?.builtYear ?? null,
    countsAsSchool: typeof counts === "boolean" ? counts : (before?.countsAsSchool ?? true),
    parentCode: textIn(draft, "parentCode") ?? before?.parentCode ?? null,
    lineage: stored?.lineage ?? known?.lineage ?? [],
  };
  const sources = new Sources();
  for (const field of ["name", "type", "ownerCode", "township", "locality", "builtYear", "countsAsSchool", "parentCode"])
    sources.note(field, [draft.get(field)]);
  const figures = stageFigures(draft, school.type);
  patchGroups(school, draft, sources);
  patchGym(school, draft, sources, issues);
  patchStaged(school, figures, sources);
  patchGrades(school, figures, draft, sources, issues);
  patchBands(school, figures, sources, issues);
  patchTeachers(school, figures, sources);
  const parsed = schoolSchema.safeParse(school);
  if (parsed.success) return { school: parsed.data, source: sources.cells };
  issues.file("error", "returnInvalid", file, "", { school: name, code, at: parsed.error.issues[0]?.path.join(".") ?? "" });
  return null;
};

const identityNames: Readonly<Record<(typeof neededIdentity)[number], string>> = {
  type: "办学类型",
  ownerCode: "举办者类型",
  township: "所在乡镇(街道)",
  locality: "城乡类型",
};
