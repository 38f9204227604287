import type { AppLoadContext } from "@remix-run/node";
import type { Actor } from "@server/auth/contract";
import { type EntryView, entryChunk, entryViews } from "@server/statistics/entry-contract";
import { unwrap } from "~/features/shell/respond";

export const entryView = (params: URLSearchParams): EntryView => entryViews.find((view) => view === params.get("view")) ?? "all";

const wholeOf = (text: string | null): number | null => (text !== null && /^\d{1,4}$/.test(text) ? Number(text) : null);

/** Where the chunk begins that the address asks for: that of its school, else that of `from`. */
const firstOf = (params: URLSearchParams, codes: readonly string[]): number => {
  const school = codes.indexOf(params.get("school") ?? "");
  const asked = school === -1 ? (wholeOf(params.get("from")) ?? 0) : school;
  return asked < codes.length ? Math.floor(asked / entryChunk) * entryChunk : 0;
};

/** The book of returns with the first figures to show, and what an open panel asks for; null while the county has no data. */
export const loadEntry = async ({ services }: AppLoadContext, actor: Actor, request: Request) => {
  const params = new URL(request.url).searchParams;
  const book = unwrap(await services.entry.open(actor, wholeOf(params.get("year")), entryView(params)));
  if (book === null) return null;
  const from = firstOf(
    params,
    book.schools.map(({ code }) => code),
  );
  const [year, school, path] = [book.dataset.statisticsYear, params.get("school"), params.get("path")];
  const panel = params.get("panel");
  return {
    book,
    from,
    figures: unwrap(await services.entry.figures(actor, book.dataset.id, book.view, from)),
    review: panel === "checks" ? unwrap(await services.entry.check(actor, year, [])) : null,
    changes:
      panel === "history" && school !== null && path !== null ? unwrap(await services.entry.history(actor, year, school, path)) : null,
  };
};
export type EntryData = NonNullable<Awaited<ReturnType<typeof loadEntry>>>;
