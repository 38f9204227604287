import { ComboBox, FieldError, Input, Label, ListBox, ListBoxItem, Popover, Text } from "react-aria-components";
import { ignoreComposingEnter } from "./TextField";

/** A labelled choice of one among many (a school of the county), found by typing. Submits the id under `name`. */
export const ComboField = ({
  name,
  label,
  options,
  value,
  defaultValue,
  onChange,
  hint,
  error,
  required = false,
}: {
  readonly name: string;
  readonly label: string;
  /** `note` stands beside the name, for instance the township. */
  readonly options: readonly { readonly id: string; readonly label: string; readonly note?: string }[];
  readonly value?: string | null | undefined;
  readonly defaultValue?: string | undefined;
  readonly onChange?: ((id: string | null) => void) | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | null | undefined;
  readonly required?: boolean;
}) => (
  <ComboBox
    className="field"
    name={name}
    formValue="key"
    menuTrigger="focus"
    isRequired={required}
    isInvalid={Boolean(error)}
    validationBehavior="aria"
    defaultItems={options}
    {...(value === undefined ? {} : { selectedKey: value })}
    {...(defaultValue === undefined ? {} : { defaultSelectedKey: defaultValue })}
    onSelectionChange={(key) => onChange?.(key === null ? null : String(key))}
  >
    <Label className="field__label">{label}</Label>
    <Input className="input" onKeyDown={ignoreComposingEnter} />
    {hint ? (
      <Text slot="description" className="field__hint">
        {hint}
      </Text>
    ) : null}
    <FieldError className="field__error">{error}</FieldError>
    <Popover className="popover">
      <ListBox className="listbox">
        {(option: { readonly id: string; readonly label: string; readonly note?: string }) => (
          <ListBoxItem id={option.id} textValue={`${option.label} ${option.note ?? ""}`} className="listbox__item">
            {option.label}
            {option.note ? <span className="caption muted"> {option.note}</span> : null}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  </ComboBox>
);
