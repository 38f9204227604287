import { existsSync, writeFileSync } from "node:fs";
import { serveCompute } from "@workers/serve-compute";
import { countingInputSchema } from "./counting-input";

const doze = (ms: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
};

const waitAtGate = (gate: string, report: (fraction: number) => void): void => {
  writeFileSync(`${gate}.pid`, String(process.pid));
  while (!existsSync(gate)) {
    report(0.4);
    doze(20);
  }
};

const fill = (make: () => object): void => {
  const kept: object[] = [];
  for (;;) kept.push(make());
};

serveCompute({
  projection: (payload, { report, keep, stopRequested }) => {
    const { name, behaviour, gate } = countingInputSchema.parse(payload);
    if (behaviour === "gate" && gate) waitAtGate(gate, report);
    if (behaviour === "keep") {
      keep({ answer: "the first one" });
      report(0.5, { key: "searching", params: {} });
      while (!stopRequested()) doze(20);
      return { answer: "the best so far" };
    }
    if (behaviour === "throw") throw new Error("this question has no answer");
    if (behaviour === "exit") process.exit(7);
    if (behaviour === "fill_heap") fill(() => new Array(10_000).fill(Math.random()));
    if (behaviour === "fill_buffers") fill(() => new Uint8Array(1e7).fill(1));
    if (behaviour === "spin") for (;;) doze(50);
    report(1);
    return { answer: name };
  },
});
