import { Form, Link } from "@remix-run/react";
import { schoolYear } from "@server/kernel/years";
import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import { ignoreComposingEnter } from "~/components/composing";
import { BrandMark, Icon } from "~/components/Icon";
import { RunTray } from "~/features/answers/RunTray";
import { LanguageForm } from "./LanguageForm";
import { Menu } from "./Menu";
import type { ShellData } from "./shell-data";

const Fact = ({ label, children, minor = false }: { readonly label: string; readonly children: string; readonly minor?: boolean }) => (
  <span className={minor ? "topbar__item topbar__fact--minor" : "topbar__item"}>
    <span className="topbar__label">{label}</span>
    {children}
  </span>
);

const Organisation = ({ actor, memberships }: Pick<ShellData, "actor" | "memberships">) => {
  const { t } = useTranslation();
  if (memberships.length < 2)
    return (
      <span className="topbar__item">
        <strong className="topbar__organisation">{actor.orgName}</strong>
      </span>
    );
  return (
    <Menu
      label={`${t("common:topbar.switch_organisation")} ${actor.orgName}`}
      button={
        <>
          <strong className="topbar__organisation">{actor.orgName}</strong>
          <Icon name="chevron" size={12} />
        </>
      }
    >
      <Form method="post" action="/organisation" reloadDocument>
        {memberships.map((membership) => (
          <button
            key={membership.orgId}
            type="submit"
            name="orgId"
            value={membership.orgId}
            className="menu__item"
            aria-current={membership.orgId === actor.orgId ? "true" : undefined}
          >
            {membership.orgName} <span className="caption muted">{t(`common:role.${membership.role}`)}</span>
          </button>
        ))}
      </Form>
    </Menu>
  );
};

/** Brand, organisation, both years and the data version; search, tasks, language and user at the right. */
export const TopBar = ({
  data,
  menuButton,
  navOpen,
  onMenu,
}: {
  readonly data: ShellData;
  readonly menuButton: RefObject<HTMLAnchorElement>;
  readonly navOpen: boolean;
  readonly onMenu: () => void;
}) => {
  const { t, i18n } = useTranslation();
  const { actor, statisticsYear, fiscalYear, dataVersion, runs } = data;
  return (
    <header className="topbar">
      {/* biome-ignore lint/a11y/useValidAnchor: before the script has arrived it is a link to the list */}
      <a
        ref={menuButton}
        className="topbar__item topbar__menu-button"
        href="#nav"
        role="button"
        aria-expanded={navOpen}
        aria-controls="nav"
        aria-label={t("common:action.menu")}
        onClick={(event) => {
          event.preventDefault();
          onMenu();
        }}
      >
        <Icon name="menu" size={18} />
      </a>
      <Link to="/" className="brand">
        <BrandMark />
        <span className="brand__name">{t("common:product")}</span>
      </Link>
      <Organisation actor={actor} memberships={data.memberships} />
      <div className="topbar__facts">
        {statisticsYear === null ? null : (
          <Fact label={t("common:topbar.statistics_year")}>
            {t("common:topbar.statistics_year_value", { year: statisticsYear, school_year: schoolYear(statisticsYear) })}
          </Fact>
        )}
        {fiscalYear === null ? null : <Fact label={t("common:topbar.fiscal_year")}>{String(fiscalYear)}</Fact>}
        {actor.orgKind === "county" ? (
          <Fact label={t("common:topbar.data")} minor>
            {dataVersion === null
              ? t("common:topbar.no_data")
              : t("common:topbar.data_version", { year: statisticsYear, version: dataVersion })}
          </Fact>
        ) : null}
      </div>
      <span className="spacer" />
      <Form action="/search" role="search" className="topbar__search">
        <input
          className="input"
          type="search"
          name="for"
          maxLength={60}
          aria-label={t("common:topbar.search")}
          placeholder={t("common:topbar.search")}
          onKeyDown={ignoreComposingEnter}
        />
      </Form>
      <Link to="/search" className="topbar__item topbar__search-link" aria-label={t("common:topbar.search")}>
        <Icon name="search" />
      </Link>
      {runs === null ? null : (
        <RunTray runs={runs} may={data.permissions.includes("run.start")} reader={`${actor.orgId}.${actor.userId}`} />
      )}
      <Menu
        end
        label={`${t("common:topbar.language")} ${t(`common:language.${i18n.language}`)}`}
        button={
          <>
            {t(`common:language.${i18n.language}`)}
            <Icon name="chevron" size={12} />
          </>
        }
      >
        <LanguageForm itemClass="menu__item" />
      </Menu>
      <Menu
        end
        label={t("common:topbar.user_menu", { name: actor.displayName })}
        button={
          <>
            <Icon name="person" />
            <span className="topbar__hide-narrow">{actor.displayName}</span>
            <Icon name="chevron" size={12} />
          </>
        }
      >
        <p className="menu__note caption muted">
          {actor.displayName}
          <br />
          {actor.orgName} · {t(`common:role.${actor.role}`)}
        </p>
        <Link to="/account" className="menu__item">
          {t("common:nav.account")}
        </Link>
        <form method="post" action="/sign-out">
          <button type="submit" className="menu__item">
            {t("common:topbar.sign_out")}
          </button>
        </form>
      </Menu>
    </header>
  );
};
