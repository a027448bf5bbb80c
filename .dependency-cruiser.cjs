/**
 * The layers of docs/architecture.md as rules. What one import line can't show (which name is taken from
 * `electron`) is checked by tests/main/layers.test.ts.
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two modules that need each other are one module, or lack a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'shared-is-pure',
      comment: 'Shared code runs in every process: it knows no process, and no package but zod.',
      severity: 'error',
      from: { path: '^src/shared' },
      to: { pathNot: ['^src/shared', 'node_modules/zod/'] },
    },
    {
      name: 'renderer-is-a-page',
      comment: 'A page knows shared code, itself, and the type of the bridge.',
      severity: 'error',
      from: { path: '^src/renderer' },
      to: { path: '^src/(main|preload)', pathNot: '^src/preload/api' },
    },
    {
      name: 'renderer-without-node',
      severity: 'error',
      from: { path: '^src/renderer' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-without-electron',
      severity: 'error',
      from: { path: '^src/renderer' },
      to: { path: 'node_modules/electron/' },
    },
    {
      name: 'preload-is-thin',
      severity: 'error',
      from: { path: '^src/preload' },
      to: { path: '^src', pathNot: ['^src/preload', '^src/shared/ipc'] },
    },
    {
      name: 'main-knows-no-page',
      severity: 'error',
      from: { path: '^src/main' },
      to: { path: '^src/(renderer|preload)' },
    },
    {
      name: 'sampler-stands-alone',
      comment: 'The sampler runs unchanged under Electron and under plain Node.',
      severity: 'error',
      from: { path: '^src/main/sampler' },
      to: {
        pathNot: ['^src/main/sampler', '^src/shared', 'node_modules/systeminformation/'],
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'sampler-is-a-process',
      comment: 'In the app the sampler is started as a process; only the command line runs it in its own.',
      severity: 'error',
      from: { path: '^src/main', pathNot: ['^src/main/(sampler|cli)', '^src/main/monitor/sampler-child'] },
      // The one text that both sides read is the probe target; its parser does nothing else. Both give memory back and use the engine alike.
      to: {
        path: '^src/main/sampler',
        pathNot: '^src/main/sampler/(prober/target|tidy|engine)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'one-reader-of-hardware',
      severity: 'error',
      from: { path: '^src', pathNot: '^src/main/sampler' },
      to: { path: 'node_modules/systeminformation/' },
    },
    {
      name: 'cli-runs-under-node',
      comment: 'Nothing that the command line reaches may need Electron.',
      severity: 'error',
      from: { path: '^src/main/cli' },
      to: { path: 'node_modules/electron', reachable: true },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      // Vite gives these imports their meaning.
      to: { couldNotResolve: true, pathNot: '\\?(modulePath|worker|worker&url)$' },
    },
    {
      name: 'declared-packages',
      severity: 'error',
      from: { path: '^src' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  },
};
