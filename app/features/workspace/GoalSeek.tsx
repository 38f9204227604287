import type { GoalAnswer, Lever } from "@server/planning/contract";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Select } from "~/components/choices";
import { formatMoneyWan, formatNumber, formatPercent } from "~/components/format";
import { ProgressBar } from "~/components/ProgressBar";
import { patchLever } from "./edits";
import { goalOptions } from "./goal-options";
import { figureOf, sizeField } from "./lever-figures";
import { useWorkspace } from "./workspace-context";

const latest = "startYear";

/**
 * 目标求解 for one lever: how little of it is enough for a goal in the year looked at, or how late it may begin. The
 * engines on this screen try values; what they find is taken over by one click.
 */
export const GoalSeek = ({ lever }: { readonly lever: Lever }) => {
  const { t } = useTranslation();
  const { answer, seek, edit, schoolName } = useWorkspace();
  const size = sizeField(lever.type);
  const [field, setField] = useState(size.name);
  const [chosen, setChosen] = useState("resource");
  const [state, setState] = useState<"idle" | "asking" | "failed">("idle");
  const [found, setFound] = useState<GoalAnswer | null>(null);
  if (answer === null) return null;
  const options = goalOptions(t, lever, answer, schoolName);
  const option = options.find(({ value }) => value === chosen) ?? options[0];
  if (option === undefined) return null;
  const change = (set: (value: string) => void) => (value: string) => {
    set(value);
    setFound(null);
  };
  const ask = async () => {
    setState("asking");
    setFound(null);
    const answered = await seek({
      leverId: lever.id,
      field,
      year: answer.year,
      goal: option.goal,
      low: null,
      high: null,
      seek: field === latest ? "greatest" : "least",
    });
    setFound(answered);
    setState(answered === null ? "failed" : "idle");
  };
  const written = (value: number | null): string => {
    if (value === null) return formatNumber(value);
    if (found?.request.field === latest) return String(value);
    if (size.share === true) return formatPercent(value);
    const unit = size.unit === undefined ? "" : ` ${t(`planning:unit.${size.unit}`)}`;
    return `${formatNumber(value, found?.integer === true ? 0 : 1)}${unit}`;
  };
  const value = found?.value ?? null;
  const costWan = found?.tried.find((one) => one.value === value)?.costWan;
  const key = found?.request.field === latest ? "latest" : "least";
  return (
    <div className="stack">
      <Select
        name={`goal-${lever.id}`}
        label={t("workspace:goal.goal", { year: answer.year })}
        options={options.map(({ value: name, label }) => ({ value: name, label }))}
        value={option.value}
        onChange={change(setChosen)}
      />
      <Select
        name={`goal-field-${lever.id}`}
        label={t("workspace:goal.of")}
        options={[size.name, latest].map((name) => ({ value: name, label: t(`planning:field.${name}`) }))}
        value={field}
        onChange={change(setField)}
      />
      <Button size="small" onClick={() => void ask()} disabled={state === "asking"}>
        {t(field === latest ? "workspace:goal.ask_latest" : "workspace:goal.ask_least")}
      </Button>
      {state === "asking" ? <ProgressBar label={t("workspace:goal.asking")} value={null} /> : null}
      <div role="status">
        {state === "failed" ? <p className="tone-fail">{t("workspace:goal.failed")}</p> : null}
        {found !== null && value === null ? (
          <p>{t("workspace:goal.none", { low: written(found.low), high: written(found.high), year: found.request.year })}</p>
        ) : null}
        {found !== null && value !== null ? (
          <div className="row">
            <span>
              {t(`workspace:goal.${key}`, { value: written(value), now: written(found.present) })}{" "}
              <span className="caption muted">
                {t(found.oneSided ? "workspace:goal.cost" : "workspace:goal.cost_mixed", { cost: formatMoneyWan(costWan) })}
              </span>
            </span>
            {value === figureOf(lever, found.request.field) ? null : (
              <Button
                size="small"
                look="primary"
                onClick={() => edit(patchLever(lever.id, { [found.request.field]: value, enabled: true }))}
              >
                {t("workspace:goal.take")}
              </Button>
            )}
          </div>
        ) : null}
      </div>
    </div>
  );
};
