import { useState } from "react";
import { isComposing } from "~/components/composing";

/** A text in a cell: taken over when it is left or Enter is pressed, never while a word is being composed; Esc takes it back. */
export const TextCell = ({
  label,
  value,
  maxLength,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  readonly onChange: (value: string) => void;
}) => {
  const [typed, setTyped] = useState<string | null>(null);
  const take = () => {
    if (typed !== null && typed !== value) onChange(typed);
    setTyped(null);
  };
  return (
    <input
      className="input ws-table__text"
      aria-label={label}
      value={typed ?? value}
      maxLength={maxLength}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (isComposing(event)) return;
        if (event.key === "Enter") take();
        if (event.key === "Escape") setTyped(null);
      }}
    />
  );
};
