import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Calls a method on the session bus and returns what `gdbus` prints. */
export async function callBus(
  destination: string,
  path: string,
  method: string,
  ...args: readonly string[]
): Promise<string> {
  const target = ['--session', '--dest', destination, '--object-path', path, '--method', method];
  const { stdout } = await run('gdbus', ['call', ...target, ...args], { timeout: 5_000 });
  return stdout;
}

/** Services on the bus that show a tray icon and belong to a process. */
export async function trayItems(pid: number): Promise<{ service: string; path: string }[]> {
  const registered = await callBus(
    'org.kde.StatusNotifierWatcher',
    '/StatusNotifierWatcher',
    'org.freedesktop.DBus.Properties.Get',
    'org.kde.StatusNotifierWatcher',
    'RegisteredStatusNotifierItems',
  );
  const items = [...registered.matchAll(/'(:?[\w.:-]+)(\/[\w/]+)'/g)].map(([, service = '', path = '']) => ({
    service,
    path,
  }));
  const owners = await Promise.all(items.map(({ service }) => processOf(service)));
  return items.filter((_item, i) => owners[i] === pid);
}

async function processOf(service: string): Promise<number> {
  const method = 'org.freedesktop.DBus.GetConnectionUnixProcessID';
  const answer = await callBus('org.freedesktop.DBus', '/org/freedesktop/DBus', method, service).catch(
    () => '',
  );
  return Number(/uint32 (\d+)/.exec(answer)?.[1] ?? 0);
}

/** One property of a tray item. */
export function trayProperty(item: { service: string; path: string }, name: string): Promise<string> {
  const method = 'org.freedesktop.DBus.Properties.Get';
  return callBus(item.service, item.path, method, 'org.kde.StatusNotifierItem', name);
}
