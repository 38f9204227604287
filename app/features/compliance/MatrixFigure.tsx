import type { ReactNode } from "react";
import { toneOf, type VerdictKind, VerdictShape } from "~/components/VerdictChip";

/** A figure of the matrix with its shape (none for a pass) and bar; a link to its reason where there is one. */
export const MatrixFigure = ({
  kind,
  text,
  label,
  why,
  children,
}: {
  readonly kind: VerdictKind;
  readonly text: string;
  /** Figure, what it belongs to and verdict in words. */
  readonly label: string;
  /** A plain link, which the table follows: there are hundreds. */
  readonly why: { readonly id: string; readonly href: string } | null;
  readonly children?: ReactNode;
}) => {
  const content = (
    <>
      <span className="matrix__figure">
        {kind === "met" ? null : <VerdictShape kind={kind} size={12} />}
        <span className={`matrix__value tone-${kind === "met" ? "ink" : toneOf(kind)}`}>{text}</span>
      </span>
      {children}
    </>
  );
  return why === null ? (
    <span className="matrix__cell" title={label}>
      {content}
    </span>
  ) : (
    <a id={why.id} className="matrix__cell" href={why.href} aria-label={label}>
      {content}
    </a>
  );
};
