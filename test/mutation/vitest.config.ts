import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";

/**
 * The quick tests of the compliance engine: situations, published figures, limits. The properties over
 * generated counties would take a minute a mutant; without them the score is a lower bound.
 */
export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    include: ["server/compliance/**/*.test.ts", "test/cases/compliance/**/*.test.ts"],
    exclude: ["test/cases/compliance/**/{properties,properties-reliefs,oracle,flips}.test.ts"],
    testTimeout: 60_000,
  },
});
