import type { Assumptions } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import type { FieldTexts } from "~/components/FigureFields";
import { TextField } from "~/components/TextField";
import { assumptionLists, type SchoolWords } from "./assumption-lines";

/** One list of the assumptions, an entry a line, with how a line reads, where the default comes from and how often it was used. */
export const AssumptionList = <K extends keyof typeof assumptionLists>({
  name,
  assumptions,
  texts,
  words,
}: {
  readonly name: K;
  readonly assumptions: Assumptions;
  readonly texts: FieldTexts;
  readonly words: SchoolWords;
}) => {
  const { t } = useTranslation();
  const county = t("planning:assumptions.county_word");
  const { write } = assumptionLists[name];
  return (
    <div className="lever__list">
      <TextField
        name={name}
        label={t(`planning:assumptions.${name}`)}
        rows={3}
        defaultValue={write(assumptions[name], words, county)}
        hint={[t(`planning:assumptions.${name}_hint`, { county }), texts.hintOf(name)].filter(Boolean).join(" · ")}
        error={texts.errorOf(name)}
      />
    </div>
  );
};
