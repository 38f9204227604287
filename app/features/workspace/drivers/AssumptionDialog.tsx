import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Dialog } from "~/components/Dialog";
import { NumberField } from "~/components/NumberField";
import { sourceText } from "~/features/planning/source-text";
import { patchDocument } from "../edits";
import { useWorkspace } from "../workspace-context";
import type { DrivingAssumption } from "./driver-graph";

/** One assumption with its slider: the answer follows while it is moved. */
export const AssumptionDialog = ({ name, onClose }: { readonly name: DrivingAssumption; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { document, edit, may, data } = useWorkspace();
  const value = document.assumptions[name];
  const signed = name === "entrantsTrendBeyondBirths";
  const set = (share: number) =>
    edit(patchDocument({ assumptions: { ...document.assumptions, [name]: Number(share.toFixed(6)) } }), `assumption:${name}`);
  const label = t(`planning:assumptions.${name}`);
  return (
    <Dialog open onClose={onClose} title={label} actions={<Button onClick={onClose}>{t("workspace:drivers.done")}</Button>}>
      <p className="caption muted">{sourceText(t, data.defaults.assumptionSources, name)}</p>
      <input
        type="range"
        className="ws-slider__range"
        aria-label={label}
        disabled={!may}
        min={signed ? -20 : 0}
        max={signed ? 20 : 50}
        step={0.5}
        value={value * 100}
        onChange={(event) => set(Number(event.target.value) / 100)}
      />
      <NumberField
        name={name}
        label={label}
        unit="%"
        value={Number((value * 100).toFixed(4))}
        onChange={(next) => next !== null && may && set(next / 100)}
        min={signed ? -50 : 0}
        max={signed ? 50 : 100}
        step={0.5}
      />
    </Dialog>
  );
};
