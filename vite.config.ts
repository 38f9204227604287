import { mkdirSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import remixConfig from "./remix.config.js";

declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
}

/** Writes down which modules went to the browser, pages and workers each in a file; test/architecture/bundle.test.ts judges the lists. */
const clientInputs = (list: string): Plugin => ({
  name: "client-inputs",
  apply: (_config, { command, isSsrBuild }) => command === "build" && !isSsrBuild,
  generateBundle(_options, bundle) {
    const inputs = Object.values(bundle).flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
    mkdirSync("build", { recursive: true });
    writeFileSync(list, JSON.stringify([...new Set(inputs.map((id) => relative(process.cwd(), id)))].sort(), null, 1));
  },
});

export default defineConfig({
  plugins: [remix(remixConfig), tsconfigPaths(), clientInputs("build/client-inputs.json")],
  // The engines in the browser: one file, so that nothing is imported from inside a worker.
  worker: { format: "es", plugins: () => [tsconfigPaths(), clientInputs("build/worker-inputs.json")] },
  build: {
    target: "es2022",
    rollupOptions: {
      onwarn: (warning, warn) => {
        // Comments inside packages, and routes without a page of their own: nothing to act on.
        if (warning.code !== "INVALID_ANNOTATION" && warning.code !== "EMPTY_BUNDLE") warn(warning);
      },
    },
  },
});
