import { CATALOGUES, type MessageKey, type Translate } from '../i18n/index.js';
import type { PlaybookId } from './playbooks.js';

/** Name of a playbook for people. */
export const playbookTitle = (id: PlaybookId, t: Translate): string => t(`playbook.${id}`);

/** What to do in a step. */
export function stepText(id: PlaybookId, step: string, t: Translate): string {
  const key = `playbook.${id}.${step}`;
  return isKey(key) ? t(key) : step;
}

const isKey = (key: string): key is MessageKey => Object.hasOwn(CATALOGUES['zh-CN'], key);
