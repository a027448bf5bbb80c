import type { LoadSi, Si } from '../../../../../src/main/sampler/collectors/common/si.js';

/** A library of which only the given functions exist; each answers what it is given, as the real one would. */
export function standIn(answers: { readonly [Name in keyof Si]?: unknown }): LoadSi {
  const functions = Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [
      name,
      typeof answer === 'function' ? answer : async () => answer,
    ]),
  );
  return async () => functions as unknown as Si;
}
