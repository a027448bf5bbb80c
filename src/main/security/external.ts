/** Sites that a page may open in the user's browser: the makers' pages on camera, microphone and sound settings. */
const HOSTS: ReadonlySet<string> = new Set(['support.microsoft.com', 'support.apple.com']);

/** The address to hand to the system's browser; null when it isn't an https page of a listed site. */
export function externalAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const plain = url.username === '' && url.password === '' && url.port === '';
  return url.protocol === 'https:' && plain && HOSTS.has(url.hostname) ? url.href : null;
}
