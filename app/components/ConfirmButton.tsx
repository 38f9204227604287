import { Form } from "@remix-run/react";
import { type ReactNode, useRef, useState } from "react";
import { Button, type Look } from "./Button";
import { Dialog } from "./Dialog";

/**
 * A form of one button that first names the effect and asks. `fields` are sent as hidden inputs.
 * Before the script has arrived the button submits at once.
 */
export const ConfirmButton = ({
  label,
  title,
  children,
  confirm,
  fields,
  action,
  look = "normal",
  size = "normal",
  accessibleName,
}: {
  readonly label: string;
  readonly title: string;
  /** What will happen, how many are touched, what cannot be undone. */
  readonly children: ReactNode;
  /** Verb + object of the deciding button. */
  readonly confirm: string;
  readonly fields: Readonly<Record<string, string | number>>;
  readonly action?: string;
  readonly look?: NonNullable<Look["look"]>;
  readonly size?: NonNullable<Look["size"]>;
  /** Where several rows hold the same label: the label with what it acts on. */
  readonly accessibleName?: string;
}) => {
  const form = useRef<HTMLFormElement>(null);
  const [open, setOpen] = useState(false);
  const decide = () => {
    setOpen(false);
    form.current?.requestSubmit();
  };
  return (
    <Form ref={form} method="post" className="confirm" {...(action === undefined ? {} : { action })}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button
        type="submit"
        look={look}
        size={size}
        aria-label={accessibleName}
        onClick={(event) => {
          event.preventDefault();
          setOpen(true);
        }}
      >
        {label}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={title}
        role="alertdialog"
        actions={
          <Button look={look === "danger" ? "danger" : "primary"} onClick={decide}>
            {confirm}
          </Button>
        }
      >
        {children}
      </Dialog>
    </Form>
  );
};
