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
const figures = /^(teachers|facilities)\./;

/** A dotted dataset path in the reader's words: `teachers.junior.backbone` → 初中 县级及以上骨干教师. */
export const fieldLabel = (t: TFunction, path: string): string => {
  const stage = stageOf(path);
  const grade = gradeOf(path, stage);
  const last = path.slice(path.lastIndexOf(".") + 1);
  if (path.startsWith("county.births")) return t("data:field.births", { year: yearIn(path) });
  if (path.startsWith("county.")) return t(`data:county_field.${last}`);
  if (path.startsWith("history."))
    return t(grade === "" ? "data:field.history" : "data:field.history_grade", { year: yearIn(path), grade });
  if (path.startsWith("classes.")) return t("data:field.classes", { grade });
  if (path === "pupils.senior") return t("rules:field.senior");
  if (path.startsWith("pupils.")) return t("data:field.pupils", { grade });
  if (!figures.test(path)) return t(`data:school_field.${last}`);
  return stage === null ? t(`rules:field.${last}`) : `${t(`rules:stage.${stage}`)} · ${t(`rules:field.${last}`)}`;
};
