import { useSearchParams } from "@remix-run/react";
import type { LeverType } from "@server/planning/contract";
import { memo, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Skeleton } from "~/components/states";
import { Tabs } from "~/components/Tabs";
import { usePrinting } from "~/components/use-printing";
import { newLever } from "~/features/planning/lever-form";
import { addLevers } from "../edits";
import { useKept } from "../keep-equal";
import { leverFor } from "../shortfalls";
import { useNarrow } from "../use-narrow";
import { useSelection } from "../use-selection";
import { useActions, useAnswered } from "../workspace-context";
import { AssumptionDialog } from "./AssumptionDialog";
import { DriverList } from "./DriverList";
import { DriverMap } from "./DriverMap";
import { type Driver, type DrivingAssumption, driverGraph } from "./driver-graph";
import { SuggestionCard } from "./SuggestionCard";

/** 原因图: from the verdict down to what drives it; every input on it can be opened and changed. */
export const DriversView = memo(() => {
  const { t } = useTranslation();
  const { answer, answered, computing } = useAnswered();
  const { data, edit, may, newest } = useActions();
  const [params] = useSearchParams();
  const { go, selectLever } = useSelection();
  const [narrowed, printing] = [useNarrow(), usePrinting()];
  const [assumption, setAssumption] = useState<DrivingAssumption | null>(null);
  const graph = useKept(
    useMemo(
      () => (answer === null ? null : driverGraph(answer, answered, data.limits, params.get("focus"))),
      [answer, answered, data.limits, params],
    ),
  );
  if (graph === null) return <Skeleton rows={12} />;
  const open = (driver: Driver, id: string) => {
    const fresh = (type: LeverType, schoolCode: string | null) =>
      newLever(type, newest(), data.dataset.statisticsYear, data.defaults.levers, data.schools, schoolCode);
    if (driver.kind === "balance" || driver.kind === "sections" || driver.kind === "item") go({ focus: id });
    else if (driver.kind === "lever") selectLever(driver.lever.id);
    else if (driver.kind === "assumption") setAssumption(driver.name);
    else if (driver.kind === "section") go({ tab: "canvas", school: driver.section.schoolCode });
    else if (driver.kind === "missing" && may) {
      const { type, fields } = leverFor[driver.indicator];
      const lever = fresh(type, driver.schoolCode);
      const place =
        type === "hire_teachers"
          ? { target: { mode: "school", schoolCode: driver.schoolCode, stage: driver.stage } }
          : type === "train_backbone"
            ? { stage: driver.stage }
            : {};
      if (edit(addLevers([{ ...lever, ...fields, ...place }]))) selectLever(lever.id);
    } else if (driver.kind === "missing_item" && may) {
      const lever = fresh(driver.type, null);
      if (edit(addLevers([lever]))) selectLever(lever.id);
    }
  };
  const asList = narrowed || printing || params.get("as") === "table";
  return (
    <>
      <div className="row ws-canvas__bar">
        <Tabs
          label={t("workspace:canvas.as")}
          param="as"
          value={asList ? "table" : "map"}
          items={[
            { value: "map", label: t("workspace:drivers.as_map") },
            { value: "table", label: t("workspace:drivers.as_list") },
          ]}
        />
        <span className="caption muted">{t("workspace:drivers.note")}</span>
      </div>
      <div className={computing ? "is-stale" : undefined}>
        {asList ? <DriverList graph={graph} onOpen={open} /> : <DriverMap graph={graph} onOpen={open} />}
      </div>
      <SuggestionCard key={graph.focus} focus={graph.focus} />
      {assumption === null ? null : <AssumptionDialog name={assumption} onClose={() => setAssumption(null)} />}
    </>
  );
});
DriversView.displayName = "DriversView";
