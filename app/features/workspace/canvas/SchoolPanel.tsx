import { resourceIndicators } from "@server/compliance/contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { formatCount, formatValue } from "~/components/format";
import { VerdictChip } from "~/components/VerdictChip";
import { newLever } from "~/features/planning/lever-form";
import { addLevers } from "../edits";
import { leverFor } from "../shortfalls";
import { useWorkspace } from "../workspace-context";

/** The chosen school in the chosen year: seven indicators of each section, each with the lever that lifts it. */
export const SchoolPanel = ({
  code,
  onConnect,
  onClose,
}: {
  readonly code: string;
  readonly onConnect: () => void;
  readonly onClose: () => void;
}) => {
  const { t } = useTranslation();
  const { answer, data, document, edit, may, schoolName } = useWorkspace();
  const sections = answer?.sections.filter(({ schoolCode }) => schoolCode === code) ?? [];
  const add = (indicator: (typeof resourceIndicators)[number], stage: "primary" | "junior") => {
    const { type, fields } = leverFor[indicator];
    const lever = newLever(type, document, data.dataset.statisticsYear, data.defaults.levers, data.schools, code);
    const place =
      type === "hire_teachers" ? { target: { mode: "school", schoolCode: code, stage } } : type === "train_backbone" ? { stage } : {};
    edit(addLevers([{ ...lever, ...fields, ...place }]));
  };
  return (
    <section className="card ws-school" aria-label={schoolName(code)}>
      <header className="card__head">
        <h2>{schoolName(code)}</h2>
        <span className="spacer" />
        {may ? (
          <Button size="small" onClick={onConnect}>
            {t("workspace:canvas.connect")}
          </Button>
        ) : null}
        <Button size="small" look="quiet" onClick={onClose}>
          {t("planning:levers.close")}
        </Button>
      </header>
      <div className="card__body ws-school__sections">
        {sections.length === 0 ? <p className="muted">{t("workspace:canvas.not_counted")}</p> : null}
        {sections.map((section) => (
          <div key={section.id}>
            <p className="row">
              <strong>{t(`rules:section.${section.stage}`)}</strong> <VerdictChip kind={section.verdict} plain />{" "}
              <span className="muted">{t("workspace:canvas.pupils", { count: formatCount(section.pupils) })}</span>
            </p>
            <ul className="plain ws-school__list">
              {resourceIndicators.map((indicator) => (
                <li key={indicator}>
                  <VerdictChip kind={section.states[indicator]} plain text={t(`rules:indicator.${indicator}.short`)} />
                  <span className="num">{formatValue(section.values[indicator])}</span>
                  <span className="caption muted">{formatValue(data.limits?.[section.stage][indicator].standard)}</span>
                  {may && section.states[indicator] !== "met" ? (
                    <Button size="small" look="quiet" onClick={() => add(indicator, section.stage)}>
                      {t("workspace:canvas.add_lever", { lever: t(`planning:lever.${leverFor[indicator].type}`) })}
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
};
