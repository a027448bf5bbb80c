import { setCompiling } from './sampler/engine.js';

// Before anything is loaded: machine code of what only the start needs would take 5 MB.
setCompiling(false);
// Awaited, because Electron becomes ready once this module has ended.
await import('./start.js');
