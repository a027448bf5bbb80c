import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        // Renderer tests name their environment in a comment: // @vitest-environment happy-dom
        plugins: [react()],
        test: { name: 'unit', include: ['tests/{shared,main,renderer,scripts}/**/*.test.{ts,tsx}'] },
      },
      {
        test: {
          name: 'system',
          include: ['tests/system/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          // One desktop: windows and the tray would get in each other's way.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
