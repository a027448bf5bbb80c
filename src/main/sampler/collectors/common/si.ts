/** The library, as far as the collectors use it; tests put a stand-in. */
export type Si = Pick<typeof import('systeminformation'), 'currentLoad'>;

/** Gives the library. Loading it costs 28 ms and 10 MB (measured): only where it is used, and at first use. */
export type LoadSi = () => Promise<Si>;

/** Loads the real library. */
export const loadSi: LoadSi = () => import('systeminformation');
