import { Link, useNavigate } from "@remix-run/react";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { isComposing } from "./composing";
import { Icon } from "./Icon";

const takeFocus = (panel: HTMLElement | null): void => panel?.focus({ preventScroll: true });

/**
 * The panel at the right for "why", results or a selection. It pushes the content, is part of the
 * address (so it opens without script), takes focus when it opens, closes with Esc and gives focus
 * back to the element with id `returnTo`.
 */
export const Inspector = ({
  title,
  aside,
  closeTo,
  returnTo,
  children,
}: {
  readonly title: string;
  /** Small text beside the title, for instance 第 2 / 2 个. */
  readonly aside?: ReactNode;
  /** Address without the panel, from `withParams`. */
  readonly closeTo: string;
  readonly returnTo?: string;
  readonly children: ReactNode;
}) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  useEffect(() => () => (returnTo ? document.getElementById(returnTo)?.focus() : undefined), [returnTo]);
  return (
    <aside
      key={title}
      ref={takeFocus}
      className="inspector"
      tabIndex={-1}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || isComposing(event)) return;
        event.stopPropagation();
        navigate(closeTo, { preventScrollReset: true });
      }}
    >
      <header className="inspector__head">
        <h2>{title}</h2>
        <span className="spacer" />
        {aside === undefined ? null : <span className="caption muted">{aside}</span>}
        <Link className="icon-button" to={closeTo} preventScrollReset aria-label={t("common:action.close_panel")}>
          <Icon name="close" />
        </Link>
      </header>
      {children}
    </aside>
  );
};

/** A numbered part of the panel: 1 clause, 2 formula, 3 source, 4 what to do. */
export const InspectorSection = ({
  title,
  aside,
  children,
}: {
  readonly title?: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) => (
  <section className="inspector__section">
    {title === undefined ? null : (
      <h3 className="inspector__label">
        {title}
        <span className="spacer" />
        {aside}
      </h3>
    )}
    {children}
  </section>
);
