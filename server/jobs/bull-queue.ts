import Bull from "bull";
import { Redis } from "ioredis";
import { runMessageSchema } from "./contract";
import { reasonOf } from "./loop";
import type { JobsLog, RunHandler, RunQueue } from "./queue";

export interface BullQueueOptions {
  readonly redisUrl: string;
  /** Messages handled at once. */
  readonly concurrency: number;
  readonly log: JobsLog;
  /** Keeps several installations apart on one Redis. */
  readonly prefix?: string;
}

const sendWithinMs = 2_000;
const closeWithinMs = 5_000;
const watchEveryMs = 5_000;

// Retries, results and history belong to the database; a message is forgotten as soon as it was handled.
const messageOptions = { attempts: 1, removeOnComplete: true, removeOnFail: true } as const;
const settings = { lockDuration: 60_000, lockRenewTime: 15_000, stalledInterval: 30_000, maxStalledCount: 50 } as const;

const within = async <T>(ms: number, work: Promise<T>, what: string): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/**
 * The queue on Redis, shared by workers on any number of machines. Redis must run with
 * `maxmemory-policy noeviction`; losing it, its data or single messages delays runs and loses none.
 */
export const createBullQueue = ({ redisUrl, concurrency, log, prefix = "hengce" }: BullQueueOptions): RunQueue => {
  let reachable = true;
  const connect = (type: "client" | "subscriber" | "bclient"): Redis => {
    const client = new Redis(redisUrl, {
      // Bull demands endless retries on the connections that only listen; a command of ours gives up early.
      maxRetriesPerRequest: type === "client" ? 1 : null,
      enableReadyCheck: type === "client",
      connectTimeout: 5_000,
      retryStrategy: (times) => Math.min(times * 100, 1_000),
    });
    client.on("error", (error) => {
      if (reachable) log.warn({ reason: reasonOf(error) }, "redis is unreachable; runs wait in the database");
      reachable = false;
    });
    client.on("ready", () => {
      if (!reachable) log.info({}, "redis is reachable again");
      reachable = true;
    });
    return client;
  };

  const open = () => {
    const clients: Redis[] = [];
    const bull = new Bull<unknown>("runs", {
      prefix,
      settings,
      defaultJobOptions: messageOptions,
      createClient: (type) => {
        const client = connect(type);
        clients.push(client);
        return client;
      },
    });
    bull.on("error", () => {});
    const sender = bull.client;
    const close = async () => {
      // Bull may wait for an unreachable Redis without end.
      await within(closeWithinMs, bull.close(true), "closing the queue").catch((error: unknown) => {
        log.warn({ reason: reasonOf(error) }, "queue closed the hard way");
      });
      for (const client of clients) client.disconnect();
    };
    return { bull, sender, close };
  };

  let line = open();
  let handler: RunHandler | null = null;
  let taken = 0;
  let busy = 0;
  let watch: NodeJS.Timeout | undefined;

  const listen = () => {
    void line.bull
      .process(concurrency, async (job) => {
        taken += 1;
        const message = runMessageSchema.safeParse(job.data);
        if (!message.success) return log.warn({ message: String(job.id).slice(0, 80) }, "message refused: not a run id");
        busy += 1;
        await handler?.(message.data).finally(() => {
          busy -= 1;
        });
      })
      .catch(() => {});
  };

  // Bull is known to stay deaf after some reconnects: messages wait, nobody takes them. Then it is opened anew.
  let takenBefore = -1;
  const watchOnce = async () => {
    if (line.sender.status !== "ready" || busy >= concurrency) return;
    const deaf = taken === takenBefore && (await within(sendWithinMs, line.bull.getWaitingCount(), "asking redis")) > 0;
    takenBefore = taken;
    if (!deaf) return;
    log.warn({}, "queue does not take waiting messages; opening it anew");
    const old = line;
    line = open();
    listen();
    await old.close();
  };

  return {
    send: async (message, dispatchNo) => {
      // An add made while Redis is away never settles and would be repeated by every round of the relay.
      if (line.sender.status !== "ready") throw new Error("redis is not connected");
      await within(sendWithinMs, line.bull.add(message, { jobId: `${message.runId}:${dispatchNo}` }), "sending a message");
    },
    consume: (given) => {
      handler = given;
      listen();
      const again = () => {
        watch = setTimeout(
          () =>
            void watchOnce()
              .catch(() => {})
              .finally(again),
          watchEveryMs,
        );
      };
      again();
    },
    pause: async () => {
      clearTimeout(watch);
      watch = undefined;
      await within(closeWithinMs, line.bull.pause(true, true), "pausing the queue").catch(() => {});
    },
    close: () => {
      clearTimeout(watch);
      return line.close();
    },
  };
};
