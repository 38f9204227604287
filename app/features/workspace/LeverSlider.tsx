import type { Lever } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { NumberField } from "~/components/NumberField";
import { patchLever } from "./edits";
import { figureOf, sizeField, sliderRange } from "./lever-figures";
import { useActions } from "./workspace-context";

const clean = (value: number): number => Number(value.toFixed(6));

/** The size of a lever under the hand: a slider and the same figure as a field. One drag is one step of the history. */
export const LeverSlider = ({ lever, name }: { readonly lever: Lever; readonly name: string }) => {
  const { t } = useTranslation();
  const { edit } = useActions();
  const field = sizeField(lever.type);
  const value = figureOf(lever, field.name);
  const range = sliderRange(field, value);
  const factor = field.share === true ? 100 : 1;
  const label = t(`planning:field.${field.name}`);
  const set = (next: number | null) => {
    if (next !== null || field.optional === true)
      edit(patchLever(lever.id, { [field.name]: next === null ? null : clean(next) }), `size:${lever.id}`);
  };
  return (
    <div className="ws-slider">
      <input
        type="range"
        className="ws-slider__range"
        aria-label={t("workspace:slider", { label, name })}
        min={range.min}
        max={range.max}
        step={range.step}
        value={value ?? range.min}
        onChange={(event) => set(Number(event.target.value))}
      />
      <NumberField
        name={`size-${lever.id}`}
        label={label}
        unit={field.share === true ? "%" : field.unit === undefined ? undefined : t(`planning:unit.${field.unit}`)}
        value={value === null ? null : clean(value * factor)}
        onChange={(next) => set(next === null ? null : next / factor)}
        min={clean(range.min * factor)}
        {...(field.max === undefined ? {} : { max: field.max })}
        step={clean(range.step * factor)}
      />
    </div>
  );
};
