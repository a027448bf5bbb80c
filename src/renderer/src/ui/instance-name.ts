import { CATALOGUES, type MessageKey, type Translate } from '../../../shared/i18n/index.js';

/** Name of an instance for people: some have a word of ours, devices and volumes speak for themselves. */
export function instanceName(instance: string, t: Translate): string {
  const key = `instance.${instance}`;
  return Object.hasOwn(CATALOGUES['zh-CN'], key) ? t(key as MessageKey) : instance;
}
