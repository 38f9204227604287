import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import type { Entry } from "./use-entry";

/** How the typed cells stand, in words, and what can be done with them. `stored` is said only when nothing typed is left. */
export const SaveState = ({ entry }: { readonly entry: Entry }) => {
  const { t } = useTranslation();
  const { typed, review, state, history } = entry;
  const count = typed.size;
  const errors =
    review === null || count === 0 ? 0 : review.problems.length + review.checks.filter(({ severity }) => severity === "error").length;
  const open =
    review === null || count === 0
      ? 0
      : review.checks.filter(
          ({ fresh, severity, accepted, checkId }) => fresh && severity === "warning" && accepted === null && !entry.reasons[checkId],
        ).length;
  const conflicts = review === null || count === 0 ? 0 : review.conflicts.length;
  return (
    <>
      <span role="status" className="entry__state">
        {count === 0
          ? t(state === "saved" ? "entry:state.saved" : "entry:state.stored")
          : t(`entry:state.${state === "stored" || state === "saved" ? "unsaved" : state}`, { count })}
        {errors > 0 ? <span className="tone-fail"> {t("entry:state.errors", { count: errors })}</span> : null}
        {conflicts > 0 ? <span className="tone-fail"> {t("entry:state.conflicts", { count: conflicts })}</span> : null}
        {open > 0 ? <span className="tone-near"> {t("entry:state.reasons", { count: open })}</span> : null}
      </span>
      <Button onClick={entry.undo} disabled={history.past.length === 0}>
        {t("entry:act.undo")}
      </Button>
      <Button onClick={entry.redo} disabled={history.future.length === 0}>
        {t("entry:act.redo")}
      </Button>
      <Button look="primary" onClick={() => void entry.save()} disabled={count === 0 || state === "saving"}>
        {t("entry:act.save")}
      </Button>
    </>
  );
};
