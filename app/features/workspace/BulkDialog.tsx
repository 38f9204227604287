import { type ResourceIndicator, resourceIndicators } from "@server/compliance/contract";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Select } from "~/components/choices";
import { Dialog } from "~/components/Dialog";
import { formatNumber } from "~/components/format";
import { coverShortfalls } from "./bulk";
import { leverFor, shortfalls } from "./shortfalls";
import { useWorkspace } from "./workspace-context";

const shown = 8;

/** 批量: one indicator, all sections that fall short of its standard in the chosen year, one lever each. */
export const BulkDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { answer, data, edit, document } = useWorkspace();
  const [indicator, setIndicator] = useState<ResourceIndicator>("R3");
  const found = answer === null || data.limits === null ? [] : shortfalls(answer.sections, indicator, data.limits);
  const cover = () => {
    const context = { document, baseYear: data.dataset.statisticsYear, defaults: data.defaults.levers, schools: data.schools };
    if (answer !== null && edit(coverShortfalls(found, indicator, answer.year, context))) onClose();
  };
  const unit = (amount: number) => t(`rules:indicator.${indicator}.need`, { amount: formatNumber(amount, indicator === "R6" ? 1 : 0) });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("workspace:bulk.title")}
      actions={
        <Button look="primary" disabled={found.length === 0} onClick={cover}>
          {t("workspace:bulk.apply", { count: found.length })}
        </Button>
      }
    >
      <Select
        name="indicator"
        label={t("workspace:bulk.indicator")}
        value={indicator}
        onChange={(next) => setIndicator(resourceIndicators.find((one) => one === next) ?? indicator)}
        options={resourceIndicators.map((one) => ({ value: one, label: t(`rules:indicator.${one}.short`) }))}
      />
      <p>
        {found.length === 0
          ? t("workspace:bulk.none", { year: answer?.year ?? 0 })
          : t("workspace:bulk.found", {
              count: found.length,
              year: answer?.year ?? 0,
              lever: t(`planning:lever.${leverFor[indicator].type}`),
            })}
      </p>
      <ul>
        {found.slice(0, shown).map(({ section, amount }) => (
          <li key={section.id}>
            {section.schoolName} {t(`rules:section.${section.stage}`)} <span className="muted">{unit(Math.ceil(amount * 10) / 10)}</span>
          </li>
        ))}
        {found.length > shown ? <li className="muted">{t("workspace:bulk.more", { count: found.length - shown })}</li> : null}
      </ul>
    </Dialog>
  );
};
