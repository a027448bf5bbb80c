/** Health of one disk as `smartctl -H -j` tells it. */
export type SmartctlHealth = 'healthy' | 'failing' | 'unknown' | 'denied';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads `smartctl -H -j`; it ends with bits of trouble in its status and prints the same JSON. Never throws. */
export function parseSmartctl(text: string): SmartctlHealth {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return 'unknown';
  }
  if (!isObject(root)) return 'unknown';
  const passed = isObject(root.smart_status) ? root.smart_status.passed : undefined;
  if (passed === true) return 'healthy';
  if (passed === false) return 'failing';
  const own = isObject(root.smartctl) ? root.smartctl.messages : undefined;
  const isDenied = /Permission denied|Operation not permitted/.test(JSON.stringify(own ?? ''));
  return isDenied ? 'denied' : 'unknown';
}
