import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Tree } from '../fixture.js';

export { died, macWith as systemWith, said } from '../macos/stand-in.js';

const FIXTURES = join(import.meta.dirname, '../../../../fixtures/linux/any');

/** A recorded output, by its name among the fixtures of Linux. */
export const fixture = (name: string): string => readFileSync(join(FIXTURES, name), 'utf8');

/** A recorded file that is no text. */
export const fixtureBytes = (name: string): Buffer => readFileSync(join(FIXTURES, name));

/** A tree of sensors as `grep` lists it (`hwmon1/name:nct6779`), each chip below a device of its own. */
export function hwmonTree(name: string): Tree {
  const tree = new Tree();
  for (const line of fixture(name).trim().split('\n')) {
    const [, chip = '', file = '', value = ''] = /^(hwmon\d+)\/([^:]+):(.*)$/.exec(line) ?? [];
    addInput(tree, chip, file, value);
  }
  return tree;
}

const folderOf = (chip: string): string => `sys/devices/platform/dev-of-${chip}/hwmon/${chip}`;

/** Adds or changes a file of a sensor chip, `addInput(tree, 'hwmon1', 'fan2_input', 0)`. */
export function addInput(tree: Tree, chip: string, file: string, value: string | number): void {
  const isNew = file === 'name';
  tree.write({ [`${folderOf(chip)}/${file}`]: value });
  try {
    tree.link(`sys/class/hwmon/${chip}`, folderOf(chip));
  } catch (error) {
    // Linked already, except by two names.
    if (isNew && (error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
