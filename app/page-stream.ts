import { Transform, type TransformCallback } from "node:stream";

const blockBytes = 65_536;

/**
 * Gathers the rendered page into blocks. React writes pieces of 2 KB and Remix flushes the compression after each piece
 * it is given: a large page would be hundreds of compressed pieces and socket writes. React calls `flush` when it has
 * nothing more to write for now, so nothing waits here.
 */
export class PageStream extends Transform {
  #parts: Uint8Array[] = [];
  #bytes = 0;

  override _transform(chunk: Uint8Array, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#parts.push(chunk);
    this.#bytes += chunk.byteLength;
    if (this.#bytes >= blockBytes) this.flush();
    done();
  }

  override _flush(done: TransformCallback): void {
    this.flush();
    done();
  }

  /** Hands on what has been gathered. */
  flush(): void {
    if (this.#bytes === 0) return;
    this.push(Buffer.concat(this.#parts));
    this.#parts = [];
    this.#bytes = 0;
  }
}
