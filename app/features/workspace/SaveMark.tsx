import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Dialog } from "~/components/Dialog";
import { formatDateTime } from "~/components/format";
import type { SaveState } from "./use-autosave";

/** Where the work stands, in words; a conflict offers the choice, and nothing is lost before it is made. */
export const SaveMark = ({
  state,
  refusal,
  lock,
  onKeepMine,
  onTakeTheirs,
}: {
  readonly state: SaveState;
  /** What is wrong where, when it was refused. */
  readonly refusal: string | null;
  readonly lock: { readonly by: string; readonly at: string } | null;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}) => {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const choose = (act: () => void) => {
    setAsking(false);
    act();
  };
  if (lock !== null)
    return <span className="ws-save ws-save--locked">{t("workspace:save.locked_by", { by: lock.by, at: formatDateTime(lock.at) })}</span>;
  return (
    <span className={`ws-save ws-save--${state}`}>
      <span role="status">
        {state === "refused" && refusal !== null ? t("workspace:save.refused_because", { refusal }) : t(`workspace:save.${state}`)}
      </span>
      {state === "conflict" ? (
        <>
          <Button size="small" onClick={() => setAsking(true)}>
            {t("workspace:save.choose")}
          </Button>
          <Dialog
            open={asking}
            onClose={() => setAsking(false)}
            role="alertdialog"
            title={t("workspace:save.conflict")}
            actions={
              <>
                <Button onClick={() => choose(onTakeTheirs)}>{t("workspace:save.take_theirs")}</Button>
                <Button look="primary" onClick={() => choose(onKeepMine)}>
                  {t("workspace:save.keep_mine")}
                </Button>
              </>
            }
          >
            {t("workspace:save.conflict_text")}
          </Dialog>
        </>
      ) : null}
    </span>
  );
};
