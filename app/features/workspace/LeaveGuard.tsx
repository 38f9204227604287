import { useBlocker } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Dialog } from "~/components/Dialog";

/** Asks before edits that cannot be stored are left behind. */
export const LeaveGuard = ({ unsaved }: { readonly unsaved: boolean }) => {
  const { t } = useTranslation();
  const blocker = useBlocker(({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname);
  return (
    <Dialog
      open={blocker.state === "blocked"}
      onClose={() => blocker.reset?.()}
      role="alertdialog"
      title={t("workspace:leave.title")}
      actions={
        <Button look="danger" onClick={() => blocker.proceed?.()}>
          {t("workspace:leave.go")}
        </Button>
      }
    >
      {t("workspace:leave.text")}
    </Dialog>
  );
};
