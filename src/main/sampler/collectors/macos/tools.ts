/** The programs of macOS that are asked, by their full paths: a foreign program of the same name on the PATH is never run. */
export const TOOLS = {
  defaults: '/usr/bin/defaults',
  ifconfig: '/sbin/ifconfig',
  ioreg: '/usr/sbin/ioreg',
  log: '/usr/bin/log',
  netstat: '/usr/sbin/netstat',
  osascript: '/usr/bin/osascript',
  pmset: '/usr/bin/pmset',
  ps: '/bin/ps',
  route: '/sbin/route',
  softwareupdate: '/usr/sbin/softwareupdate',
  spctl: '/usr/sbin/spctl',
  sysctl: '/usr/sbin/sysctl',
  systemProfiler: '/usr/sbin/system_profiler',
  vmStat: '/usr/bin/vm_stat',
} as const;
