import { type ComponentType, type FunctionComponent, lazy, Suspense } from "react";
import { Skeleton } from "./states";

/**
 * A part of a page that the browser fetches apart from the page, because not every reader comes to it. The server draws
 * it with the page, so that it can be read without script and nothing moves when its script arrives; a reader who comes
 * to it later sees rows in its place.
 */
export const later = async <P extends object>(load: () => Promise<ComponentType<P>>, rows = 8): Promise<FunctionComponent<P>> => {
  const drawnBy =
    (Part: ComponentType<P>): FunctionComponent<{ readonly of: P }> =>
    ({ of }) => <Part {...of} />;
  const Part = import.meta.env.SSR ? drawnBy(await load()) : lazy(async () => ({ default: drawnBy(await load()) }));
  return (props) => (
    <Suspense fallback={<Skeleton rows={rows} />}>
      <Part of={props} />
    </Suspense>
  );
};
