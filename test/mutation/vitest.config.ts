import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";

/** The tests that judge the compliance engine: pure, without a database. */
export default defineConfig({
  plugins: [tsconfigPaths()],
  test: { include: ["server/compliance/**/*.test.ts", "test/cases/compliance/**/*.test.ts"], testTimeout: 60_000 },
});
