import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** What belongs here, why it is empty, and the one action. */
export const EmptyState = ({
  title,
  level = 2,
  children,
  action,
}: {
  readonly title: string;
  /** 1 where the state is the whole page. */
  readonly level?: 1 | 2;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) => (
  <div className="empty">
    {level === 1 ? <h1 className="empty__title">{title}</h1> : <h2>{title}</h2>}
    {children === undefined ? null : <div className="muted">{children}</div>}
    {action === undefined ? null : <div className="row empty__action">{action}</div>}
  </div>
);

/** Rows of the true height while a part of a page is on its way. */
export const Skeleton = ({ rows = 6, rowHeight = 32 }: { readonly rows?: number; readonly rowHeight?: number }) => {
  const { t } = useTranslation();
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{t("common:state.loading")}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholder rows have no other identity
        <span key={row} className="skeleton__row" style={{ height: rowHeight }} />
      ))}
    </div>
  );
};
