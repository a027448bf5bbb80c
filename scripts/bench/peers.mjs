import { setTimeout as sleep } from 'node:timers/promises';
import { hasCommand } from '../lib/linux-packages.mjs';
import { row } from './compare.mjs';
import { startProgram } from './program.mjs';

const SETTLE_MS = 8_000;
const SIZE = 'stty rows 50 cols 200';
/** Terminal monitors at our rate. btop reads its rate from a file only; two seconds is its default. */
const PEERS = { btop: 'btop', glances: 'glances -t 2' };

/**
 * Other monitors that are installed here, for comparison: no limit depends on them.
 * @param {import('./apps.mjs').Bench} bench
 */
export async function benchPeers(bench) {
  const rows = [];
  for (const [name, command] of Object.entries(PEERS)) {
    if (!hasCommand(name) || !hasCommand('script')) continue;
    bench.tell(`${name}: ${bench.seconds / 3} s`);
    const env = { ...bench.env, TERM: 'xterm-256color', LANG: 'C.UTF-8' };
    // They draw only on a terminal; `script` is one, and throws away what it shows.
    const args = ['-qfc', `${SIZE}; exec ${command}`, '/dev/null'];
    const program = startProgram('script', args, { env, cwd: bench.work });
    await sleep(SETTLE_MS);
    const { cpu, pss } = await program.cost(bench.seconds / 3);
    await program.end();
    rows.push(
      row({ id: `peer.${name}.cpu`, what: `${name} at 2 s, CPU`, unit: '% of one core' }, [cpu]),
      row({ id: `peer.${name}.pss`, what: `${name} at 2 s, memory (PSS)`, unit: 'MB' }, [pss]),
    );
  }
  return rows;
}
