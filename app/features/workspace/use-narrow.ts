import { useEffect, useState } from "react";

const narrow = "(max-width: 760px)";

/** Small screens have no room for a canvas: they get its table or list. */
export const useNarrow = (): boolean => {
  const [is, setIs] = useState(() => window.matchMedia(narrow).matches);
  useEffect(() => {
    const query = window.matchMedia(narrow);
    const hear = () => setIs(query.matches);
    query.addEventListener("change", hear);
    return () => query.removeEventListener("change", hear);
  }, []);
  return is;
};
