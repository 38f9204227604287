import type { AppLoadContext } from "@remix-run/node";
import { appError } from "@server/kernel/errors";
import { err } from "@server/kernel/result";
import type { TableRequest } from "@server/province/contract";
import { passingPartOf } from "@server/province/passing-contract";
import type { Policy, PolicySummary } from "@server/province/policy-contract";
import type { TFunction } from "i18next";
import { formatDateTime } from "~/components/format";
import { fileResponse } from "~/features/data/file-response";
import { itemText } from "~/features/review/item-text";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { translatorFor } from "~/i18n/instance";
import { policyPicture } from "./policy-picture";
import { policyText } from "./policy-text";
import { policyColumns, policyTotals, policyWords } from "./policy-words";

/** What the answer is about: the change, who saved it, the meaning of passing, over how many counties. */
const notesOf = (t: TFunction, { change, createdBy, createdAt }: Policy, summary: PolicySummary): readonly string[] => [
  `${policyText(t)(change)} · ${createdBy} ${formatDateTime(createdAt)}`,
  t(`policies:answer.scope.${summary.part}`),
  policyWords(t, summary).over,
];

/** The tables of the page one beneath the other: counties, totals, years, clauses; then its notes. */
const tableOf = (t: TFunction, policy: Policy, summary: PolicySummary): Pick<TableRequest, "head" | "rows"> => {
  const { part, lines, years, clauses } = summary;
  const columns = policyColumns(t, summary);
  const sides = [t("policies:answer.without"), t("policies:answer.with")];
  return {
    head: [
      t("province:compare.county"),
      t("province:compare.city"),
      ...columns.map(({ head }) => head),
      t("policies:answer.province_wan"),
      t("policies:answer.county_wan"),
    ],
    rows: [
      ...lines.map((line) => [line.countyName, line.cityName, ...columns.map(({ text }) => text(line)), line.provinceWan, line.countyWan]),
      [],
      ...policyTotals(t, summary).map(({ label, value }) => [label, value]),
      [],
      [t(`policies:answer.years.${part}`), ...sides],
      ...years.map(({ year, before, after }) => [String(year), before, after]),
      [],
      [t("policies:answer.clauses"), ...sides],
      ...clauses.map(({ clause, before, after }) => [itemText(t, clause), before, after]),
      [],
      ...notesOf(t, policy, summary).map((note) => [note]),
    ],
  };
};

/** A policy's answer exactly as it stands on the page, as .csv, .xlsx or a picture (.svg). */
export const policyFile = async (context: AppLoadContext, request: Request, policyId: string): Promise<Response> => {
  const actor = requireActor(context, request);
  requirePermission(actor, "comparison.read");
  const { searchParams } = new URL(request.url);
  const { policy, summary } = unwrap(await context.services.policies.get(actor, policyId, passingPartOf(searchParams.get("part"))));
  if (summary === null) return unwrap(err(appError("not_found")));
  const { t } = translatorFor(context.locale);
  const name = `${t("policies:title")} ${policy.name}`;
  const format = searchParams.get("format");
  if (format === "svg") {
    const picture = policyPicture(t, policy.name, notesOf(t, policy, summary), summary);
    return fileResponse({ fileName: `${name}.svg`, bytes: new TextEncoder().encode(picture), mediaType: "image/svg+xml" });
  }
  const table = { name, ...tableOf(t, policy, summary) };
  return fileResponse(unwrap(await context.services.province.table(actor, format === "xlsx" ? "xlsx" : "csv", table)));
};
