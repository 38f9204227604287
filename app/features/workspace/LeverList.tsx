import { type Lever, type LeverType, leverTypes } from "@server/planning/contract";
import { memo, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Select } from "~/components/choices";
import { formatMoneyWan } from "~/components/format";
import { newLever } from "~/features/planning/lever-form";
import { leverTitle } from "~/features/planning/lever-text";
import { addLevers, duplicateLevers, enableLevers, removeLevers } from "./edits";
import { GoalSeek } from "./GoalSeek";
import { LeverEditor } from "./LeverEditor";
import { LeverSlider } from "./LeverSlider";
import { costByLever } from "./money";
import { Opened } from "./Opened";
import type { LeverOutline } from "./simulation-protocol";
import { useSelection } from "./use-selection";
import { useActions, useWorkspace } from "./workspace-context";

/** The levers in the order given; as long as `held`, in the order that they had: a card does not move from under the hand. */
const useSteadyOrder = (sorted: readonly Lever[], held: boolean): readonly Lever[] => {
  const places = useRef<ReadonlyMap<string, number>>(new Map());
  if (!held || sorted.length !== places.current.size || sorted.some(({ id }) => !places.current.has(id)))
    places.current = new Map(sorted.map(({ id }, place) => [id, place]));
  const placeOf = ({ id }: Lever): number => places.current.get(id) ?? 0;
  return [...sorted].sort((a, b) => placeOf(a) - placeOf(b));
};

/** 措施 at the left: dearest first, switch and price; the chosen one with its slider and form. */
export const LeverList = () => {
  const { t } = useTranslation();
  const { document, answer, may, outlines } = useWorkspace();
  const { lever: chosen } = useSelection();
  const cost = answer?.cost;
  const prices = useMemo(() => costByLever(cost ?? []), [cost]);
  const price = ({ id }: Lever) => prices.get(id) ?? 0;
  const sorted = useSteadyOrder(
    [...document.levers].sort((a, b) => price(b) - price(a) || (a.id < b.id ? -1 : 1)),
    chosen !== null,
  );
  return (
    <section className="ws-levers" aria-label={t("planning:levers.title")}>
      <header className="ws-levers__head">
        <h2>{t("planning:levers.title")}</h2>
        <span className="caption muted">{t("workspace:levers.by_price", { count: document.levers.length })}</span>
      </header>
      <ul className="plain">
        {sorted.map((lever) => (
          <LeverCard
            key={lever.id}
            lever={lever}
            outline={outlines.find(({ id }) => id === lever.id)}
            price={answer === null ? "" : formatMoneyWan(price(lever))}
            open={lever.id === chosen}
          />
        ))}
        {document.levers.length === 0 ? <li className="ws-levers__none muted">{t("workspace:levers.none")}</li> : null}
      </ul>
      {may ? <AddLever /> : null}
    </section>
  );
};

const LeverCard = memo(
  ({
    lever,
    outline,
    price,
    open,
  }: {
    readonly lever: Lever;
    readonly outline: LeverOutline | undefined;
    readonly price: string;
    readonly open: boolean;
  }) => {
    const { t } = useTranslation();
    const { edit, may, schoolName } = useActions();
    const { title, detail } = leverTitle(t, lever, outline === undefined ? [] : [outline], schoolName);
    const name = `${title} ${detail}`;
    const only = new Set([lever.id]);
    const { selectLever: select } = useSelection();
    return (
      <li className={["ws-lever", open && "ws-lever--on", !lever.enabled && "ws-lever--off"].filter(Boolean).join(" ")}>
        <div className="ws-lever__head">
          <button
            type="button"
            className="lever__toggle"
            role="switch"
            aria-checked={lever.enabled}
            aria-label={t("planning:levers.use", { name })}
            disabled={!may}
            onClick={() => edit(enableLevers(only, !lever.enabled))}
          >
            <span className="switch__track" aria-hidden="true" />
          </button>
          <button type="button" className="ws-lever__open" aria-expanded={open} onClick={() => select(open ? null : lever.id)}>
            <strong>{title}</strong>
            <span className="ws-lever__price num">{price}</span>
            <span className="caption muted ws-lever__detail">{detail}</span>
          </button>
        </div>
        {open && may ? (
          <>
            <LeverSlider lever={lever} name={title} />
            <Opened summary={t("workspace:goal.title")} className="ws-goal" keeps>
              {() => <GoalSeek lever={lever} />}
            </Opened>
            <Opened summary={t("workspace:levers.all_fields")}>{() => <LeverEditor lever={lever} />}</Opened>
            <div className="row">
              <Button size="small" onClick={() => edit(duplicateLevers(only))}>
                {t("workspace:levers.duplicate")}
              </Button>
              <Button size="small" look="quiet" onClick={() => edit(removeLevers(only)) && select(null)}>
                {t("planning:levers.remove")}
              </Button>
            </div>
          </>
        ) : null}
      </li>
    );
  },
);
LeverCard.displayName = "LeverCard";

/** Adds a lever with the county's default figures, ready to be changed. */
export const AddLever = memo(() => {
  const { t } = useTranslation();
  const { data, newest, edit } = useActions();
  const [type, setType] = useState<LeverType>(leverTypes[0]);
  const [school, setSchool] = useState("");
  const add = () =>
    edit(
      addLevers([newLever(type, newest(), data.dataset.statisticsYear, data.defaults.levers, data.schools, school === "" ? null : school)]),
    );
  return (
    <div className="ws-levers__add" role="group" aria-label={t("planning:levers.add")}>
      <Select
        name="type"
        label={t("planning:levers.type")}
        value={type}
        onChange={(next) => setType(leverTypes.find((one) => one === next) ?? type)}
        options={leverTypes.map((one) => ({ value: one, label: t(`planning:lever.${one}`) }))}
      />
      <Select
        name="schoolCode"
        label={t("planning:levers.school")}
        value={school}
        onChange={setSchool}
        options={[
          { value: "", label: t("planning:levers.by_rule") },
          ...data.schools.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <Button icon="plus" onClick={add}>
        {t("planning:levers.add")}
      </Button>
    </div>
  );
});
AddLever.displayName = "AddLever";
