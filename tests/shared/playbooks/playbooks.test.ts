import { expect, test } from 'vitest';
import { CATALOGUES, LANGUAGES } from '../../../src/shared/i18n/index.js';
import { PLAYBOOK_IDS, PLAYBOOKS, playbookFor } from '../../../src/shared/playbooks/playbooks.js';
import { shippedProfile } from '../../support/profile.js';

const shown = (key: string) => LANGUAGES.map((language) => Object.hasOwn(CATALOGUES[language], key));

test('every step has its text in every language, and no text is left over', () => {
  const keys = PLAYBOOK_IDS.flatMap((id) => [
    `playbook.${id}`,
    ...PLAYBOOKS[id].map((step) => `playbook.${id}.${step.id}`),
  ]);
  for (const key of keys) expect([key, ...shown(key)]).toEqual([key, true, true]);
  const own = Object.keys(CATALOGUES.en).filter((key) => /^playbook\.[RSFP]\d/.test(key));
  expect(own.sort()).toEqual([...keys].sort());
});

test('the steps of a playbook have different names', () => {
  for (const id of PLAYBOOK_IDS)
    expect(new Set(PLAYBOOKS[id].map((step) => step.id)).size).toBe(PLAYBOOKS[id].length);
});

test('every fault of the procedure has a playbook, that of its own clause where there is one', () => {
  for (const clause of shippedProfile().clauses)
    for (const { metric: id } of clause.metrics) {
      const own = clause.id.startsWith('R1') || clause.id === 'P4';
      const expected = id === 'network.link' ? 'S3.b' : own ? clause.id : 'F1';
      expect(playbookFor({ metric: id, clause: clause.id })).toBe(expected);
    }
});
