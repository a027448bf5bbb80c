/**
 * The user's language as the system states it. On Linux the environment decides, as for every program there;
 * elsewhere the system's own list does, since a program that is started by a click has no such environment.
 */
export function systemLocale(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  preferred: () => string | undefined,
): string | undefined {
  if (platform === 'win32' || platform === 'darwin') return preferred();
  return environmentLocale(env);
}

/** The language that the environment names, as POSIX programs read it. */
export function environmentLocale(env: Readonly<Record<string, string | undefined>>): string | undefined {
  return env.LC_ALL || env.LC_MESSAGES || env.LANG || undefined;
}
