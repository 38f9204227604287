import { Link, type LinkProps } from "@remix-run/react";
import type { ButtonHTMLAttributes, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon, type IconName } from "./Icon";

export interface Look {
  /** One primary button a page at most. `danger` for what cannot be undone, `quiet` inside rows. */
  readonly look?: "normal" | "primary" | "danger" | "quiet";
  readonly size?: "normal" | "small";
  readonly icon?: IconName;
}

const classOf = ({ look = "normal", size = "normal" }: Look) =>
  ["btn", look !== "normal" && `btn--${look}`, size === "small" && "btn--small"].filter(Boolean).join(" ");

/** A button; `type="submit"` must be said, the default does not submit. */
export const Button = ({ look, size, icon, children, type = "button", ...rest }: Look & ButtonHTMLAttributes<HTMLButtonElement>) => (
  <button {...rest} type={type} className={classOf({ ...(look && { look }), ...(size && { size }) })}>
    {icon ? <Icon name={icon} /> : null}
    {children}
  </button>
);

/** Prints the page by its print style; for pages that belong on paper. */
export const PrintButton = () => {
  const { t } = useTranslation();
  return <Button onClick={() => window.print()}>{t("common:action.print")}</Button>;
};

/** A link that looks like a button: it goes somewhere or downloads. */
export const LinkButton = ({
  look,
  size,
  icon,
  download = false,
  children,
  ...rest
}: Look & Omit<LinkProps, "download"> & { readonly download?: boolean; readonly children: ReactNode }) => {
  const className = classOf({ ...(look && { look }), ...(size && { size }) });
  const content = (
    <>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </>
  );
  return (
    <Link {...rest} className={className} {...(download ? { reloadDocument: true, download: "" } : {})}>
      {content}
    </Link>
  );
};
