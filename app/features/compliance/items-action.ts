import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import type { Actor } from "@server/auth/contract";
import { attestSchema, declareSchema } from "@server/compliance/declarations-contract";
import { evidenceSubjectSchema, largestEvidence } from "@server/compliance/evidence-contract";
import { type AppError, appError } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import { withParams } from "~/components/url";
import { formError, readForm } from "~/features/shell/respond";
import { requireActor } from "~/features/shell/session";

type Context = ActionFunctionArgs["context"];
/** Which notice the page shows afterwards. */
type Done = Result<"prepared" | "attested" | "added" | "removed", AppError>;

const refused = err(appError("invalid_input"));
const after = <T>(result: Result<T, AppError>, notice: "prepared" | "attested" | "added" | "removed"): Done =>
  result.ok ? ok(notice) : result;

/** The file of the form; what it proves stands in the address (`item`, `year`, `school`). */
const upload = async (context: Context, request: Request, actor: Actor, params: URLSearchParams): Promise<Done> => {
  const subject = evidenceSubjectSchema.safeParse({
    statisticsYear: Number(params.get("year")),
    item: params.get("item"),
    schoolCode: params.get("school"),
  });
  if (!subject.success) return refused;
  const file = await context.readUpload(request, largestEvidence);
  if (file.ok) return after(await context.services.evidence.add(actor, subject.data, file.value), "added");
  const known = { upload_too_large: "evidence_too_large", upload_not_workbook: "evidence_type_refused" } as const;
  const { code } = file.error;
  return code === "upload_too_large" || code === "upload_not_workbook" ? err(appError(known[code])) : file;
};

const values: Readonly<Record<string, boolean | null>> = { yes: true, no: false, withdrawn: null };

const change = async (context: Context, form: Readonly<Record<string, string>>, actor: Actor): Promise<Done> => {
  const { declarations, evidence } = context.services;
  const subject = { statisticsYear: Number(form.year), item: form.statement };
  if (form.intent === "prepare") {
    const input = declareSchema.safeParse({ ...subject, value: values[form.value ?? ""], note: form.note ?? "" });
    return input.success ? after(await declarations.prepare(actor, input.data), "prepared") : refused;
  }
  if (form.intent === "attest") {
    const input = attestSchema.safeParse({ ...subject, version: Number(form.version) });
    return input.success ? after(await declarations.attest(actor, input.data), "attested") : refused;
  }
  return form.intent === "remove" ? after(await evidence.remove(actor, form.fileId ?? ""), "removed") : refused;
};

/** Declarations, their attestation and evidence files, posted from any page of the items. */
export const itemsAction = async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const { pathname, searchParams } = new URL(request.url);
  const multipart = (request.headers.get("Content-Type") ?? "").startsWith("multipart/form-data");
  const done = multipart ? await upload(context, request, actor, searchParams) : await change(context, await readForm(request), actor);
  return done.ok ? redirect(`${pathname}${withParams(searchParams, { notice: done.value, year: null })}`) : formError(done.error);
};
