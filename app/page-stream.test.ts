import { Buffer } from "node:buffer";
import { expect, test } from "vitest";
import { PageStream } from "./page-stream";

const gathered = () => {
  const stream = new PageStream();
  const blocks: string[] = [];
  stream.on("data", (block: Buffer) => blocks.push(block.toString()));
  return { stream, blocks, ended: new Promise((resolve) => stream.on("end", resolve)) };
};

test("many small pieces leave as few blocks, in order and complete", async () => {
  const { stream, blocks, ended } = gathered();
  const pieces = Array.from({ length: 300 }, (_, index) => `${index};`.padEnd(2048, "x"));
  for (const piece of pieces) stream.write(Buffer.from(piece));
  stream.end();
  await ended;
  expect(blocks.join("")).toBe(pieces.join(""));
  expect(blocks.length).toBeLessThan(15);
});

test("a flush hands on what is there, so that a page that streams is not held back", async () => {
  const { stream, blocks, ended } = gathered();
  stream.write(Buffer.from("head"));
  stream.flush();
  stream.flush();
  stream.write(Buffer.from("body"));
  stream.end();
  await ended;
  expect(blocks).toEqual(["head", "body"]);
});
