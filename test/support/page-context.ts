import type { AppLoadContext } from "@remix-run/node";
import type { Actor } from "@server/auth/contract";
import type { Locale } from "@server/http/context";
import { createServices } from "@server/http/services";
import type { TestDatabase } from "./postgres";

const noUploads = () => Promise.reject(new Error("nothing is uploaded here"));

/** What a loader gets of a signed-in reader's request, with the real services behind it. */
export const contextOf = (database: TestDatabase, actor: Actor, locale: Locale = "zh-CN"): AppLoadContext => ({
  services: createServices({ pools: database.pools, uploadParser: { read: noUploads, write: noUploads, answer: noUploads }, redis: null }),
  session: { actor, memberships: [], expiresAt: "" },
  sessionToken: null,
  locale,
  cspNonce: "",
  requestId: "",
  remoteAddress: "",
  demoAccounts: null,
  sessionCookie: { set: () => "", clear: () => "" },
  readUpload: noUploads,
  readUploads: noUploads,
});

/** Status of what a loader answers or throws. */
export const statusOf = (answer: Promise<unknown>): Promise<number> =>
  answer.then(
    () => 200,
    (thrown: unknown) => {
      if (thrown instanceof Response) return thrown.status;
      const init = typeof thrown === "object" && thrown !== null && "init" in thrown ? thrown.init : null;
      if (typeof init === "object" && init !== null && "status" in init) return Number(init.status);
      throw thrown;
    },
  );
