import { callBus, trayItems, trayProperty } from './dbus.js';
import { until } from './wait.js';

const MENU = 'com.canonical.dbusmenu';

async function itemOf(pid: number) {
  const [item] = await trayItems(pid);
  if (!item) throw new Error('no tray item');
  const path = /'(\/[\w/]+)'/.exec(await trayProperty(item, 'Menu'))?.[1];
  if (!path) throw new Error('no tray menu');
  return { item, service: item.service, path };
}

/** Id of an item of the tray's menu, submenus included; undefined while there is none. */
export async function trayMenuItem(pid: number, label: string): Promise<string | undefined> {
  const menu = await itemOf(pid).catch(() => undefined);
  if (!menu) return undefined;
  const layout = await callBus(menu.service, menu.path, `${MENU}.GetLayout`, '0', '--', '-1', "['label']");
  for (const [, id, found] of layout.matchAll(/\((?:int32 )?(\d+), \{'label': <'([^']*)'>\}/g))
    if (found?.replace(/^_/, '') === label) return id;
  return undefined;
}

/** Presses an item of the tray's menu as a panel does. */
export async function pressTray(pid: number, label: string): Promise<void> {
  await until(`${label} in the tray's menu pressed`, async () => {
    const id = await trayMenuItem(pid, label);
    if (id === undefined) throw new Error(`no ${label} in the tray's menu`);
    const { service, path } = await itemOf(pid);
    try {
      await callBus(service, path, `${MENU}.Event`, id, 'clicked', '<0>', '0');
      return true;
    } catch (error) {
      // The program has made its menu anew since we looked: a panel would show that one, and nothing was pressed.
      if (/error occurred in Event/.test(String(error))) return false;
      throw error;
    }
  });
}

/** What the tray says when the pointer rests on it. */
export async function trayTooltip(pid: number): Promise<string> {
  return trayProperty((await itemOf(pid)).item, 'ToolTip');
}
