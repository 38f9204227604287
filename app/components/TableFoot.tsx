import { Link, useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { withParams } from "./url";

/** 共 N 条 with the visible range, page links by `offset`, and the legend at the right. */
export const TableFoot = ({
  total,
  page,
  note,
  children,
}: {
  readonly total: number;
  /** Given when the table shows one page of many rows. */
  readonly page?: { readonly offset: number; readonly limit: number };
  /** The order in words, for instance worst first. */
  readonly note?: ReactNode;
  readonly children?: ReactNode;
}) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const last = page ? Math.min(page.offset + page.limit, total) : total;
  return (
    <div className="table-foot">
      <span>{t("common:table.total", { count: total })}</span>
      {page && total > page.limit ? (
        <nav className="table-foot__pages" aria-label={t("common:table.pages")}>
          <span className="muted">{t("common:table.range", { from: page.offset + 1, to: last })}</span>
          {page.offset > 0 ? (
            <Link rel="prev" to={withParams(params, { offset: Math.max(0, page.offset - page.limit) || null })}>
              {t("common:table.previous")}
            </Link>
          ) : null}
          {last < total ? (
            <Link rel="next" to={withParams(params, { offset: page.offset + page.limit })}>
              {t("common:table.next")}
            </Link>
          ) : null}
        </nav>
      ) : null}
      {note === undefined ? null : <span className="muted">{note}</span>}
      <span className="spacer" />
      {children}
    </div>
  );
};
