import { type LayerDraft, layerDraftSchema, type RuleValue, type ValueInput } from "@server/compliance/layers-contract";
import { type AppError, appError, type FieldIssue } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import { readNumber } from "~/components/digits";
import { isTitled } from "./value-text";

/** One part of the form as it was typed: fields by name. */
export type Typed = Readonly<Record<string, string>>;

/** The editor's form as text: what is shown again when something is wrong. */
export interface TypedDraft {
  readonly entries: readonly Typed[];
  readonly vetoes: readonly Typed[];
  readonly indicators: readonly Typed[];
  readonly note: string;
}

const parts = ["entries", "vetoes", "indicators"] as const;

/** Fields `entries.0.value` … of a posted form, gathered by part and position; removed ones are left out. */
export const typedDraft = (form: Typed): TypedDraft => {
  const found = { entries: [], vetoes: [], indicators: [] } as Record<(typeof parts)[number], Record<string, string>[]>;
  for (const [name, value] of Object.entries(form)) {
    const [part, position, field] = name.split(".");
    const list = parts.find((one) => one === part);
    const at = Number(position);
    if (list === undefined || field === undefined || !(at >= 0 && at < 200)) continue;
    const typed = found[list][at] ?? {};
    typed[field] = value;
    found[list][at] = typed;
  }
  const kept = (list: readonly (Typed | undefined)[]): readonly Typed[] =>
    list.flatMap((typed) => (typed === undefined || typed.remove === "on" ? [] : [typed]));
  return { entries: kept(found.entries), vetoes: kept(found.vetoes), indicators: kept(found.indicators), note: form.note ?? "" };
};

const words = (text: string): string[] =>
  text
    .split(/[,，、]/)
    .map((one) => one.trim())
    .filter((one) => one !== "");

const titledLine = /^(\S+)\s+([^|｜]+?)\s*(?:[|｜]\s*(.+))?$/u;

/** `编号 中文 | English`, one a line; without the second name the first stands for both. A line of another form stays text and is refused. */
const titles = (text: string): unknown[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const [, id, zh, english] = titledLine.exec(line) ?? [];
      return id === undefined || zh === undefined ? line : { id, title: { "zh-CN": zh, en: english ?? zh } };
    });

const numberList = /^\d+(?:\s*[,，、]\s*\d+)+$/u;

const fromJson = (text: string): unknown => {
  if (numberList.test(text.trim())) return words(text).map(Number);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const valueOfText = ({ kind }: ValueInput, text: string): unknown => {
  if (kind === "number") return readNumber(text) ?? null;
  if (kind === "flag") return text === "true";
  if (kind === "list") return words(text);
  if (kind === "titles") return titles(text);
  return kind === "choice" ? text : fromJson(text);
};

/** A value as the form shows it. */
export const textOfValue = (value: unknown): string => {
  if (!Array.isArray(value)) return typeof value === "object" ? JSON.stringify(value) : String(value);
  if (!value.every(isTitled) || value.length === 0) return value.join("，");
  return value.map(({ id, title: names }) => `${id} ${names["zh-CN"]} | ${names.en}`).join("\n");
};

const termPattern = /^(\S+?)(?:\s*[×xX*]\s*(-?[\d.]+))?$/u;

/** `path` or `path×factor`; what does not read as one is refused by its path. */
const termOf = (text: string): { readonly path: string; readonly factor: number } => {
  const [, path = text, factor] = termPattern.exec(text) ?? [];
  const number = factor === undefined ? 1 : Number(factor);
  return Number.isFinite(number) ? { path, factor: number } : { path: text, factor: 1 };
};

const textOfTerm = ({ path, factor }: { readonly path: string; readonly factor: number }): string =>
  factor === 1 ? path : `${path}×${factor}`;

const source = (typed: Typed) => ({ document: typed.document ?? "", article: typed.article ?? "" });
const title = (typed: Typed) => ({ "zh-CN": typed.zh ?? "", en: typed.en ?? "" });

/** The draft that the form means, or one issue for each field that is incomplete. */
export const readDraft = (typed: TypedDraft, values: readonly RuleValue[]): Result<LayerDraft, AppError> => {
  const parsed = layerDraftSchema.safeParse({
    entries: typed.entries.map((entry) => ({
      key: entry.key ?? "",
      value: valueOfText(values.find(({ key }) => key === entry.key)?.input ?? { kind: "text" }, entry.value ?? ""),
      source: source(entry),
      certainty: entry.certainty,
      validFrom: entry.from ?? "",
      validTo: entry.to === undefined || entry.to.trim() === "" ? null : entry.to,
    })),
    extraVetoes: typed.vetoes.map((veto) => ({ id: veto.id ?? "", title: title(veto), source: source(veto) })),
    extraIndicators: typed.indicators.map((one) => ({
      id: one.id ?? "",
      title: title(one),
      terms: words(one.path ?? "").map(termOf),
      per: one.per,
      bound: one.bound,
      standard: { primary: readNumber(one.primary ?? "") ?? null, junior: readNumber(one.junior ?? "") ?? null },
      source: source(one),
    })),
    note: typed.note,
  });
  if (parsed.success) return ok(parsed.data);
  const issues = parsed.error.issues.map(({ path }): FieldIssue => {
    const at = path.join(".");
    return { path: at, message: at === "note" ? "regulation:edit.note_needed" : "regulation:problem.incomplete" };
  });
  return err(appError("rule_layer_refused", undefined, issues));
};

/** The stored layer as the form shows it. */
export const typedOf = (draft: Pick<LayerDraft, "entries" | "extraVetoes" | "extraIndicators">): TypedDraft => ({
  entries: draft.entries.map(({ key, value, source: ground, certainty, validFrom, validTo }) => ({
    key,
    value: textOfValue(value),
    ...ground,
    certainty,
    from: validFrom,
    to: validTo ?? "",
  })),
  vetoes: draft.extraVetoes.map(({ id, title: names, source: ground }) => ({ id, zh: names["zh-CN"], en: names.en, ...ground })),
  indicators: draft.extraIndicators.map(({ id, title: names, terms, per, bound, standard, source: ground }) => ({
    id,
    zh: names["zh-CN"],
    en: names.en,
    path: terms.map(textOfTerm).join("，"),
    per,
    bound,
    primary: standard.primary === null ? "" : String(standard.primary),
    junior: standard.junior === null ? "" : String(standard.junior),
    ...ground,
  })),
  note: "",
});
