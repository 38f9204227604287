import { type ReactNode, useState } from "react";

/**
 * A part that is drawn only while it is open: what nobody sees costs nothing while a slider moves. `keeps`: drawn from the
 * first opening on, for parts that hold an answer which closing must not lose.
 */
export const Opened = ({
  summary,
  className,
  keeps = false,
  children,
}: {
  readonly summary: ReactNode;
  readonly keeps?: boolean;
  readonly className?: string | undefined;
  readonly children: () => ReactNode;
}) => {
  const [drawn, setDrawn] = useState(false);
  return (
    <details className={className} onToggle={({ currentTarget }) => setDrawn((before) => currentTarget.open || (keeps && before))}>
      <summary>{summary}</summary>
      {drawn ? children() : null}
    </details>
  );
};
