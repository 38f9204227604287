import { type ReactNode, useState } from "react";
import { usePrinting } from "./use-printing";

/** What a reader opens when she wants it; on paper it is open. */
export const Disclosure = ({ summary, children }: { readonly summary: ReactNode; readonly children: ReactNode }) => {
  const printing = usePrinting();
  const [open, setOpen] = useState(false);
  return (
    <details
      open={open || printing}
      onToggle={({ currentTarget }) => {
        if (!printing) setOpen(currentTarget.open);
      }}
    >
      <summary>{summary}</summary>
      {children}
    </details>
  );
};
