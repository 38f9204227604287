import { isRouteErrorResponse, Link, useLocation, useRouteError } from "@remix-run/react";
import { isAppError } from "@server/kernel/errors";
import { useContext } from "react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/Button";
import { BrandMark } from "~/components/Icon";
import { EmptyState } from "~/components/states";
import { PageErrorReference } from "~/page-context";

interface Shown {
  readonly title: string;
  readonly text: string;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
  /** Unexpected: the request's number helps whoever looks into the log. */
  readonly unexpected: boolean;
}

const titleOfStatus = (status: number): string => {
  if (status === 403) return "common:error.title_forbidden";
  if (status === 404) return "common:error.title_not_found";
  if (status === 409) return "common:error.title_conflict";
  return status < 500 ? "common:error.title_invalid" : "common:error.title_internal";
};

const textOfStatus = (status: number): string => {
  if (status === 403) return "errors:forbidden";
  if (status === 404) return "errors:not_found";
  return status < 500 ? "errors:invalid_input" : "errors:internal";
};

/** A loader that could not reach the server throws the browser's network error. */
const offline = (error: unknown): boolean =>
  error instanceof TypeError && typeof navigator !== "undefined" && /fetch|network|load/i.test(error.message);

const describe = (error: unknown): Shown => {
  if (!isRouteErrorResponse(error)) {
    return offline(error)
      ? { title: "common:error.title_offline", text: "common:error.offline", unexpected: false }
      : { title: "common:error.title_internal", text: "errors:internal", unexpected: true };
  }
  const body: unknown = error.data;
  const known = typeof body === "object" && body !== null && "error" in body && isAppError(body.error) ? body.error : null;
  return {
    title: titleOfStatus(error.status),
    text: known ? `errors:${known.code}` : textOfStatus(error.status),
    params: known?.params,
    unexpected: error.status >= 500,
  };
};

/** What went wrong on this page, in words, and the way on. Inside the frame when the frame still stands. */
export const ErrorState = () => {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const reference = useContext(PageErrorReference);
  const shown = describe(useRouteError());
  return (
    <EmptyState
      level={1}
      title={t(shown.title)}
      action={
        <>
          <LinkButton to={`${pathname}${search}`} reloadDocument>
            {t("common:action.reload")}
          </LinkButton>
          <Link to="/" reloadDocument>
            {t("common:error.home")}
          </Link>
        </>
      }
    >
      <p>{t(shown.text, { ...shown.params })}</p>
      {shown.unexpected && reference ? (
        <p className="caption" data-error-reference={reference}>
          {t("common:error.reference", { reference })}
        </p>
      ) : null}
    </EmptyState>
  );
};

/** The whole document when not even the frame could be drawn. */
export const ErrorPage = () => {
  const { t } = useTranslation();
  return (
    <main className="entrance">
      <div className="entrance__brand">
        <BrandMark size={28} />
        {t("common:product")}
      </div>
      <div className="entrance__card">
        <ErrorState />
      </div>
    </main>
  );
};
