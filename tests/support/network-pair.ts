import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Addresses of the two ends, from the range for measurements of networks (RFC 2544). */
const STATION = '198.18.0.1';
const OTHER = '198.18.0.2';

/** What the namespaces are made and filled with. */
const TOOLS = ['unshare', 'nsenter', 'ip', 'nft'];

/** Why two network namespaces can't be had on this machine; null when they can. */
export function networkProblem(): string | null {
  if (process.platform !== 'linux') return 'network namespaces exist on Linux only';
  for (const tool of TOOLS) {
    if (spawnSync(tool, ['--version'], { timeout: 10_000 }).error) return `${tool} is not installed`;
  }
  const tried = spawnSync('unshare', [...unshareFlags(), 'nft', 'add', 'table', 'ip', 'probe'], {
    encoding: 'utf8',
    timeout: 10_000,
  });
  if (tried.status === 0) return null;
  return `network namespaces with packet filters are not allowed here: ${(tried.stderr || String(tried.error)).trim()}`;
}

const unshareFlags = (): string[] => (process.getuid?.() === 0 ? ['-n'] : ['-Urn']);

/**
 * Two network namespaces with a cable (a veth pair) between them: the station that is tested, and the other side, whose
 * kernel answers pings and connections. They live as long as the processes that hold them open.
 */
export class NetworkPair {
  /** Address of the other side. */
  readonly other = OTHER;

  private constructor(
    private readonly holders: readonly ChildProcess[],
    private readonly pids: readonly [station: number, other: number],
  ) {}

  static async create(): Promise<NetworkPair> {
    const first = await holder('unshare', unshareFlags());
    const second = await holder('nsenter', [...enterFlags(first.pid), 'unshare', '-n']);
    const pair = new NetworkPair([first.child, second.child], [first.pid, second.pid]);
    pair.set(
      'ip',
      'link',
      'add',
      'station',
      'type',
      'veth',
      'peer',
      'name',
      'other',
      'netns',
      `${second.pid}`,
    );
    for (const [place, name, address] of [
      [pair.inStation, 'station', STATION],
      [pair.inOther, 'other', OTHER],
    ] as const) {
      run(place, 'ip', 'link', 'set', 'lo', 'up');
      run(place, 'ip', 'address', 'add', `${address}/24`, 'dev', name);
      run(place, 'ip', 'link', 'set', name, 'up');
    }
    run(pair.inOther, 'nft', 'add', 'table', 'ip', 'loss');
    return pair;
  }

  /** Runs a program on the station's side. */
  readonly inStation = (program: string, ...args: string[]): [string, string[]] =>
    enter(this.pids[0], program, args);

  /** Runs a program on the other side. */
  readonly inOther = (program: string, ...args: string[]): [string, string[]] =>
    enter(this.pids[1], program, args);

  /** Changes the station's side: `set('ip', 'link', 'set', 'station', 'down')`. */
  set(program: string, ...args: string[]): void {
    run(this.inStation, program, ...args);
  }

  /**
   * What the other side drops of what arrives, in the language of nft; an earlier set of rules is replaced. Counting
   * expressions (`numgen inc`) make the loss exact.
   */
  drop(...rules: string[]): void {
    const chain = 'add chain ip loss in { type filter hook input priority 0; }';
    const lines = [
      chain,
      'flush chain ip loss in',
      ...rules.map((rule) => `add rule ip loss in ${rule} drop`),
    ];
    const [program, args] = this.inOther('nft', '-f', '-');
    execFileSync(program, args, { input: `${lines.join('\n')}\n`, timeout: 10_000 });
  }

  remove(): void {
    for (const child of this.holders) child.stdin?.end();
  }
}

/** A process that keeps a new namespace alive until its input ends. */
async function holder(
  program: string,
  args: readonly string[],
): Promise<{ child: ChildProcess; pid: number }> {
  const child = spawn(program, [...args, 'sh', '-c', 'echo $$; exec cat'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface(child.stdout), 'line', { signal: AbortSignal.timeout(20_000) });
  return { child, pid: Number(line) };
}

const enterFlags = (pid: number): string[] => [
  '-t',
  String(pid),
  ...(process.getuid?.() === 0 ? [] : ['-U', '--preserve-credentials']),
  '-n',
];

const enter = (pid: number, program: string, args: readonly string[]): [string, string[]] => [
  'nsenter',
  [...enterFlags(pid), program, ...args],
];

function run(place: NetworkPair['inStation'], program: string, ...args: string[]): void {
  const [file, all] = place(program, ...args);
  execFileSync(file, all, { timeout: 10_000, stdio: ['ignore', 'ignore', 'inherit'] });
}
