import type { AuditLine } from "@server/audit/contract";
import type { TFunction } from "i18next";

const hash = /^[0-9a-f]{32,}$/u;

/** What a line says beside its action, part by part; of a content hash its first eight signs. */
export const detailsText = (t: TFunction, details: AuditLine["details"]): string =>
  Object.entries(details)
    .flatMap(([name, value]) => {
      if (value === null) return [];
      const text = String(value);
      const label = t(`audit:detail.${name}`, { defaultValue: name });
      const said = name === "role" ? t(`common:role.${text}`, { defaultValue: text }) : hash.test(text) ? text.slice(0, 8) : text;
      return [t("audit:part", { label, value: said })];
    })
    .join(t("audit:separator"));
