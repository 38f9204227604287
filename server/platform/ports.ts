import { createServer } from "node:net";

const listenOnce = (host: string, port: number): Promise<number | null> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(null);
      else reject(error);
    });
    probe.listen({ host, port, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : null));
    });
  });

/** A TCP port of `host` that nothing listens on at this moment, chosen by the operating system. */
export const freePort = async (host = "127.0.0.1"): Promise<number> => {
  const port = await listenOnce(host, 0);
  if (port === null) throw new Error(`no free TCP port on ${host}`);
  return port;
};

/** The first free port of `host` at or above `wanted` (at most 50 steps), else any free one. */
export const freePortFrom = async (wanted: number, host = "127.0.0.1"): Promise<number> => {
  for (let port = wanted; port < Math.min(wanted + 50, 65_536); port++) {
    if ((await listenOnce(host, port)) !== null) return port;
  }
  return freePort(host);
};
