import { defineConfig } from 'vitest/config'

/** No test is timed: the limits only end what hangs. */
export default defineConfig({
  test: { include: ['tests/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
})
