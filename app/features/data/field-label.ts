import type { TFunction } from "i18next";

type Stage = "primary" | "junior";
const stageOf = (path: string): Stage | null => (path.includes("primary") ? "primary" : path.includes("junior") ? "junior" : null);

/** Grade 1–9 of a path that ends in a position within its stage; empty when the whole stage changed. */
const gradeOf = (path: string, stage: Stage | null): string => {
  const position = /\.(\d+)$/.exec(path)?.[1];
  return position === undefined ? "" : String(Number(position) + 1 + (stage === "junior" ? 6 : 0));
};

const yearIn = (path: string): string => /\.(\d{4})(\.|$)/.exec(path)?.[1] ?? "";

/** Groups of a school whose last path part is a field of the rules catalogue. */
const figures = /^(?:teachers\.\w+|facilities)\./;
/** Groups of a school, and of the county, whose figures stand in the facts catalogue under their own paths. */
const schoolFacts = /^(conditions|enrolment|retention|staff|unsplitTeachers|specialRooms|reliefSports|money|quality|basic|totals)\./;
const countyFacts = /^(facts|declarations|basicScore)\./;

const countyLabel = (t: TFunction, path: string): string => {
  const [group = "", member = "", field = "", stage = ""] = path.split(".");
  if (group === "births") return t("data:field.births", { year: yearIn(path) });
  if (countyFacts.test(path)) return t(`facts:county.${path}`);
  if (group === "vetoes") return t(`facts:county.vetoes.${member}`, { defaultValue: t("facts:veto", { id: member }) });
  if (group === "growth") return t("facts:of", { whose: t("facts:year", { year: member }), what: t(`facts:county.growth.${field}`) });
  if (group === "monitoring") return t("facts:of", { whose: t(`facts:subject.${member}`), what: t(`facts:county.monitoring.${field}`) });
  if (group === "survey") return t("facts:of", { whose: t(`facts:asked.${member}`), what: t(`facts:county.survey.${field}`) });
  if (group === "reported" && member === "standards")
    return t("facts:standard", { stage: t(`rules:stage.${stage}`), indicator: t(`rules:indicator.${field}.name`) });
  if (group === "reported") return t(`facts:county.reported.${member}`);
  return t(`data:county_field.${group}`);
};

/** A dotted dataset path in the reader's words: `teachers.junior.backbone` → 初中 县级及以上骨干教师. Figures of the county begin with `county.`. */
export const fieldLabel = (t: TFunction, path: string): string => {
  const stage = stageOf(path);
  const grade = gradeOf(path, stage);
  const last = path.slice(path.lastIndexOf(".") + 1);
  if (path.startsWith("county.")) return countyLabel(t, path.slice("county.".length));
  if (path.startsWith("history."))
    return t(grade === "" ? "data:field.history" : "data:field.history_grade", { year: yearIn(path), grade });
  if (path.startsWith("classSizes.")) {
    const [, part = "", band = ""] = path.split(".");
    return band === "" ? t("facts:group.classSizes") : t(`facts:size.${part}`, { band: t(`facts:band.${band}`) });
  }
  if (path.startsWith("lineage.")) return t(`facts:lineage.${last}`);
  if (schoolFacts.test(path)) return t(`facts:school.${path}`);
  if (path.startsWith("classes.")) return t("data:field.classes", { grade });
  if (path === "pupils.senior") return t("rules:field.senior");
  if (path.startsWith("pupils.")) return t("data:field.pupils", { grade });
  if (!figures.test(path)) return t(`data:school_field.${last}`);
  return stage === null ? t(`rules:field.${last}`) : `${t(`rules:stage.${stage}`)} · ${t(`rules:field.${last}`)}`;
};
