import { type EntryColumn, type EntryValue, entryText } from "@server/statistics/entry-contract";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { ignoreComposingEnter } from "~/components/composing";
import { cellField, stoodField, stoodText } from "./cell-fields";
import { columnLabel, unitLabel } from "./column-label";

/** One figure of a school's form, with what stood there beside it, hidden. */
export const SchoolFormCell = ({
  column,
  path,
  stood,
  text,
  editable,
}: {
  readonly column: EntryColumn;
  readonly path: string;
  readonly stood: EntryValue;
  readonly text: string;
  readonly editable: boolean;
}) => {
  const { t, i18n } = useTranslation();
  const id = useId();
  const unit = unitLabel(t, i18n.language, column);
  const stoodAs = entryText(stood, column);
  return (
    <div className="field" id={path}>
      <label className="field__label" htmlFor={id}>
        {columnLabel(t, i18n.language, column)}
        {unit === null ? null : <span className="caption muted"> {unit}</span>}
      </label>
      <input type="hidden" name={stoodField(path)} value={stoodText(stood, stoodAs)} />
      {column.choices.length > 0 ? (
        <select id={id} className="input input--select" name={cellField(path)} defaultValue={text} disabled={!editable}>
          {column.required ? null : <option value="" />}
          {column.choices.map(({ value, label }) => (
            <option key={value} value={label}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          className="input"
          name={cellField(path)}
          defaultValue={text}
          readOnly={!editable}
          autoComplete="off"
          onKeyDown={ignoreComposingEnter}
        />
      )}
    </div>
  );
};
