import type { AdviceCode } from './advice.js';
import type { MetricId } from './dictionary.js';

/** The operating systems that the program is written for, by their `process.platform`. */
export const SYSTEMS = ['linux', 'win32', 'darwin'] as const;

/** One of {@link SYSTEMS}. */
export type System = (typeof SYSTEMS)[number];

/**
 * Whether a metric can be measured on a system.
 * `must`: on every machine, without rights or programs of others.
 * `may`: depends on what `on` names (hardware, rights, another program); where that lacks, the reading says so.
 * `cannot`: the system tells nobody, or only what this program may not use; `advice` is what the user is told.
 */
export type Coverage =
  | { readonly can: 'must' }
  | { readonly can: 'may'; readonly on: string }
  | { readonly can: 'cannot'; readonly why: string; readonly advice: AdviceCode };

const must: Coverage = { can: 'must' };
const may = (on: string): Coverage => ({ can: 'may', on });
const cannot = (advice: AdviceCode, why: string): Coverage => ({ can: 'cannot', why, advice });
const everywhere = (coverage: Coverage): Record<System, Coverage> => ({
  linux: coverage,
  win32: coverage,
  darwin: coverage,
});

const target = everywhere(may('a gateway or named target that answers'));
const own = everywhere(must);
const battery = everywhere(may('a battery'));
const macReports = may('an administrator account: others may not read the reports of the system');
const noSmc = cannot('no-tool-on-macos', 'only native calls to the SMC or IOHID, no tool of the system');

/** What must, may and cannot be measured where: the collectors are held to this by a test. */
export const COVERAGE: Readonly<Record<MetricId, Readonly<Record<System, Coverage>>>> = {
  'cpu.temperature': {
    linux: may('a driver for the sensors of the processor; virtual machines have none'),
    win32: may('LibreHardwareMonitor with its web server on'),
    darwin: noSmc,
  },
  'cpu.load': own,
  'fan.speed': {
    linux: may('a board driver with fan inputs'),
    win32: may('LibreHardwareMonitor with its web server on'),
    darwin: noSmc,
  },
  'disk.read.rate': own,
  'disk.write.rate': own,
  'disk.latency': {
    linux: must,
    win32: must,
    // The drivers of some Macs publish counts and bytes, but no times.
    darwin: may('a storage driver that times its requests'),
  },
  'disk.busy': {
    linux: must,
    win32: must,
    darwin: cannot('no-record-on-macos', 'ioreg sums the times of requests that ran side by side'),
  },
  'disk.errors': {
    linux: may('the right to read the system journal; counters of ext4, btrfs and md need none'),
    win32: must,
    darwin: may('a storage driver that counts them'),
  },
  'disk.smart': {
    linux: may('udisks2, or smartctl with rights'),
    win32: may('a disk that reports it; many USB bridges do not'),
    darwin: may('a built-in disk; macOS asks none on USB'),
  },
  'disk.free': own,
  'memory.usage': own,
  'memory.errors': {
    linux: may('ECC memory and its EDAC driver'),
    win32: may('ECC memory'),
    darwin: cannot('no-record-on-macos', 'the system does not report corrected errors'),
  },
  'memory.swap': everywhere(may('swap that is switched on')),
  'network.link': own,
  'network.linkSpeed': everywhere(may('an adapter that tells')),
  'network.signal': everywhere(may('Wi-Fi in use')),
  'network.loss': target,
  'network.latency': target,
  'network.jitter': target,
  'network.rx.rate': own,
  'network.tx.rate': own,
  'camera.present': own,
  'camera.inUse': {
    linux: may('a camera; programs of other users are hidden'),
    win32: may('Windows 10 1903 or later: older ones keep no record of use'),
    darwin: may('the built-in camera: drivers of others do not note it'),
  },
  'camera.error': {
    linux: may('a camera'),
    win32: must,
    darwin: cannot('no-record-on-macos', 'a device whose driver failed is not listed'),
  },
  'microphone.present': own,
  'microphone.inUse': {
    linux: may('a microphone'),
    win32: may('Windows 10 1903 or later: older ones keep no record of use'),
    darwin: must,
  },
  'microphone.muted': {
    linux: may('a sound server that answers'),
    win32: may('a default microphone'),
    darwin: may('a default microphone with a level of its own'),
  },
  'phone.present': {
    linux: must,
    win32: must,
    darwin: cannot('no-record-on-macos', 'its list of USB devices has no functions to tell a phone by'),
  },
  'power.ac': own,
  'power.battery': battery,
  'power.voltage': {
    linux: may('a battery or a board driver'),
    win32: may('a battery, or LibreHardwareMonitor'),
    darwin: may('a battery'),
  },
  'power.current': battery,
  'power.ups': everywhere(may('a UPS that the system knows')),
  'system.hang': { linux: may('the right to read the system journal'), win32: must, darwin: macReports },
  'system.crash': {
    linux: may('the right to read the system journal'),
    win32: must,
    darwin: macReports,
  },
  'system.unexpectedReboot': {
    linux: may('records of boots'),
    win32: must,
    darwin: may('an Intel processor, whose controller records the cause, or a week without a restart'),
  },
  'display.reset': {
    linux: may('the right to read the system journal'),
    win32: must,
    darwin: macReports,
  },
  'system.updates': {
    linux: may('a package manager that is known'),
    win32: may('Windows Update that has searched once'),
    darwin: may('a Mac that has looked for updates once'),
  },
  'system.restartPending': {
    linux: may('a package manager that asks for restarts, or kernels below /lib/modules'),
    win32: must,
    darwin: may('a Mac that has looked for updates once'),
  },
  'antivirus.enabled': {
    linux: may('ClamAV or another known product'),
    win32: may('a client edition: servers have no security centre'),
    darwin: must,
  },
  'antivirus.definitionAge': {
    linux: may('ClamAV'),
    win32: may('a product that tells'),
    darwin: must,
  },
  'antivirus.scanAge': {
    linux: may('a record of scans'),
    win32: may('Microsoft Defender'),
    darwin: cannot('no-record-on-macos', 'XProtect keeps no record that a user may read'),
  },
  'self.cpu': own,
  'self.memory': own,
  'self.delay': own,
};

/** Whether a text is one of {@link SYSTEMS}. */
export const isSystem = (platform: string): platform is System =>
  (SYSTEMS as readonly string[]).includes(platform);
