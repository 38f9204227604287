import { type ReactNode, useState } from "react";

/** A part that is drawn only once it is opened: what nobody sees costs nothing while a slider moves. */
export const Opened = ({
  summary,
  className,
  children,
}: {
  readonly summary: ReactNode;
  readonly className?: string | undefined;
  readonly children: () => ReactNode;
}) => {
  const [open, setOpen] = useState(false);
  return (
    <details className={className} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{summary}</summary>
      {open ? children() : null}
    </details>
  );
};
