import { spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { describe, expect, it } from "vitest";
import { withOwnChild } from "./own-child";

/** A child that says when it is there and runs until its file appears, or for ever. */
const searching = (stopFile: string, heeds: boolean) =>
  spawn(
    process.execPath,
    [
      "-e",
      `console.log("there"); setInterval(() => { if (${heeds} && require("fs").existsSync(process.argv[1])) process.exit(3); }, 5)`,
      stopFile,
    ],
    { stdio: ["ignore", "pipe", "ignore"] },
  );

const interrupted = async (heeds: boolean, times: number): Promise<readonly [code: number, told: number]> => {
  const signals = new EventEmitter();
  let told = 0;
  const code = await withOwnChild(
    (stopFile) => {
      const child = searching(stopFile, heeds);
      void once(child.stdout, "data").then(() => {
        for (let time = 0; time < times; time += 1) signals.emit("SIGINT");
      });
      return child;
    },
    signals,
    () => {
      told += 1;
    },
  );
  expect(signals.eventNames()).toEqual([]);
  return [code, told];
};

describe("a search in a process of its own", () => {
  it("hands over what it has at the first interrupt, with its own exit code", async () => {
    expect(await interrupted(true, 1)).toEqual([3, 1]);
  });

  it("ends at once at the second one", async () => {
    expect(await interrupted(false, 2)).toEqual([130, 1]);
  });
});
