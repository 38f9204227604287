import { Link, useSearchParams } from "@remix-run/react";
import { withParams } from "./url";

/** Views of one page, kept in the address; links, so each can be opened, sent and gone back to. */
export const Tabs = ({
  label,
  param,
  value,
  items,
}: {
  /** Accessible name of the group. */
  readonly label: string;
  readonly param: string;
  readonly value: string;
  readonly items: readonly { readonly value: string; readonly label: string; readonly count?: number }[];
}) => {
  const [params] = useSearchParams();
  return (
    <nav className="tabs" aria-label={label}>
      {items.map((item) => (
        <Link
          key={item.value}
          className={item.value === value ? "tabs__item tabs__item--on" : "tabs__item"}
          aria-current={item.value === value ? "true" : undefined}
          preventScrollReset
          to={withParams(params, { [param]: item.value, offset: null })}
        >
          {item.label}
          {item.count === undefined ? null : <span className="tabs__count"> {item.count}</span>}
        </Link>
      ))}
    </nav>
  );
};
