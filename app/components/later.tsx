import { type ComponentType, type FunctionComponent, lazy, Suspense, useState } from "react";
import { Skeleton } from "./states";

/** Parts that this page's modules name, each with what fetches it. */
const parts = new Map<string, () => Promise<unknown>>();

const drawnBy =
  <P extends object>(Part: ComponentType<P>): FunctionComponent<{ readonly of: P }> =>
  ({ of }) => <Part {...of} />;

/**
 * A part of a page that the browser fetches apart from the page, because not every reader comes to it. The server draws
 * it with the page, so that it can be read without script, and marks it, so that the page is taken over with it
 * (`laterParts`); a reader who comes to it later sees rows in its place. `name` is told by no other part.
 */
export const later = async <P extends object>(
  name: string,
  load: () => Promise<ComponentType<P>>,
  rows = 8,
): Promise<FunctionComponent<P>> => {
  let Ready = import.meta.env.SSR ? drawnBy(await load()) : null;
  const fetched = async () => {
    Ready ??= drawnBy(await load());
    return { default: Ready };
  };
  const Fetched = lazy(fetched);
  parts.set(name, fetched);
  return (props) => {
    // Kept for as long as it stands: what is fetched meanwhile must not make it begin anew.
    const [Drawn] = useState(() => Ready);
    return Drawn === null ? (
      <Suspense fallback={<Skeleton rows={rows} />}>
        <Fetched of={props} />
      </Suspense>
    ) : (
      <>
        <Drawn of={props} />
        <template data-later={name} />
      </>
    );
  };
};

/** Fetches the parts that the server has drawn: a part that came after its page was taken over would be drawn anew. */
export const laterParts = async (): Promise<void> => {
  const drawn = new Set([...document.querySelectorAll("template[data-later]")].map((mark) => mark.getAttribute("data-later") ?? ""));
  // A part may hold further ones, which are known when it is there.
  for (let known = [...drawn]; known.length > 0; known = [...drawn].filter((name) => parts.has(name))) {
    for (const name of known) if (parts.has(name)) drawn.delete(name);
    await Promise.allSettled(known.map((name) => parts.get(name)?.()));
  }
};
