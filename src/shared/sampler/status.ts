/** How the process that reads the hardware is doing. */
export interface SamplerStatus {
  readonly state: 'starting' | 'running' | 'restarting' | 'suspended' | 'ended';
  readonly restarts: number;
}
