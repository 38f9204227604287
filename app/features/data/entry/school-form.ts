import type { AppLoadContext } from "@remix-run/node";
import type { Actor } from "@server/auth/contract";
import { type AppError, appError } from "@server/kernel/errors";
import { err, type Result } from "@server/kernel/result";
import { type EntryOutcome, entrySaveSchema } from "@server/statistics/entry-contract";
import { readForm } from "~/features/shell/respond";
import { reasonsIn } from "../reasons-form";
import { cellField, stoodField } from "./cell-fields";

const stoodIn = (written: string | undefined): { readonly value: unknown; readonly text: unknown } | null => {
  try {
    const read: unknown = JSON.parse(written ?? "");
    return typeof read === "object" && read !== null && "value" in read && "text" in read ? read : null;
  } catch {
    return null;
  }
};

export interface SavedForm {
  /** What was typed, by path. */
  readonly typed: Readonly<Record<string, string>>;
  readonly outcome: Result<EntryOutcome, AppError>;
}

/** Saves the cells of a school's form that say another thing than they did. */
export const savedForm = async ({ services }: AppLoadContext, actor: Actor, code: string, request: Request): Promise<SavedForm> => {
  const form = await readForm(request);
  const prefix = cellField("");
  const edits = Object.entries(form).flatMap(([name, text]) => {
    if (!name.startsWith(prefix)) return [];
    const path = name.slice(prefix.length);
    const stood = stoodIn(form[stoodField(path)]);
    return stood === null || stood.text === text ? [] : [{ code, path, text, was: stood.value }];
  });
  const read = entrySaveSchema.safeParse({ statisticsYear: Number(form["year"]), edits, reasons: reasonsIn(form) });
  const typed = Object.fromEntries(edits.map(({ path, text }) => [path, text]));
  return { typed, outcome: read.success ? await services.entry.save(actor, read.data) : err(appError("invalid_input")) };
};
