import type { Explanation } from "@server/compliance/contract";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatCv, formatExact, formatPercent, formatValue } from "~/components/format";

const sharingStages = ["primary", "junior", "senior", "kindergarten"] as const;

/** A fraction with its result, readable as one line: numerator / denominator × scale = result. */
const Fraction = ({
  top,
  bottom,
  factor,
  result,
}: {
  readonly top: ReactNode;
  readonly bottom: ReactNode;
  readonly factor?: ReactNode;
  readonly result: string;
}) => (
  <div className="formula">
    <span className="formula__fraction">
      <span className="formula__top">{top}</span>
      <span className="visually-hidden"> ÷ </span>
      <span className="formula__bottom">{bottom}</span>
    </span>
    {factor === undefined ? null : <span className="nowrap">{factor}</span>}
    <span className="nowrap">
      = <strong>{result}</strong>
    </span>
  </div>
);

/** The formula of an explanation with its numbers filled in. */
export const Formula = ({ explanation }: { readonly explanation: Pick<Explanation, "formula" | "subject"> }) => {
  const { t } = useTranslation();
  const { key, values } = explanation.formula;
  const { stage } = explanation.subject;
  const figure = (name: string) => formatExact(values[name] ?? null);
  if (key === "CV") {
    return (
      <>
        <p className="caption muted">{t("compliance:formula.cv")}</p>
        <Fraction
          top={`${t("compliance:formula.deviation")} ${formatValue(values.deviation ?? null)}`}
          bottom={`${t("compliance:formula.mean")} ${formatValue(values.mean ?? null)}`}
          result={formatCv(values.value ?? null)}
        />
      </>
    );
  }
  const term = (name: string) => `${t(`compliance:formula.${name}`)} ${figure(name)}`;
  const tops: Readonly<Record<string, ReactNode>> = {
    R1: term("aboveRequiredEducation"),
    R2: term("backbone"),
    R3: `${term("physicalEducation")} + ${term("music")} + ${term("art")} + ${term("integratedArts")}`,
    R4: `(${term("teachingAreaM2")} − ${term("gymAreaM2")})`,
    R5: `(${term("sportsFieldAreaM2")} + ${term("gymAreaM2")})`,
    R6: `${term("equipmentValueWan")} × 10 000`,
    R7: term("multimediaRooms"),
  };
  const share = values.share ?? null;
  const split = share !== null && share !== 1;
  return (
    <>
      <Fraction
        top={
          <>
            {tops[key]}
            {split ? ` × ${t("compliance:formula.share")} ${formatPercent(share, 2)}` : ""}
          </>
        }
        bottom={`${t("compliance:formula.pupils", { stage: t(`rules:stage.${stage}`) })} ${figure("pupils")}`}
        {...(values.scale === 1 ? {} : { factor: `× ${figure("scale")}` })}
        result={formatValue(values.value ?? null)}
      />
      {split ? (
        <p className="caption muted">
          {t("compliance:formula.split", {
            terms: sharingStages
              .filter((one) => values[`${one}Pupils`] !== undefined)
              .map((one) => `${t(`compliance:formula.stage.${one}`)} ${figure(`${one}Pupils`)} × ${figure(`${one}Weight`)}`)
              .join(" : "),
            stage: t(`rules:stage.${stage}`),
            share: formatPercent(share, 2),
          })}
        </p>
      ) : null}
    </>
  );
};
