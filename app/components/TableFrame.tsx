import type { ReactNode } from "react";

/** Card, scrolling box and caption around the rows of a plain table. */
export const TableFrame = ({
  caption,
  look,
  children,
}: {
  readonly caption: string;
  /** Class beside `table`. */
  readonly look?: string;
  readonly children: ReactNode;
}) => (
  <div className="table-card">
    <div className="table-box" tabIndex={0} role="region" aria-label={caption}>
      <table className={look === undefined ? "table" : `table ${look}`}>
        <caption className="visually-hidden">{caption}</caption>
        {children}
      </table>
    </div>
  </div>
);
