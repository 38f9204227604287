import { createThrottle } from "@server/auth";
import { Redis } from "ioredis";
import { expect, test } from "vitest";
import { startRedis } from "../support/redis";

const attempt = { account: "planner@county.example", remoteAddress: "192.0.2.1" };

/** As the web process connects. */
const connect = (url: string): Redis => {
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 500 });
  redis.on("error", () => {});
  return redis;
};

const ready = (redis: Redis): Promise<void> => new Promise((resolve) => redis.once("ready", resolve));

test("web processes that share a Redis share the count, and Redis learns no account", async () => {
  const server = await startRedis();
  const [one, two] = [connect(server.url), connect(server.url)];
  await Promise.all([ready(one), ready(two)]);
  try {
    const [first, second] = [createThrottle({ redis: one }), createThrottle({ redis: two })];
    for (let i = 0; i < 5; i++) expect(await (i % 2 ? first : second).admit(attempt)).toEqual({ admitted: true });
    expect(await first.admit(attempt)).toMatchObject({ admitted: false, first: true });
    expect(await second.admit(attempt)).toMatchObject({ admitted: false });
    expect((await one.keys("*")).join()).not.toContain("planner");
  } finally {
    one.disconnect();
    two.disconnect();
    await server.stop();
  }
});

test("when Redis dies, throttling goes on in memory", async () => {
  const server = await startRedis();
  const redis = connect(server.url);
  await ready(redis);
  const throttle = createThrottle({ redis });
  expect(await throttle.admit(attempt)).toEqual({ admitted: true });
  const gone = new Promise((resolve) => redis.once("close", resolve));
  await server.kill();
  await gone;
  try {
    const answers = [];
    for (let i = 0; i < 6; i++) answers.push((await throttle.admit(attempt)).admitted);
    expect(answers).toEqual([true, true, true, true, true, false]);
  } finally {
    redis.disconnect();
    await server.stop();
  }
});
