import { useLocation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";

/** A folded list under a button of the top bar. Opens without script; Esc, a click elsewhere and going to a page close it. */
export const Menu = ({
  label,
  button,
  end = false,
  onOpen,
  children,
}: {
  /** Accessible name when the button's own words do not say enough. */
  readonly label: string;
  readonly button: ReactNode;
  /** Opens to the left, for menus at the right edge. */
  readonly end?: boolean;
  readonly onOpen?: () => void;
  readonly children: ReactNode;
}) => {
  const menu = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();
  useEffect(() => {
    const elsewhere = (event: PointerEvent) => {
      if (menu.current?.open && event.target instanceof Node && !menu.current.contains(event.target)) menu.current.open = false;
    };
    document.addEventListener("pointerdown", elsewhere);
    return () => document.removeEventListener("pointerdown", elsewhere);
  }, []);
  // It may have been opened before the script had arrived, and what it shows may change while it is open.
  useEffect(() => {
    if (menu.current?.open) onOpen?.();
  }, [onOpen]);
  return (
    // A new location draws a new, folded list.
    <details
      key={key}
      ref={menu}
      className={end ? "menu menu--end" : "menu"}
      onToggle={(event) => event.currentTarget.open && onOpen?.()}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !menu.current?.open) return;
        menu.current.open = false;
        menu.current.querySelector("summary")?.focus();
      }}
    >
      <summary className="topbar__item" aria-label={label}>
        {button}
      </summary>
      <div className="menu__list">{children}</div>
    </details>
  );
};
