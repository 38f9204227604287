import { useSearchParams } from "@remix-run/react";
import type { ErrorCode } from "@server/kernel/errors";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { catalogueKey } from "~/i18n/catalogue-key";
import { VerdictShape } from "./VerdictChip";

type Params = Readonly<Record<string, string | number>> | undefined;

/** An `AppError` as it arrives in the browser, where a left-out part reads as undefined. */
export interface ShownError {
  readonly code: ErrorCode;
  readonly params?: Params;
  readonly issues?: readonly { readonly path: string; readonly message: string; readonly params?: Params }[] | undefined;
}

const shapes = { good: "met", warn: "borderline", bad: "not_met" } as const;

/** A result or a warning where it happened. `bad` is announced at once, the others politely. */
export const Notice = ({
  tone = "info",
  title,
  children,
}: {
  readonly tone?: "info" | "good" | "warn" | "bad";
  readonly title?: ReactNode;
  readonly children?: ReactNode;
}) => (
  <div className={`notice notice--${tone}`} role={tone === "bad" ? "alert" : "status"}>
    {tone === "info" ? null : <VerdictShape kind={shapes[tone]} size={16} />}
    <div>
      {title === undefined ? null : <strong className="notice__title">{title}</strong>}
      {children}
    </div>
  </div>
);

/** The sentence of an `AppError`, what is wrong with an uploaded file in detail, and the reference number. Nothing when null. */
export const ErrorNotice = ({
  error,
  reference,
}: {
  readonly error: ShownError | null | undefined;
  readonly reference?: string | undefined;
}) => {
  const { t } = useTranslation();
  if (!error) return null;
  return (
    <Notice tone="bad">
      <p>{t(`errors:${error.code}`, { ...error.params })}</p>
      {error.issues
        ?.filter(({ path }) => path === "file")
        .map((issue) => (
          <p key={issue.message}>{t(catalogueKey(issue.message), { ...issue.params })}</p>
        ))}
      {reference ? <p className="caption">{t("common:error.reference", { reference })}</p> : null}
    </Notice>
  );
};

/** Complaint about one field of a form, null when there is none. */
export const useFieldError = (error: ShownError | null | undefined): ((path: string) => string | null) => {
  const { t } = useTranslation();
  return (path) => {
    const issue = error?.issues?.find((one) => one.path === path);
    return issue ? t(catalogueKey(issue.message), { ...issue.params }) : null;
  };
};

/**
 * The result of an action that redirected: `redirect("/publication?notice=published")` and
 * `<NoticeFromUrl texts={{ published: "province:notice.published" }} />`.
 */
export const NoticeFromUrl = ({ texts }: { readonly texts: Readonly<Record<string, string>> }) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const key = params.get("notice");
  const text = key === null || !Object.hasOwn(texts, key) ? undefined : texts[key];
  return text === undefined ? null : <Notice tone="good">{t(text)}</Notice>;
};
