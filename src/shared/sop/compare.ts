import type { Limit } from './schema.js';

/** Whether `value when bound` holds. */
export function compare(value: number, when: Limit['when'], bound: number): boolean {
  switch (when) {
    case '>':
      return value > bound;
    case '>=':
      return value >= bound;
    case '<':
      return value < bound;
    case '<=':
      return value <= bound;
  }
}
