import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Button } from "./Button";

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons at the right; 取消 is always there before them. */
  readonly actions: ReactNode;
  readonly role?: "dialog" | "alertdialog";
}

/** The box itself, fetched when the first question of a page is asked. */
export const DialogBox = ({ open, onClose, title, children, actions, role = "dialog" }: DialogProps) => {
  const { t } = useTranslation();
  return (
    <ModalOverlay className="overlay" isOpen={open} onOpenChange={(next) => !next && onClose()} isDismissable={role === "dialog"}>
      <Modal className="dialog">
        <AriaDialog role={role} className="dialog__inner">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          <div className="dialog__body">{children}</div>
          <div className="dialog__actions">
            <Button onClick={onClose}>{t("common:action.cancel")}</Button>
            {actions}
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
};
