import { Link, useNavigate, useSearchParams } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { withParams } from "~/components/url";
import { type Entry, wantsReason } from "./use-entry";

/** How the typed cells stand, in words, and what can be done with them. `stored` is said only when nothing typed is left. */
export const SaveState = ({ entry }: { readonly entry: Entry }) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const { typed, review, state, history } = entry;
  const count = typed.size;
  const errors =
    review === null || count === 0 ? 0 : review.problems.length + review.checks.filter(({ severity }) => severity === "error").length;
  const open = review === null || count === 0 ? 0 : review.checks.filter((check) => wantsReason(entry, check)).length;
  const conflicts = review === null || count === 0 ? 0 : review.conflicts.length;
  const reasons = { to: withParams(params, { panel: "checks", checks: "fresh" }), state: { toReason: true } };
  // A save that only wants for reasons leads to where they are written.
  const wanting = state === "refused" && open > 0 && errors === 0 && conflicts === 0;
  const led = useRef(false);
  useEffect(() => {
    // Once for each refused save, whatever the address becomes after it.
    if (wanting && !led.current) navigate(reasons.to, { state: reasons.state, preventScrollReset: true });
    led.current = wanting;
  });
  return (
    <>
      <span role="status" className="entry__state">
        {count === 0
          ? t(state === "saved" ? "entry:state.saved" : "entry:state.stored")
          : t(`entry:state.${state === "stored" || state === "saved" ? "unsaved" : state}`, { count })}
        {errors > 0 ? <span className="tone-fail"> {t("entry:state.errors", { count: errors })}</span> : null}
        {conflicts > 0 ? <span className="tone-fail"> {t("entry:state.conflicts", { count: conflicts })}</span> : null}
        {open > 0 ? (
          <>
            {" "}
            <Link {...reasons} className="tone-near" preventScrollReset>
              {t("entry:state.reasons", { count: open })}
            </Link>
          </>
        ) : null}
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
