import { type Lever, leverForms } from "@server/planning/contract";
import { useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import type { FieldTexts } from "~/components/FigureFields";
import { formReader } from "~/features/planning/form-fields";
import { LeverFields } from "~/features/planning/LeverForm";
import { fieldLabel } from "~/features/planning/lever-field";
import { readLever } from "~/features/planning/lever-form";
import { sourceText } from "~/features/planning/source-text";
import { putLever } from "./edits";
import { useActions } from "./workspace-context";

/** A slider under the hand moves again sooner. */
const restsAfterMs = 150;

/** The fields of a form as they stand; unticked boxes are absent, as in a posted form. */
const fieldsOf = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, typeof value === "string" ? value : ""]));

/**
 * The form of one lever, taken over at every key. It is the very form that works without script; the steppers
 * change their fields after the event, so it is read when the event is over. When the lever has changed elsewhere
 * (slider, undo) and rests, the form is drawn anew.
 */
export const LeverEditor = ({ lever }: { readonly lever: Lever }) => {
  const { t } = useTranslation();
  const { data, edit } = useActions();
  const form = useRef<HTMLFormElement>(null);
  const own = useRef(lever);
  const [drawn, setDrawn] = useState({ lever, count: 0 });
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    if (own.current === lever) return;
    const timer = setTimeout(() => {
      own.current = lever;
      setDrawn(({ count }) => ({ lever, count: count + 1 }));
      setRefused(false);
    }, restsAfterMs);
    return () => clearTimeout(timer);
  }, [lever]);
  /** At once, so that nobody reads the old fields in between; who was typing goes on. */
  const drawAnew = (changed: Lever) => {
    const name = document.activeElement?.getAttribute("name") ?? "";
    flushSync(() => setDrawn(({ count }) => ({ lever: changed, count: count + 1 })));
    const field = form.current?.elements.namedItem(name);
    if (field instanceof HTMLElement) field.focus();
  };
  const read = () => {
    if (form.current === null) return;
    const reader = formReader(fieldsOf(form.current), "");
    const candidate = readLever(reader, lever);
    const { defaultBy } = leverForms[lever.type];
    const typed = defaultBy === undefined ? null : reader.number(defaultBy.figure);
    const taken =
      reader.issues.length === 0 &&
      edit((document) => {
        const next = putLever(lever.id, candidate)(document);
        const after = next?.levers.find(({ id }) => id === lever.id);
        if (next === null || after === undefined) return null;
        if (JSON.stringify(after) === JSON.stringify(own.current)) return document;
        own.current = after;
        return next;
      }, `form:${lever.id}`);
    setRefused(!taken);
    const stands: Readonly<Record<string, unknown>> = own.current;
    if (taken && defaultBy !== undefined && stands[defaultBy.figure] !== typed) drawAnew(own.current);
  };
  const later = () => setTimeout(read);
  const fields = useMemo(() => {
    const texts: FieldTexts = {
      labelOf: (name) => fieldLabel(t, drawn.lever.type, name),
      hintOf: (path) => sourceText(t, data.defaults.leverSources[drawn.lever.type], path),
      errorOf: () => null,
    };
    return (
      <LeverFields key={drawn.count} lever={drawn.lever} baseYear={data.dataset.statisticsYear} schools={data.schools} texts={texts} />
    );
  }, [t, data, drawn]);
  return (
    <form
      ref={form}
      className="lever__form"
      aria-label={t("planning:levers.form")}
      onInput={later}
      onClick={later}
      onKeyUp={later}
      onSubmit={(event) => event.preventDefault()}
    >
      {fields}
      {refused ? (
        <p className="field__error" role="status">
          {t("workspace:editor.refused")}
        </p>
      ) : null}
    </form>
  );
};
