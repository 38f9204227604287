import type { ReactNode } from "react";
import { TrialMark } from "./TrialMark";

/** Title, one line of state, actions at the right (one primary at most). */
export const PageHead = ({
  title,
  state,
  before,
  trial = false,
  children,
}: {
  readonly title: string;
  /** Rule set, data version, time: one line. */
  readonly state?: ReactNode;
  /** A link back to the list, before the title. */
  readonly before?: ReactNode;
  /** Provisional work: carries the striped mark here and across each printed page; a text where others than the county see it. */
  readonly trial?: boolean | string;
  readonly children?: ReactNode;
}) => (
  <header className="page-head">
    {before === undefined ? null : <div className="page-head__before">{before}</div>}
    <h1>{title}</h1>
    {trial ? <TrialMark mark={trial === true ? undefined : trial} /> : null}
    {state === undefined ? null : <div className="page-head__state">{state}</div>}
    <div className="page-head__actions">{children}</div>
  </header>
);

/** Content under the head, with the right panel beside it when there is one. */
export const PageBody = ({ inspector, children }: { readonly inspector?: ReactNode; readonly children: ReactNode }) => (
  <div className={inspector ? "page-body page-body--inspected" : "page-body"}>
    <div className="page-body__content">{children}</div>
    {inspector}
  </div>
);

/** A white sheet with a title line; `flush` when it holds a table that draws its own edges. */
export const Card = ({
  title,
  note,
  actions,
  flush = false,
  children,
}: {
  readonly title?: ReactNode;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly flush?: boolean;
  readonly children: ReactNode;
}) => (
  <section className={flush ? "card card--flush" : "card"}>
    {title === undefined ? null : (
      <header className="card__head">
        <h2>{title}</h2>
        {note === undefined ? null : <span className="caption muted">{note}</span>}
        <span className="spacer" />
        {actions}
      </header>
    )}
    <div className="card__body">{children}</div>
  </section>
);

/** A line of controls above a table: filters at the left, export at the right after a `spacer`. */
export const Toolbar = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div className="toolbar" role="group" aria-label={label}>
    {children}
  </div>
);
