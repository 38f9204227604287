import { lazy, Suspense, useState } from "react";
import type { DialogProps } from "./DialogBox";

const Box = lazy(async () => ({ default: (await import("./DialogBox")).DialogBox }));

/** A question that must be answered before going on. Esc closes; focus is kept inside and given back. */
export const Dialog = (props: DialogProps) => {
  const [asked, setAsked] = useState(props.open);
  if (props.open && !asked) setAsked(true);
  return asked ? (
    <Suspense fallback={null}>
      <Box {...props} />
    </Suspense>
  ) : null;
};
