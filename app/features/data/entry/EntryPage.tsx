import { Link, useNavigate, useSearchParams } from "@remix-run/react";
import { countyCode, isCountyView } from "@server/statistics/entry-contract";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { LinkButton, PrintButton } from "~/components/Button";
import { FilterBar, plainOptions } from "~/components/FilterBar";
import { LeaveGuard } from "~/components/LeaveGuard";
import { later } from "~/components/later";
import { ErrorNotice, Notice, NoticeFromUrl, type ShownError } from "~/components/Notice";
import { PageBody, PageHead } from "~/components/page";
import { TableFoot } from "~/components/TableFoot";
import { withParams } from "~/components/url";
import { useCan } from "~/features/shell/use-session";
import { columnLabel, rowLabel } from "./column-label";
import { EntryGrid } from "./EntryGrid";
import { bookRows, cellAt, gridRows, type PasteProblem } from "./grid-model";
import type { EntryData } from "./load-entry";
import { SaveState } from "./SaveState";
import { useEntry } from "./use-entry";
import { useFigures } from "./use-figures";
import type { GridTarget } from "./use-grid-hand";
import { ViewTabs } from "./ViewTabs";

const ChecksPanel = await later("ChecksPanel", async () => (await import("./ChecksPanel")).ChecksPanel);
const PasteProblems = await later("PasteProblems", async () => (await import("./PasteProblems")).PasteProblems, 0);
const HistoryPanel = await later("HistoryPanel", async () => (await import("./HistoryPanel")).HistoryPanel);

/** 填报: the returns of a year as a grid, with its checks and the changes of each cell. */
export const EntryPage = ({ data, error }: { readonly data: EntryData; readonly error: ShownError | null }) => {
  const { t, i18n } = useTranslation();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const { book } = data;
  const mayWrite = useCan("data.write");
  const editable = mayWrite && book.closed === null;
  const store = useFigures(data);
  const entry = useEntry(book.dataset.statisticsYear, store, data.review, editable);
  const [problems, setProblems] = useState<readonly PasteProblem[]>([]);
  const panel = params.get("panel");
  const compare = book.earlierYear !== null && params.get("compare") === "1";
  const [township, search] = [params.get("township"), params.get("search") ?? ""];
  const schools = useMemo(
    () =>
      book.schools.filter(
        (school) =>
          (township === null || township === "" || school.township === township) &&
          (search === "" || `${school.name} ${school.code}`.includes(search.trim())),
      ),
    [book.schools, township, search],
  );
  const ofCounty = isCountyView(book.view);
  const rows = useMemo(
    () =>
      ofCounty
        ? bookRows(book).filter((row) => search === "" || rowLabel(t, i18n.language, row).includes(search.trim()))
        : gridRows(book.view, schools),
    [ofCounty, book, schools, search, t, i18n.language],
  );

  const address = `${params.get("school") ?? ""} ${params.get("path") ?? ""}`;
  const [target, setTarget] = useState<GridTarget | null>(null);
  const [under, setUnder] = useState<{ readonly code: string; readonly path: string | null } | null>(null);
  useEffect(() => {
    const [code = "", path = ""] = address.split(" ");
    if (code === "") return;
    setTarget({ code, path });
  }, [address]);

  const jump = useCallback(
    (at: { readonly code: string; readonly path: string; readonly view: string }) => {
      if (at.view !== book.view || !rows.some(({ code }) => code === at.code))
        navigate(withParams(params, { view: at.view, school: at.code, path: at.path, township: null, search: null }), {
          preventScrollReset: true,
        });
      else setTarget({ code: at.code, path: at.path });
    },
    [book.view, rows, navigate, params],
  );

  const { dataset } = book;
  const chosen = useMemo(() => {
    const [code, path] = under === null ? [params.get("school"), params.get("path")] : [under.code, under.path];
    if (!code || !path) return null;
    for (const [line, row] of rows.entries()) {
      if (row.code !== code) continue;
      for (const place of book.columns.keys()) {
        const cell = cellAt(rows, book.columns, line, place);
        if (cell?.path === path)
          return {
            code,
            path,
            school: row.line?.column == null ? rowLabel(t, i18n.language, row) : t("entry:whose.county"),
            label: columnLabel(t, i18n.language, cell.column),
            column: cell.column,
          };
      }
    }
    return null;
  }, [under, params, rows, book.columns, t, i18n.language]);
  const closeTo = withParams(params, { panel: null });
  const openChecks = withParams(params, { panel: panel === "checks" ? null : "checks" });
  const openHistory = withParams(params, {
    panel: panel === "history" ? null : "history",
    ...(chosen === null ? {} : { school: chosen.code, path: chosen.path }),
  });
  return (
    <>
      <PageHead
        title={t("entry:title")}
        state={t("entry:version", { year: dataset.statisticsYear, version: dataset.version, schools: dataset.schoolCount })}
      >
        {editable ? <SaveState entry={entry} /> : null}
        <PrintButton />
      </PageHead>
      <PageBody
        inspector={
          panel === "checks" ? (
            <ChecksPanel
              entry={entry}
              editable={editable}
              schools={book.schools}
              year={dataset.statisticsYear}
              closeTo={closeTo}
              onJump={jump}
            />
          ) : panel === "history" ? (
            <HistoryPanel year={dataset.statisticsYear} version={dataset.version} cell={chosen} loaded={data.changes} closeTo={closeTo} />
          ) : null
        }
      >
        <ErrorNotice error={error ?? entry.error} />
        <NoticeFromUrl texts={{ accepted: "entry:notice.accepted", saved: "entry:state.saved" }} />
        {book.closed === null ? (
          mayWrite ? null : (
            <Notice>{t("entry:read_only")}</Notice>
          )
        ) : (
          <Notice tone="warn" title={t("entry:closed")}>
            {t(`errors:${book.closed.code}`)}
          </Notice>
        )}
        <ViewTabs view={book.view} />
        <FilterBar
          label={t("data:grid.filters")}
          keep={Object.fromEntries(
            ["view", "compare", "panel", "checks"].flatMap((name) => (params.get(name) ? [[name, params.get(name) ?? ""]] : [])),
          )}
          filters={[
            {
              name: "year",
              label: t("common:topbar.statistics_year"),
              value: String(dataset.statisticsYear),
              options: plainOptions(book.years.map(String)),
              always: true,
            },
            ...(ofCounty
              ? []
              : [
                  {
                    name: "township",
                    label: t("data:school.township"),
                    value: township || null,
                    options: plainOptions([...new Set(book.schools.map((school) => school.township))]),
                  },
                ]),
          ]}
          search={{ label: t(ofCounty ? "entry:line" : "entry:search"), value: search }}
          after={
            <>
              {book.earlierYear === null ? null : (
                <LinkButton
                  to={withParams(params, { compare: compare ? null : 1 })}
                  preventScrollReset
                  aria-current={compare ? "true" : undefined}
                >
                  {t(compare ? "entry:compare.hide" : "entry:compare.show", { year: book.earlierYear })}
                </LinkButton>
              )}
              <LinkButton to={openChecks} preventScrollReset aria-current={panel === "checks" ? "true" : undefined}>
                {t("entry:checks.title")}
              </LinkButton>
              <LinkButton to={openHistory} preventScrollReset aria-current={panel === "history" ? "true" : undefined}>
                {t("entry:history.title")}
              </LinkButton>
            </>
          }
        />
        <p className="caption muted no-print entry__help">{t(editable ? "entry:help" : "entry:help_read")}</p>
        <EntryGrid
          key={book.view}
          rows={rows}
          columns={book.columns}
          store={store}
          entry={entry}
          editable={editable}
          compare={compare}
          target={target}
          firstRow={rows.findIndex(({ code }) => code === book.schools[data.from]?.code)}
          hrefOf={(code) => `/data/entry/${encodeURIComponent(code)}${withParams(new URLSearchParams(), { year: dataset.statisticsYear })}`}
          onHand={(code, path) => setUnder((before) => (before?.code === code && before.path === path ? before : { code, path }))}
          onPasteProblems={setProblems}
        />
        <TableFoot total={ofCounty ? rows.length : schools.length} note={t(ofCounty ? "entry:statements" : "data:grid.by_code")} />
        {problems.length === 0 ? null : (
          <PasteProblems problems={problems} rows={rows} columns={book.columns} onClose={() => setProblems([])} />
        )}
        <LeaveGuard
          unsaved={entry.typed.size > 0}
          title={t("entry:leave.title")}
          text={t("entry:leave.text", { count: entry.typed.size })}
          go={t("entry:leave.go")}
        />
        <noscript>
          <p>{t("entry:no_script")}</p>
          <ul>
            {(ofCounty ? [{ code: countyCode, name: t("entry:whose.county") }] : schools).map(({ code, name }) => (
              <li key={code}>
                <Link to={`/data/entry/${encodeURIComponent(code)}?year=${dataset.statisticsYear}`}>{name}</Link>
              </li>
            ))}
          </ul>
        </noscript>
      </PageBody>
    </>
  );
};
