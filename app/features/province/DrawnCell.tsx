import { Link, useSearchParams } from "@remix-run/react";
import { Sparkline } from "~/components/Sparkline";
import { SegmentBar } from "~/components/ThresholdBar";
import { withParams } from "~/components/url";
import { VerdictShape, VerdictWord } from "~/components/VerdictChip";
import type { Drawn } from "./drawn";
import { stripPath } from "./strip-path";

export const stripWidth = 360;
export const stripHeight = 20;

const Heat = ({ drawn }: { readonly drawn: Extract<Drawn, { kind: "heat" }> }) => {
  const { depth, text, title, to } = drawn;
  if (depth === "blank") return <span className="heat heat--blank" />;
  // Most cells of a good province pass: their head says of what, so that one word is enough.
  if (depth === 0)
    return (
      <span className="heat">
        <span className="visually-hidden">{title}</span>
      </span>
    );
  const className = `heat heat--${depth}`;
  // Plain links, which the table follows: there are hundreds.
  return to === null ? (
    <span className={className} title={title}>
      <span aria-hidden="true">{text}</span>
      <span className="visually-hidden">{title}</span>
    </span>
  ) : (
    <a className={className} href={to} title={title}>
      {text} <span className="visually-hidden">{title}</span>
    </a>
  );
};

const Figure = ({ drawn }: { readonly drawn: Extract<Drawn, { kind: "figure" }> }) => {
  const { verdict, text, title, to } = drawn;
  if (verdict === null || verdict === "met") return text;
  const content = (
    <>
      <VerdictShape kind={verdict} size={12} />
      {text}
      <span className="visually-hidden"> {title}</span>
    </>
  );
  return to === null ? (
    <span className="compare-figure" title={title}>
      {content}
    </span>
  ) : (
    <a className="compare-figure cell-link" href={to} title={title}>
      {content}
    </a>
  );
};

const CityLink = ({ name }: { readonly name: string }) => {
  const [params] = useSearchParams();
  return <Link to={withParams(params, { city: name })}>{name}</Link>;
};

/** One cell of the comparison. */
export const DrawnCell = ({ drawn }: { readonly drawn: Drawn }) => {
  switch (drawn.kind) {
    case "text":
      return drawn.text;
    case "county":
      return drawn.to === null ? drawn.text : <Link to={drawn.to}>{drawn.text}</Link>;
    case "city":
      return <CityLink name={drawn.text} />;
    case "verdict":
      return <VerdictWord kind={drawn.verdict} plain word={drawn.text} />;
    case "heat":
      return <Heat drawn={drawn} />;
    case "figure":
      return <Figure drawn={drawn} />;
    case "bar":
      return (
        <span className="compare-bar">
          <SegmentBar met={drawn.met} failing={drawn.failing} unknown={drawn.unknown} />
          <span className="caption nowrap">{drawn.text}</span>
        </span>
      );
    case "spark":
      return <Sparkline values={drawn.values} limit={0} failing={drawn.failing} text={drawn.text} />;
    case "strip":
      return (
        <svg
          className="strip"
          width={stripWidth}
          height={stripHeight}
          viewBox={`0 0 ${stripWidth} ${stripHeight}`}
          role="img"
          aria-label={drawn.text}
        >
          <path className="strip__line" d={`M0 ${stripHeight / 2}H${stripWidth}`} />
          <path className="strip__met" d={stripPath(drawn.strip, drawn.top, stripWidth, stripHeight, "met")} />
          <path className="strip__short" d={stripPath(drawn.strip, drawn.top, stripWidth, stripHeight, "short")} />
        </svg>
      );
  }
};
