import type { Lever, ScenarioSchool } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { Checkbox } from "~/components/choices";
import { NumberField } from "~/components/NumberField";
import { type Edit, patchLever } from "./edits";
import { figureOf, schoolFields, schoolsOf, sizeField } from "./lever-figures";
import { TextCell } from "./TextCell";

/** One lever as a row of the sheet. */
export const LeverRow = ({
  lever,
  name,
  title,
  chosen,
  choose,
  cost,
  edit,
  may,
  schools,
  years,
}: {
  readonly lever: Lever;
  readonly name: string;
  readonly title: string;
  readonly chosen: boolean;
  readonly choose: (id: string, on: boolean) => void;
  readonly cost: string | null;
  readonly edit: (edit: Edit, key?: string) => boolean;
  readonly may: boolean;
  readonly schools: readonly ScenarioSchool[];
  /** First and last year in which a lever may begin. */
  readonly years: readonly [first: number, last: number];
}) => {
  const { t } = useTranslation();
  const field = sizeField(lever.type);
  const factor = field.share === true ? 100 : 1;
  const held = figureOf(lever, field.name);
  const size = held === null ? null : Number((held * factor).toFixed(6));
  const set = (patch: Readonly<Record<string, unknown>>, what: string) => edit(patchLever(lever.id, patch), `${what}:${lever.id}`);
  const figure = (what: "startYear" | "leadYears", min: number, max: number) => (
    <NumberField
      name={`${what}-${lever.id}`}
      label={t("workspace:table.cell", { column: t(`planning:field.${what}`), name })}
      labelHidden
      value={lever[what]}
      min={min}
      max={max}
      // The field says what is allowed; what is not would be refused as a whole when it is saved.
      onChange={(next) => next !== null && next >= min && next <= max && set({ [what]: next }, what)}
    />
  );
  const text = (what: "fundingSource" | "responsibleUnit" | "note", most: number) =>
    may ? (
      <TextCell
        label={t("workspace:table.cell", { column: t(`planning:field.${what}`), name })}
        value={lever[what]}
        maxLength={most}
        onChange={(next) => set({ [what]: next }, what)}
      />
    ) : (
      lever[what]
    );
  const codes = schoolsOf(lever);
  const named = (code: string) => schools.find((school) => school.code === code)?.name ?? code;
  return (
    <tr className={[chosen && "is-selected", !lever.enabled && "ws-table__off"].filter(Boolean).join(" ") || undefined}>
      <th scope="row">
        <Checkbox
          name={`choose-${lever.id}`}
          label={t("workspace:table.choose", { name })}
          labelHidden
          checked={chosen}
          onChange={(on) => choose(lever.id, on)}
        />
      </th>
      <td>
        <span className="ws-table__kind">
          <button
            type="button"
            className="lever__toggle"
            role="switch"
            aria-checked={lever.enabled}
            aria-label={t("planning:levers.use", { name })}
            disabled={!may}
            onClick={() => set({ enabled: !lever.enabled }, "enabled")}
          >
            <span className="switch__track" aria-hidden="true" />
          </button>
          {title}
        </span>
      </td>
      <td>
        {may && schoolFields(lever.type).length > 0
          ? schoolFields(lever.type).map((what, place) => (
              <select
                key={what}
                className="input input--select ws-table__school"
                aria-label={t("workspace:table.cell", { column: t(`planning:field.${what}`), name })}
                value={codes[place] ?? ""}
                onChange={(event) => set({ [what]: event.target.value }, what)}
              >
                {codes[place] === undefined ? <option value="">{t("planning:levers.whole_county")}</option> : null}
                {schools.map((school) => (
                  <option key={school.code} value={school.code}>
                    {school.name}
                  </option>
                ))}
              </select>
            ))
          : codes.map(named).join(" → ") || t("planning:levers.by_rule")}
      </td>
      <td className="num">
        {may ? (
          <NumberField
            name={`size-${lever.id}`}
            label={t("workspace:table.cell", { column: t(`planning:field.${field.name}`), name })}
            labelHidden
            value={size}
            {...(field.min === undefined ? {} : { min: field.min })}
            {...(field.max === undefined ? {} : { max: field.max })}
            step={field.step ?? 1}
            onChange={(next) => next !== null && set({ [field.name]: Number((next / factor).toFixed(6)) }, "size")}
          />
        ) : (
          size
        )}
        <span className="caption muted">
          {field.share === true ? "%" : field.unit === undefined ? "" : t(`planning:unit.${field.unit}`)}
        </span>
      </td>
      <td className="num">{may ? figure("startYear", ...years) : lever.startYear}</td>
      <td className="num">{may ? figure("leadYears", 0, 6) : lever.leadYears}</td>
      <td className="num">{cost ?? "—"}</td>
      <td>{text("fundingSource", 40)}</td>
      <td>{text("responsibleUnit", 40)}</td>
      <td>{text("note", 200)}</td>
    </tr>
  );
};
