/**
 * An answer as text, which only its reader takes apart. As objects, a list of a thousand incidents is built anew in
 * main on its way from the history's thread to a page, and holds main for up to 70 ms; a text is copied as it is.
 */
export type Packed<T> = string & { readonly packed?: T };

/** Makes a text of plain data. */
export const pack = <T>(value: T): Packed<T> => JSON.stringify(value);

/** What {@link pack} was given. */
export const unpack = <T>(text: Packed<T>): T => JSON.parse(text) as T;
