import { expect, test } from "vitest";
import { createLogger } from "./logger";

test("secrets are replaced wherever a caller puts them, and one message is one line", () => {
  const lines: string[] = [];
  const logger = createLogger({ name: "web", level: "info" }, { write: (line: string) => void lines.push(line) });
  logger.info({ password: "hunter2", user: { token: "hunter2" }, req: { headers: { cookie: "hunter2" } }, id: "42" }, "a\nb\u001b[31m");
  const [line = ""] = lines;
  expect(lines).toHaveLength(1);
  expect(line.trimEnd()).not.toContain("\n");
  expect(line).not.toContain("\u001b");
  expect(line).not.toContain("hunter2");
  expect(JSON.parse(line)).toMatchObject({ level: "info", name: "web", id: "42", msg: "a\nb\u001b[31m" });
});
