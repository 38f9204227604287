import { SeriesMark } from "~/components/SeriesMark";
import type { Side } from "./sides";

/** Mark, letter and name of a scenario: the one legend of the page, repeated wherever its figures stand. */
export const SideHead = ({ side: { mark, name }, short = false }: { readonly side: Side; readonly short?: boolean }) => (
  <span className="compare__side" title={short ? name : undefined}>
    <SeriesMark name={mark} /> <b>{mark.toUpperCase()}</b>
    {short ? <span className="visually-hidden"> {name}</span> : ` ${name}`}
  </span>
);
