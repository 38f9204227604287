import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { NavigationGroup } from "./navigation";

/** A drawing a group, by the key of its label; the first group of all has none and is the overview. */
const drawings: Readonly<Record<string, string>> = {
  "common:nav.overview": "M3 3h4v4H3zM9 3h4v4H9zM3 9h4v4H3zM9 9h4v4H9z",
  "common:nav.data": "M3 4.5c0-2.4 10-2.4 10 0s-10 2.4-10 0zM3 4.5v7c0 2.4 10 2.4 10 0v-7M3 8c0 2.4 10 2.4 10 0",
  "common:nav.assessment": "M3 3h10v10H3zM5.5 8l2 2 3.5-4",
  "common:nav.planning":
    "M5 8a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0zM14 4a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0zM14 12a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0zM5 7.5l6-3M5 8.5l6 3",
  "common:nav.publication": "M4 2.5h5l3 3v8H4zM9 2.5v3h3M6 8.5h4M6 11h4",
  "common:nav.regulation": "M8 4C6.5 3 4.5 3 2.5 3v9c2 0 4 0 5.5 1 1.5-1 3.5-1 5.5-1V3C11.5 3 9.5 3 8 4zM8 4v9",
  "common:nav.system": "M10.5 5.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM3 13.5c.4-2.8 2.3-4 5-4s4.6 1.2 5 4",
};

/** The groups of the navigation in a narrow column, each a link to its first page, on pages that need the width. */
export const Strip = ({ groups, pathname }: { readonly groups: readonly NavigationGroup[]; readonly pathname: string }) => {
  const { t } = useTranslation();
  return (
    <nav className="strip" aria-label={t("common:nav.groups")}>
      {groups.map(({ label, items: [first, ...others] }) =>
        first === undefined ? null : (
          <Link
            key={first.to}
            to={first.to}
            className="strip__item"
            aria-current={[first, ...others].some(({ to }) => pathname.startsWith(to)) ? "true" : undefined}
          >
            <svg width={18} height={18} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.3" aria-hidden="true">
              <path d={drawings[label ?? first.label]} strokeLinejoin="round" strokeLinecap="round" />
            </svg>
            {t(label ?? first.label)}
          </Link>
        ),
      )}
    </nav>
  );
};
