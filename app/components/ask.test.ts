import { afterEach, expect, it, vi } from "vitest";
import { askJson, askText } from "./ask";

const answering = (answer: () => Response): void => {
  vi.stubGlobal("fetch", async () => answer());
};
/** A connection that ends in the middle of the body, as when the page is left. */
const half = (): Response =>
  new Response(
    new ReadableStream({
      start: (body) => {
        body.enqueue(new TextEncoder().encode('{"runs":'));
        body.error(new DOMException("signal is aborted without reason", "AbortError"));
      },
    }),
  );
afterEach(() => vi.unstubAllGlobals());

it("hands on what the server says", async () => {
  answering(() => new Response('{"runs":[1]}'));
  expect([await askText("/x"), await askJson("/x")]).toEqual(['{"runs":[1]}', { runs: [1] }]);
});

it.each<[string, () => Response]>([
  ["a refusal", () => new Response("{}", { status: 403 })],
  ["a fault", () => new Response("{}", { status: 500 })],
  ["half an answer", half],
  [
    "no network",
    () => {
      throw new TypeError("Failed to fetch");
    },
  ],
])("has no answer of %s, and throws nothing", async (_, answer) => {
  answering(answer);
  expect([await askText("/x"), await askJson("/x")]).toEqual([null, null]);
});

it("takes a page in place of data for no answer", async () => {
  answering(() => new Response("<html>"));
  expect(await askJson("/x")).toBeNull();
});
