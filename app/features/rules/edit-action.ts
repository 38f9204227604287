import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import type { RuleValue } from "@server/compliance/layers-contract";
import { formError, readForm, unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { readDraft, type TypedDraft, textOfValue, typedDraft } from "./draft-form";

/** The draft with one more row: a value to tighten, prefilled with what is in force, or an empty addition. */
export const withRow = (draft: TypedDraft, add: string, values: readonly RuleValue[]): TypedDraft => {
  if (add === "veto") return { ...draft, vetoes: [...draft.vetoes, {}] };
  if (add === "indicator") return { ...draft, indicators: [...draft.indicators, { per: "pupil", bound: "at_least" }] };
  const known = values.find(({ key }) => key === add);
  const last = known?.entries.at(-1);
  if (known === undefined || last === undefined) return draft;
  return { ...draft, entries: [...draft.entries, { key: known.key, value: textOfValue(last.value), certainty: "certain" }] };
};

const addOf = (form: Readonly<Record<string, string>>): string | null =>
  form.intent === "add" ? (form.addKey ?? "") : form.intent === "veto" || form.intent === "indicator" ? form.intent : null;

/** Adding a row, previewing and saving: the form comes back as it was typed until it is saved. */
export const editAction = async ({ context, request, params }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "rules.manage");
  const { rules } = context.services;
  const id = params.ruleSetId ?? "";
  const form = await readForm(request);
  const typed = typedDraft(form);
  const { values } = unwrap(await rules.ruleSet(actor, id));
  const add = addOf(form);
  if (add !== null) return { typed: withRow(typed, add, values), preview: null, error: null };
  const draft = readDraft(typed, values);
  if (!draft.ok) return data({ typed, preview: null, error: draft.error }, { status: 400 });
  if (form.intent === "save") {
    const saved = await rules.save(actor, id, draft.value);
    if (saved.ok) return redirect(`/rules/${id}?notice=saved`);
    formError(saved.error);
    return data({ typed, preview: null, error: saved.error }, { status: 400 });
  }
  const preview = await rules.preview(actor, id, draft.value);
  return preview.ok
    ? { typed, preview: preview.value, error: null }
    : data({ typed, preview: null, error: preview.error }, { status: 400 });
};
