import { type EntryColumn, readEntry } from "@server/statistics/entry-contract";
import { type ClipboardEvent, type KeyboardEvent, lazy, Suspense, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { isComposing } from "~/components/composing";

const CellFault = lazy(async () => ({ default: (await import("./CellFault")).CellFault }));

export type AfterEdit = "stay" | "down" | "up" | "right" | "left";

/** What the cell under the hand tells the grid. */
export interface CellHand {
  readonly commit: (text: string, after: AfterEdit) => void;
  /** A key pressed while nothing is being typed; true when the grid has dealt with it. */
  readonly key: (event: KeyboardEvent<HTMLInputElement>) => boolean;
  readonly copy: (event: ClipboardEvent<HTMLInputElement>) => void;
  readonly cut: (event: ClipboardEvent<HTMLInputElement>) => void;
  readonly paste: (text: string) => void;
  readonly focused: () => void;
}

// The server knows no layout to wait for.
const useFocusEffect = typeof document === "undefined" ? useEffect : useLayoutEffect;

/**
 * The cell under the hand. It is a field from the start, so that an input method can begin a word in it; as long as
 * nothing is typed, keys move the hand. While a word is composed every key belongs to the input method.
 */
export const ActiveCell = ({
  column,
  school,
  label,
  text,
  readOnly,
  takeFocus,
  hand,
}: {
  readonly column: EntryColumn;
  readonly school: string;
  readonly label: string;
  readonly text: string;
  readonly readOnly: boolean;
  readonly takeFocus: boolean;
  readonly hand: CellHand;
}) => {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<string | null>(null);
  const left = useRef(false);
  const read = draft === null || draft === text ? null : readEntry(draft, column);
  const problem = read !== null && !read.ok ? read : null;

  useFocusEffect(() => {
    if (!takeFocus) return;
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, [takeFocus]);
  // Stored or undone under the hand: what stands there now is what typing replaces.
  useEffect(() => {
    if (draft === null && document.activeElement === field.current) field.current?.setSelectionRange(0, text.length);
  }, [text, draft]);

  const finish = (after: AfterEdit) => {
    const typed = draft;
    left.current = true;
    setDraft(null);
    hand.commit(typed ?? text, after);
    left.current = false;
  };
  const begin = () => {
    if (readOnly) return;
    setDraft(text);
    requestAnimationFrame(() => field.current?.setSelectionRange(text.length, text.length));
  };
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return;
    if (draft === null) {
      if (event.key === "F2" || (event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.metaKey)) {
        event.preventDefault();
        begin();
      } else if (hand.key(event)) event.preventDefault();
      return;
    }
    const after: Readonly<Record<string, AfterEdit>> = {
      Enter: event.shiftKey ? "up" : "down",
      Tab: event.shiftKey ? "left" : "right",
    };
    const way = after[event.key];
    if (way !== undefined) {
      event.preventDefault();
      finish(way);
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      setDraft(null);
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") hand.key(event) && event.preventDefault();
  };
  return (
    <>
      <input
        ref={field}
        className="entry__input"
        aria-label={label}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : id}
        autoComplete="off"
        spellCheck={false}
        list={column.choices.length > 0 && draft !== null ? `${id}-choices` : undefined}
        value={draft ?? text}
        readOnly={readOnly}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={keys}
        onDoubleClick={begin}
        onFocus={(event) => {
          if (draft === null) event.currentTarget.select();
          hand.focused();
        }}
        onBlur={() => {
          if (draft !== null && !left.current) finish("stay");
        }}
        onCopy={(event) => draft === null && hand.copy(event)}
        onCut={(event) => draft === null && hand.cut(event)}
        onPaste={(event) => {
          const pastedText = event.clipboardData.getData("text/plain");
          if (readOnly || (draft !== null && !/[\t\n]/.test(pastedText.trimEnd()))) return;
          event.preventDefault();
          setDraft(null);
          hand.paste(pastedText);
        }}
      />
      {column.choices.length > 0 ? (
        <datalist id={`${id}-choices`}>
          {column.choices.map((choice) => (
            <option key={choice.value} value={choice.label} />
          ))}
        </datalist>
      ) : null}
      <span role="status" id={id} className={problem === null ? "visually-hidden" : "entry__problem"}>
        {problem === null ? null : (
          <Suspense fallback={null}>
            <CellFault fault={problem} column={column} school={school} />
          </Suspense>
        )}
      </span>
    </>
  );
};
