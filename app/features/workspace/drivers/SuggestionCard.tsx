import { resourceIndicators } from "@server/compliance/contract";
import { itemIds } from "@server/compliance/items-contract";
import type { SuggestionTarget } from "@server/planning/contract";
import { stages } from "@server/statistics/contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Card } from "~/components/page";
import { SuggestedList, useSuggested } from "../Suggested";
import { useWorkspace } from "../workspace-context";

/** `balance:primary:R5`, `item:G3` → what to ask for; sections of an indicator are asked for as the county's next step. */
const targetOf = (focus: string | null): SuggestionTarget => {
  const [kind, stageName, name] = focus?.split(":") ?? [];
  const item = itemIds.find((one) => one === stageName);
  if (kind === "item" && item !== undefined) return { kind: "item", item };
  const stage = stages.find((one) => one === stageName);
  const indicator = resourceIndicators.find((one) => one === name);
  return kind === "balance" && stage !== undefined && indicator !== undefined ? { kind: "balance", stage, indicator } : { kind: "county" };
};

/** The three cheapest levers for the indicator that the graph follows. */
export const SuggestionCard = ({ focus }: { readonly focus: string | null }) => {
  const { t } = useTranslation();
  const { answer, may } = useWorkspace();
  const suggested = useSuggested(targetOf(focus));
  if (answer === null || !may) return null;
  return (
    <Card
      title={t("workspace:suggest.title")}
      note={t("workspace:suggest.note", { year: answer.year })}
      actions={
        <Button size="small" onClick={() => void suggested.ask()} disabled={suggested.state === "asking"}>
          {t("workspace:suggest.ask")}
        </Button>
      }
    >
      <SuggestedList {...suggested} />
    </Card>
  );
};
