import { type Target, type TargetRow, targetRowSchema, targetSchema } from "@server/planning/targets-contract";
import { readNumber } from "~/components/digits";
import { invalidInput } from "~/features/shell/respond";
import { isResource } from "./target-words";

type Fields = Readonly<Record<string, string>>;

const stageOf = (fields: Fields) => (fields["stage"] === "primary" || fields["stage"] === "junior" ? fields["stage"] : null);

const candidate = (row: TargetRow, kind: string, written: string, fields: Fields): unknown => {
  if (kind === "met") return { kind };
  if (kind === "text") return { kind, text: written };
  const number = readNumber(written.replace(/[%％]\s*$/, ""));
  if (kind === "step_down") return { kind, most: number };
  const inPercent = kind === "share" || !isResource(row);
  const amount = typeof number === "number" && inPercent ? Number((number / 100).toFixed(6)) : number;
  return kind === "share" ? { kind, share: amount, stage: stageOf(fields) } : { kind, value: amount, stage: stageOf(fields) };
};

/** The form of one row: a target a year, null where the year follows the projection. */
export const readTargets = (fields: Fields, years: readonly number[]) => {
  const row = targetRowSchema.safeParse(fields["row"]);
  if (!row.success) return { ok: false, error: invalidInput([{ path: "row", message: "targets:form.unreadable" }]) } as const;
  const byYear: Record<number, Target | null> = {};
  const issues = [];
  for (const year of years) {
    const kind = fields[`kind-${year}`] ?? "promised";
    if (kind === "promised") {
      byYear[year] = null;
      continue;
    }
    const target = targetSchema.safeParse(candidate(row.data, kind, fields[`written-${year}`] ?? "", fields));
    if (target.success) byYear[year] = target.data;
    else issues.push({ path: `written-${year}`, message: "targets:form.unreadable" });
  }
  return issues.length > 0 ? ({ ok: false, error: invalidInput(issues) } as const) : ({ ok: true, row: row.data, byYear } as const);
};
