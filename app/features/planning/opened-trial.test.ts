import type { AppLoadContext } from "@remix-run/node";
import type { Actor } from "@server/auth/contract";
import { expect, it, vi } from "vitest";
import { openedTrial } from "./opened-trial";

it("asks for the projection of a new trial and opens it at the year that was asked about", async () => {
  const startRun = vi.fn(async () => ({ ok: false }));
  const context = { services: { planning: { startRun } } } as unknown as AppLoadContext;
  const actor = {} as Actor;
  expect(await openedTrial(context, actor, "one", 2029)).toBe("/planning/scenarios/one?tab=canvas&year=2029");
  expect(await openedTrial(context, actor, "two", Number.NaN)).toBe("/planning/scenarios/two?tab=canvas");
  expect(startRun.mock.calls).toEqual([
    [actor, "one"],
    [actor, "two"],
  ]);
});
