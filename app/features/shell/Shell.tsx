import { NavLink, useLocation, useNavigation } from "@remix-run/react";
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { later } from "~/components/later";
import { isWide, type NavigationGroup, navigationFor } from "./navigation";
import type { ShellData } from "./shell-data";
import { TopBar } from "./TopBar";
import { useFocusInPage } from "./use-focus-in-page";
import { useStanding } from "./use-standing";

const Strip = await later("Strip", async () => (await import("./Strip")).Strip, 0);

const Navigation = ({
  groups,
  open,
  onClose,
}: {
  readonly groups: readonly NavigationGroup[];
  readonly open: boolean;
  readonly onClose: () => void;
}) => {
  const { t } = useTranslation();
  return (
    <nav
      id="nav"
      className={open ? "nav nav--open" : "nav"}
      aria-label={t("common:nav.label")}
      onKeyDown={(event) => open && event.key === "Escape" && onClose()}
    >
      {groups.map((group) => (
        <div key={group.label ?? "first"}>
          {group.label === null ? null : <h2 className="nav__group">{t(group.label)}</h2>}
          {group.items.map((item) => (
            <NavLink key={item.to} to={item.to} prefetch="intent" className="nav__item">
              {t(item.label)}
            </NavLink>
          ))}
        </div>
      ))}
    </nav>
  );
};

/** On paper the bars are gone: whose figures these are, of which years and which version. */
const PrintHead = ({ data: { actor, statisticsYear, fiscalYear, dataVersion } }: { readonly data: ShellData }) => {
  const { t } = useTranslation();
  const facts = [
    actor.orgName,
    ...(statisticsYear === null ? [] : [`${t("common:topbar.statistics_year")} ${statisticsYear}`]),
    ...(fiscalYear === null ? [] : [`${t("common:topbar.fiscal_year")} ${fiscalYear}`]),
    ...(dataVersion === null ? [] : [t("common:topbar.data_version", { year: statisticsYear, version: dataVersion })]),
  ];
  return <p className="print-only print-head">{facts.join(" · ")}</p>;
};

/** The frame of every page behind sign-in. */
export const Shell = ({ data, children }: { readonly data: ShellData; readonly children: ReactNode }) => {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const navigation = useNavigation();
  const [openedAt, setOpenedAt] = useState<string | null>(null);
  const open = openedAt === pathname;
  const wide = isWide(pathname);
  const groups = navigationFor(data.actor.orgKind, (permission) => data.permissions.includes(permission));
  const page = useRef<HTMLElement>(null);
  const menuButton = useRef<HTMLAnchorElement>(null);
  useStanding(data.standing);
  useFocusInPage(page);
  return (
    <div className={wide ? "app app--wide" : "app"}>
      <a className="skip" href="#content">
        {t("common:skip_to_content")}
      </a>
      {navigation.state === "idle" ? null : (
        <div className="loading-line" role="status">
          <span className="visually-hidden">{t("common:state.loading")}</span>
        </div>
      )}
      <TopBar data={data} menuButton={menuButton} navOpen={open} onMenu={() => setOpenedAt(open ? null : pathname)} />
      {wide ? <Strip groups={groups} pathname={pathname} /> : null}
      <Navigation
        groups={groups}
        open={open}
        onClose={() => {
          setOpenedAt(null);
          menuButton.current?.focus();
        }}
      />
      <main id="content" className="main" tabIndex={-1} ref={page}>
        <PrintHead data={data} />
        {children}
      </main>
    </div>
  );
};
