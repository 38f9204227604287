import type { SourcedItemExplanation } from "@server/compliance/contract";
import type { Declaration } from "@server/compliance/declarations-contract";
import type { EvidenceFile } from "@server/compliance/evidence-contract";
import { useTranslation } from "react-i18next";
import { later } from "~/components/later";
import { Evidence } from "./Evidence";
import { ItemPanel } from "./ItemPanel";
import { inputLabel } from "./input-label";
import { statementsOf } from "./items";
import { Statements } from "./Statements";

/** Shown by script alone: the server draws nothing of it. */
const TryMeasures = await later("ItemMeasures", async () => (await import("~/features/advice/TryMeasures")).TryMeasures, 0);

const importedAnswer = (value: number | boolean | null | undefined): boolean | null => (typeof value === "boolean" ? value : null);

/** What stands beside the table while an item is open: why, what would help, what is declared of it, its evidence. */
export const ItemInspector = ({
  datasetId,
  statisticsYear,
  explanation,
  declarations,
  files,
  editable,
}: {
  readonly datasetId: string;
  readonly statisticsYear: number;
  readonly explanation: SourcedItemExplanation;
  readonly declarations: readonly Declaration[];
  readonly files: readonly EvidenceFile[];
  readonly editable: boolean;
}) => {
  const { t } = useTranslation();
  const { id, verdict } = explanation.result;
  return (
    <ItemPanel explanation={explanation}>
      {verdict === "not_met" ? (
        <TryMeasures key={id} datasetId={datasetId} statisticsYear={statisticsYear} target={{ kind: "item", item: id }} />
      ) : null}
      <Statements
        year={statisticsYear}
        declarations={declarations}
        statements={statementsOf(id).map((statement) => ({
          id: statement,
          title: inputLabel(t, null, `declarations.${statement}`),
          values: "statement",
          imported: importedAnswer(explanation.inputs.find(({ path }) => path === `declarations.${statement}`)?.value),
        }))}
      />
      <Evidence item={id} files={files} editable={editable} year={statisticsYear} />
    </ItemPanel>
  );
};
