import type { IndicatorState, Verdict } from "@server/compliance/contract";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** 达标 / 不达标 / 无法评定, the cell states 余项 and 低于 85 %, and 临界 (the verdict flips with the rounding). */
export type VerdictKind = Verdict | IndicatorState | "borderline";

export type Tone = "pass" | "near" | "fail" | "none";
const tones: Readonly<Record<VerdictKind, Tone>> = {
  met: "pass",
  borderline: "near",
  remainder: "near",
  not_met: "fail",
  below: "fail",
  not_evaluable: "none",
};
export const toneOf = (kind: VerdictKind): Tone => tones[kind];

const white = { stroke: "#fff", strokeWidth: 1.8 } as const;
const pass = (
  <>
    <circle cx="8" cy="8" r="7" fill="currentColor" />
    <path d="M4.5 8.2l2.5 2.5 4.5-4.9" fill="none" {...white} />
  </>
);
const near = (
  <>
    <path d="M8 1l7.2 13.6H.8z" fill="currentColor" />
    <path d="M8 5.8v4.4M8 11.4v1.8" {...white} />
  </>
);
const fail = (
  <>
    <rect x="1" y="1" width="14" height="14" rx="1.5" fill="currentColor" />
    <path d="M4.9 4.9l6.2 6.2M11.1 4.9l-6.2 6.2" {...white} />
  </>
);
const shapes: Readonly<Record<VerdictKind, ReactNode>> = {
  met: pass,
  borderline: near,
  not_met: fail,
  below: fail,
  remainder: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="#fff" stroke="currentColor" strokeWidth="1.6" />
      <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor" />
    </>
  ),
  not_evaluable: (
    <>
      <circle cx="8" cy="8" r="6.3" fill="#fff" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.6 1.8" />
      <path d="M5 8h6" stroke="currentColor" strokeWidth="1.8" />
    </>
  ),
};

/** The shape alone; put it beside the word, or give it a `label` where the word does not fit. */
export const VerdictShape = ({
  kind,
  size = 14,
  label,
}: {
  readonly kind: VerdictKind;
  readonly size?: number;
  readonly label?: string | undefined;
}) => (
  // biome-ignore lint/a11y/noSvgWithoutTitle: either hidden beside its word or named by aria-label
  <svg
    className={`tone-${tones[kind]}`}
    width={size}
    height={size}
    viewBox="0 0 16 16"
    {...(label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
  >
    {shapes[kind]}
  </svg>
);

interface Chip {
  readonly kind: VerdictKind;
  readonly plain?: boolean;
  readonly size?: "normal" | "large";
  /** Rule set and date, shown on hover. */
  readonly title?: string | undefined;
}

/** Shape + word where the word is at hand, for long tables; elsewhere `VerdictChip` finds it. */
export const VerdictWord = ({ kind, plain = false, size = "normal", word, title }: Chip & { readonly word: string }) => {
  const classes = ["chip", `chip--${tones[kind]}`, plain && "chip--plain", size === "large" && "chip--large"];
  return (
    <span className={classes.filter(Boolean).join(" ")} title={title}>
      <VerdictShape kind={kind} size={size === "large" ? 20 : 14} />
      {word}
    </span>
  );
};

/** Shape + word. `plain` (no tint) in tables, `size="large"` for the verdict of a page. `text` replaces the word, for instance 差 3 项; it must still say the verdict. */
export const VerdictChip = ({ text, ...chip }: Chip & { readonly text?: string | undefined }) => {
  const { t } = useTranslation();
  return <VerdictWord {...chip} word={text ?? t(`common:verdict.${chip.kind}`)} />;
};

/** Outlined tag beside a verdict: 用余项, 放宽 · 2028 年止, 软校验. */
export const Tag = ({ tone, children }: { readonly tone?: "near" | "fail" | "accent" | undefined; readonly children: ReactNode }) => (
  <span className={tone ? `tag tag--${tone}` : "tag"}>{children}</span>
);
