import { defineConfig } from 'vitest/config';
import { fileURLToPath } from 'node:url';

export default defineConfig({
  resolve: { alias: { $lib: fileURLToPath(new URL('./src/lib', import.meta.url)) } },
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/geodata/**/*.test.ts'],
    // Tests change nothing that they share: modules are read once for all.
    isolate: false,
    // Nothing is asserted about time: a machine may be busy.
    testTimeout: 120_000,
    hookTimeout: 120_000
  }
});
