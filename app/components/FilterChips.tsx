import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Icon } from "./Icon";

/** The filters in force, each removable, and one link to remove all. Nothing when none is set. */
export const FilterChips = ({
  chips,
  clearTo,
}: {
  /** `to`: the address without this filter, from `withParams`. */
  readonly chips: readonly { readonly key: string; readonly label: string; readonly to: string }[];
  readonly clearTo: string;
}) => {
  const { t } = useTranslation();
  if (chips.length === 0) return null;
  return (
    <ul className="filters plain" aria-label={t("common:filter.set")}>
      {chips.map((chip) => (
        <li key={chip.key} className="filters__chip">
          {chip.label}
          <Link to={chip.to} preventScrollReset className="filters__remove" aria-label={t("common:filter.remove", { name: chip.label })}>
            <Icon name="close" size={12} />
          </Link>
        </li>
      ))}
      <li>
        <Link to={clearTo} preventScrollReset>
          {t("common:filter.clear")}
        </Link>
      </li>
    </ul>
  );
};
