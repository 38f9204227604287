import { lazy, type ReactNode, Suspense, useState } from "react";

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons at the right; 取消 is always there before them. */
  readonly actions: ReactNode;
  readonly role?: "dialog" | "alertdialog";
}

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
