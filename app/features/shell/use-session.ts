import { useRouteLoaderData } from "@remix-run/react";
import type { Permission } from "@server/auth/permissions";
import type { loader } from "~/routes/_app";

/** Who is signed in, where, and the years in view: for any page under `_app`. */
export const useSession = () => {
  const session = useRouteLoaderData<typeof loader>("routes/_app");
  if (!session) throw new Error("useSession belongs to pages inside the frame");
  return session;
};

/** Whether the reader holds a permission: hides actions; the services decide. */
export const useCan = (permission: Permission): boolean => useSession().permissions.includes(permission);
