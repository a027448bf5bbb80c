/** One mounted file system. */
export interface Mount {
  readonly device: string;
  readonly point: string;
  readonly type: string;
}

const NETWORK_TYPES =
  /^(nfs\d?|cifs|smb3|smbfs|9p|afs|ceph|glusterfs|lustre|ncpfs|davfs|virtiofs|fuse\..*|fuse|autofs)$/;

/** Parses /proc/self/mounts; the kernel writes blanks in names as octal escapes. */
export function parseMounts(text: string): Mount[] {
  return text
    .split('\n')
    .map((line) => line.split(' ').map(unescapeOctal))
    .flatMap(([device, point, type]) => (device && point && type ? [{ device, point, type }] : []));
}

/** The mount a path lies on: the longest mount point above it; of two on the same point the later one is seen. */
export function mountOf(mounts: readonly Mount[], path: string): Mount | null {
  const above = mounts.filter(({ point }) => point === '/' || path === point || path.startsWith(`${point}/`));
  return above.reduce<Mount | null>(
    (best, mount) => (best === null || mount.point.length >= best.point.length ? mount : best),
    null,
  );
}

/** Whether the data lie on another machine (or behind a user-space driver, which can hang as well). */
export function isNetworkFileSystem(mount: Mount): boolean {
  return NETWORK_TYPES.test(mount.type);
}

const unescapeOctal = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));
