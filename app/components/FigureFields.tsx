import { NumberField } from "./NumberField";

/** One figure of a form. */
export interface FigureField {
  readonly name: string;
  readonly value: number | null;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly unit?: string;
  /** A share (0.06), typed in percent; 0–100 % unless said. Limits and step are in percent. */
  readonly share?: boolean;
  /** Path of complaints and hints, where it is not the name. */
  readonly path?: string;
}

/** What surrounds the controls of one form, by the name or path of a field. */
export interface FieldTexts {
  readonly labelOf: (name: string) => string;
  readonly hintOf: (path: string) => string | undefined;
  readonly errorOf: (path: string) => string | null;
}

/** Without the binary digits that multiplying leaves. */
const inPercent = (share: number | null): number | null => (share === null ? null : Number((share * 100).toFixed(4)));

/** Figures of a form in a row: said once, drawn as `NumberField`s with label, limits, unit, hint and complaint. */
export const FigureFields = ({ fields, texts }: { readonly fields: readonly FigureField[]; readonly texts: FieldTexts }) => (
  <>
    {fields.map(({ name, value, share = false, path = name, unit, ...limits }) => (
      <NumberField
        key={name}
        name={name}
        label={texts.labelOf(name)}
        hint={texts.hintOf(path)}
        error={texts.errorOf(path) ?? texts.errorOf(name)}
        {...(share ? { defaultValue: inPercent(value), unit: "%", min: 0, max: 100, ...limits } : { defaultValue: value, unit, ...limits })}
      />
    ))}
  </>
);
