import {
  Camera,
  Cpu,
  HardDrive,
  type LucideIcon,
  MemoryStick,
  Mic,
  Network,
  Plug,
  ShieldCheck,
} from 'lucide-react';
import { memo } from 'react';
import type { Part } from '../../../shared/sop/schema.js';

const ICONS: Readonly<Record<Part, LucideIcon>> = {
  computer: Cpu,
  memory: MemoryStick,
  disk: HardDrive,
  network: Network,
  camera: Camera,
  microphone: Mic,
  power: Plug,
  system: ShieldCheck,
};

/** Picture of a part; its name stands beside it. */
export const PartIcon = memo(function PartIcon({
  part,
  className = 'size-4',
}: {
  readonly part: Part;
  readonly className?: string;
}) {
  const Icon = ICONS[part];
  return <Icon className={`shrink-0 ${className}`} aria-hidden />;
});
