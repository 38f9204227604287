import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { en } from "./i18n/en";
import { registerLanguage } from "./i18n/instance";
import { zhCN } from "./i18n/zh-CN";
import { PageErrorReference, PageLanguage, PageNonce } from "./page-context";
import { PageStream } from "./page-stream";

registerLanguage("zh-CN", zhCN);
registerLanguage("en", en);

/** Loaders that stream are cut after this; rendering itself a second later. */
export const streamTimeout = 10_000;

/** One line in the log under the request's number, which the page shows instead of the error. */
const log = (error: unknown, requestId: string): void => {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  // biome-ignore lint/suspicious/noConsole: rendering has no logger; the line is the log
  console.error(JSON.stringify({ level: "error", requestId, type: name, message, stack }));
};

/** An unexpected error of a loader, an action or rendering. */
export const handleError = (
  error: unknown,
  { request, context }: { readonly request: Request; readonly context: AppLoadContext },
): void => {
  if (!request.signal.aborted && !isRouteErrorResponse(error)) log(error, context.requestId);
};

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const { cspNonce: nonce, locale } = loadContext;
  const whole = isbot(request.headers.get("user-agent"));
  return new Promise((resolve, reject) => {
    let code = status;
    let started = false;
    const respond = () => {
      started = true;
      const body = new PageStream();
      headers.set("Content-Type", "text/html; charset=utf-8");
      headers.set("Content-Language", locale);
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: code }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <PageNonce.Provider value={nonce}>
        <PageLanguage.Provider value={locale}>
          <PageErrorReference.Provider value={loadContext.requestId}>
            <RemixServer context={remixContext} url={request.url} abortDelay={streamTimeout} nonce={nonce} />
          </PageErrorReference.Provider>
        </PageLanguage.Provider>
      </PageNonce.Provider>,
      {
        nonce,
        ...(whole ? { onAllReady: respond } : { onShellReady: respond }),
        onShellError: reject,
        onError: (error) => {
          code = 500;
          if (started && !request.signal.aborted) log(error, loadContext.requestId);
        },
      },
    );
    setTimeout(abort, streamTimeout + 1000).unref();
  });
}
