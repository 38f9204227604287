/**
 * A WebAssembly module from its bytes. Null in a browser, where the security policy of our pages lets nothing
 * be compiled: whoever asks has another way.
 */
export const compiledModule = (bytes: () => BufferSource): WebAssembly.Module | null =>
  "document" in globalThis || "WorkerGlobalScope" in globalThis ? null : new WebAssembly.Module(bytes());
