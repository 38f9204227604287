import { Link } from "@remix-run/react";
import type { Column } from "./column";
import { nextSort, type Sort, withParams } from "./url";

const arrow = { asc: "M5 1l3.5 4.5h-7z", desc: "M5 13L1.5 8.5h7z" } as const;

/** A column head; when sortable, a link that works without script and tells the order by arrow and `aria-sort`. */
export const SortHeader = <Row,>({
  column,
  className,
  sort,
  params,
  names: [keyName, directionName],
}: {
  readonly column: Column<Row>;
  readonly className: string | undefined;
  readonly sort: Sort | null;
  readonly params: URLSearchParams;
  readonly names: readonly [string, string];
}) => {
  const active = sort?.key === column.key ? sort.direction : null;
  const next = nextSort(sort, column.key);
  const label = (
    <>
      <span className="table__name">{column.header}</span>
      {column.sub === undefined ? null : <span className="table__sub">{column.sub}</span>}
    </>
  );
  return (
    <th
      scope="col"
      className={className}
      style={column.width ? { minWidth: `min(${column.width}, 40vw)` } : undefined}
      title={column.title}
      aria-sort={active === null ? undefined : active === "asc" ? "ascending" : "descending"}
    >
      {column.sortable ? (
        <Link
          className="table__sort"
          preventScrollReset
          to={withParams(params, { [keyName]: next?.key ?? null, [directionName]: next?.direction ?? null, offset: null })}
        >
          <span>{label}</span>
          <svg width="8" height="12" viewBox="0 0 10 14" aria-hidden="true">
            {(["asc", "desc"] as const).map((direction) => (
              <path
                key={direction}
                className={active === direction ? "table__arrow table__arrow--on" : "table__arrow"}
                d={arrow[direction]}
              />
            ))}
          </svg>
        </Link>
      ) : (
        label
      )}
    </th>
  );
};
