import type { LeverType } from "@server/planning/contract";
import { type Stage, stages } from "@server/statistics/contract";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Select } from "~/components/choices";
import { Dialog } from "~/components/Dialog";
import { NumberField } from "~/components/NumberField";
import { newLever } from "~/features/planning/lever-form";
import { addLevers } from "../edits";
import { sizeField } from "../lever-figures";
import { useWorkspace } from "../workspace-context";

/** Levers that lead from one school to another. */
const kinds = ["rotate_teachers", "rezone", "close_school", "transfer_equipment"] as const satisfies readonly LeverType[];
type Kind = (typeof kinds)[number];
const starts: Readonly<Record<Kind, number>> = { rotate_teachers: 2, rezone: 0.2, close_school: 1, transfer_equipment: 5 };

/** Why nothing of the kind can lead from one school to the other: a text under `workspace:connect.`, or null. */
const problemOf = (
  kind: Kind,
  from: string,
  to: string,
  taught: (code: string) => readonly Stage[],
  common: readonly Stage[],
): "same" | "no_stage" | "not_all_stages" | null => {
  if (from === to) return "same";
  // Equipment goes wherever it is needed.
  if (kind === "transfer_equipment") return null;
  if (common.length === 0) return "no_stage";
  // The pupils of a stage that the other does not teach would have no school.
  return kind === "close_school" && common.length < taught(from).length ? "not_all_stages" : null;
};

/** What an edge drawn by hand shall be: the same form for the mouse and, from the list of schools, for the keyboard. */
export const ConnectDialog = ({
  from: first,
  to: second,
  onClose,
}: {
  readonly from: string;
  readonly to: string | null;
  readonly onClose: () => void;
}) => {
  const { t } = useTranslation();
  const { data, document, edit } = useWorkspace();
  const [kind, setKind] = useState<Kind>("rotate_teachers");
  const [from, setFrom] = useState(first);
  const [to, setTo] = useState(second ?? data.schools.find(({ code }) => code !== first)?.code ?? "");
  const [size, setSize] = useState<number | null>(starts.rotate_teachers);
  const [startYear, setStartYear] = useState<number | null>(data.dataset.statisticsYear + 1);
  const [refused, setRefused] = useState(false);
  const taught = (code: string) => data.schools.find((school) => school.code === code)?.stages ?? [];
  const common = stages.filter((stage) => taught(from).includes(stage) && taught(to).includes(stage));
  const [asked, setStage] = useState<Stage>(common[0] ?? "primary");
  const stage = common.includes(asked) ? asked : (common[0] ?? asked);
  const problem = problemOf(kind, from, to, taught, common);
  const field = sizeField(kind);
  const sized = kind !== "close_school";
  const choose = (next: string) => {
    const found = kinds.find((one) => one === next) ?? kind;
    setKind(found);
    setSize(starts[found]);
  };
  const add = () => {
    const lever = newLever(kind, document, data.dataset.statisticsYear, data.defaults.levers, data.schools, from);
    const place = kind === "close_school" ? { schoolCode: from, targets: [{ schoolCode: to, share: 1 }] } : { fromCode: from, toCode: to };
    const taken = edit(
      addLevers([
        {
          ...lever,
          ...place,
          ...(kind === "rotate_teachers" || kind === "rezone" ? { stage } : {}),
          ...(sized && size !== null ? { [field.name]: size } : {}),
          ...(startYear === null ? {} : { startYear }),
        },
      ]),
    );
    setRefused(!taken);
    if (taken) onClose();
  };
  const options = data.schools.map(({ code, name, township }) => ({ value: code, label: `${name} · ${township}` }));
  const factor = field.share === true ? 100 : 1;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("workspace:connect.title")}
      actions={
        <Button look="primary" disabled={problem !== null} onClick={add}>
          {t("workspace:connect.add")}
        </Button>
      }
    >
      <div className="lever__fields">
        <Select
          name="kind"
          label={t("planning:levers.type")}
          value={kind}
          onChange={choose}
          options={kinds.map((one) => ({ value: one, label: t(`planning:lever.${one}`) }))}
        />
        <Select name="from" label={t("planning:field.fromCode")} value={from} onChange={setFrom} options={options} />
        <Select
          name="to"
          label={t("planning:field.toCode")}
          value={to}
          onChange={setTo}
          options={options}
          error={problem === null ? null : t(`workspace:connect.${problem}`)}
        />
        {kind === "rotate_teachers" || kind === "rezone" ? (
          <Select
            name="stage"
            label={t("planning:field.stage")}
            value={stage}
            onChange={(next) => setStage(stages.find((one) => one === next) ?? stage)}
            options={common.map((one) => ({ value: one, label: t(`rules:stage.${one}`) }))}
          />
        ) : null}
        {sized ? (
          <NumberField
            name="size"
            label={t(`planning:field.${field.name}`)}
            unit={field.share === true ? "%" : field.unit === undefined ? undefined : t(`planning:unit.${field.unit}`)}
            value={size === null ? null : Number((size * factor).toFixed(4))}
            onChange={(next) => setSize(next === null ? null : next / factor)}
            min={0}
            step={field.step ?? 1}
          />
        ) : null}
        <NumberField
          name="startYear"
          label={t("planning:field.startYear")}
          value={startYear}
          onChange={setStartYear}
          min={data.dataset.statisticsYear + 1}
        />
      </div>
      {refused ? (
        <p className="field__error" role="status">
          {t("workspace:editor.refused")}
        </p>
      ) : null}
    </Dialog>
  );
};
