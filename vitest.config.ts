import { defineConfig } from 'vitest/config'

/** No test is timed: the limits only end what hangs. */
export default defineConfig({
  test: { include: ['tests/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 300_000 },
})
