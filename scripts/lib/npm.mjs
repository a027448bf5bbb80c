import { run } from './child.mjs';

/**
 * Runs the user's own npm client, so that their registry, proxy and cache settings hold.
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { timeout: number }} options
 */
export function npm(args, options) {
  const client = process.env.npm_execpath;
  if (client?.endsWith('.js')) return run(process.execPath, [client, ...args], options);
  // Started without npm: on Windows npm is a .cmd file, which only a shell can run.
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}
