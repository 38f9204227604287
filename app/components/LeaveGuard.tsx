import { useBlocker } from "@remix-run/react";
import { Button } from "./Button";
import { Dialog } from "./Dialog";

/** Asks before what is not stored is left behind for another page. */
export const LeaveGuard = ({
  unsaved,
  title,
  text,
  go,
}: {
  readonly unsaved: boolean;
  readonly title: string;
  readonly text: string;
  /** Names the button that leaves all the same. */
  readonly go: string;
}) => {
  const blocker = useBlocker(({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname);
  return (
    <Dialog
      open={blocker.state === "blocked"}
      onClose={() => blocker.reset?.()}
      role="alertdialog"
      title={title}
      actions={
        <Button look="danger" onClick={() => blocker.proceed?.()}>
          {go}
        </Button>
      }
    >
      {text}
    </Dialog>
  );
};
