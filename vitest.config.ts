import { defineConfig } from "vitest/config";

/**
 * Tests run against `dist`, that is, against what ships: workers, generated declarations and package imports are then
 * the real ones. The global set-up compiles first, so `dist` is never older than `src`.
 */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "examples/**/*.test.ts"],
    globalSetup: ["test/global-setup.ts"],
    pool: "forks",
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What a test waits for comes when it comes: a second, the default, is short on a machine that is busy.
    expect: { poll: { timeout: 30_000 } },
    coverage: {
      provider: "v8",
      // The compiled files are what is measured; their source maps lead the figures back to src.
      include: ["dist/**/*.js"],
      // Code inside worker threads is not counted, so a worker is a shell over a module that is tested directly.
      exclude: ["dist/gen/**", "dist/**/*.worker.js"],
      reporter: ["text-summary", "json-summary", "lcov"],
      // What `npm run coverage` refuses to fall below: some points under the figures of the day they were set.
      thresholds: { lines: 85, statements: 84, functions: 83, branches: 81 },
    },
  },
});
