/** What a line of the kernel's log can tell of. */
export type KernelEventKind = 'hang' | 'crash' | 'display-reset' | 'disk-error';

/** Words of the kernel by what they tell of. Its log is in English whatever the user's language. */
const WORDS: readonly (readonly [kind: KernelEventKind, words: RegExp])[] = [
  // kernel/hung_task.c, kernel/watchdog.c, kernel/rcu/tree_stall.h
  [
    'hang',
    /^INFO: task .+ blocked for more than \d+ seconds|^(watchdog: )?BUG: soft lockup|hard LOCKUP|rcu: INFO: .*detected.* stalls?\b/,
  ],
  // kernel/panic.c and the fault handlers of x86 and arm64
  [
    'crash',
    /^Kernel panic - not syncing|^(Oops: |Internal error: |general protection fault|kernel BUG at |BUG: (unable to handle|kernel NULL pointer))/,
  ],
  // i915, xe, amdgpu and radeon, nouveau, the NVIDIA driver (Xid 8: hung and reset, 79: fallen off the bus, 119/120: no answer of its processor)
  [
    'display-reset',
    /GPU HANG|Resetting (chip|rcs\d|bcs\d|vcs\d|ccs\d)|GPU reset\b.*(begin|succeeded|failed)|ring [\w.]+ timeout|GPU lockup|NVRM: Xid \([^)]*\): (8|79|119|120),|nouveau .*(channel \d+ killed|engine fault)/,
  ],
  // block layer (whose lines the page cache repeats), ATA, NVMe, file systems
  [
    'disk-error',
    /^((blk_update_request|print_req_error): )?(critical (medium|target) error|I\/O error), dev |^ata[\d.]+: (exception Emask 0x[1-9a-f]|exception Emask 0x0 .*frozen|failed command: (READ|WRITE))|nvme\d+: (I\/O (tag )?\d+ .*timeout|controller is down)|^EXT4-fs error|^XFS .*(metadata I\/O error|Corruption)|^BTRFS (error|critical).*(corrupt|IO failure|errs: )/,
  ],
];

/** Pattern (PCRE2) by which `journalctl --grep` finds the lines worth reading: kernel logs are long, and most of it is of no use. */
export const KERNEL_GREP =
  'blocked for more than|soft lockup|hard LOCKUP|detected.*stall|Kernel panic|Oops: |Internal error: |general protection fault|kernel BUG at|BUG: (unable|kernel)|GPU HANG|Resetting |GPU reset|ring .* timeout|GPU lockup|NVRM: Xid|nouveau .*(killed|engine fault)|I/O error|critical (medium|target) error|exception Emask|failed command|nvme.*(timeout|controller is down)|EXT4-fs error|XFS .*(I/O error|Corruption)|BTRFS (error|critical)';

/** Devices whose errors are no disk's: discs in drives, floppies, network disks, loops over files. */
const NO_DISK = /\bdev (sr|fd|nbd|loop|ram|zram)\d/;

/** What a line of the kernel's log tells of; null: nothing that is counted. */
export function kernelEventOf(message: string): KernelEventKind | null {
  const kind = WORDS.find(([, words]) => words.test(message))?.[0] ?? null;
  return kind === 'disk-error' && NO_DISK.test(message) ? null : kind;
}
