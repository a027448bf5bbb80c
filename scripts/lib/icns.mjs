/** Apple's names for the sizes of a picture; the second of one size is for screens with double resolution. */
const TYPES = /** @type {const} */ ([
  ['icp4', 16],
  ['ic11', 32],
  ['icp5', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
]);

/**
 * An Apple icon file: a plain list of PNG pictures, each behind its name and length.
 * @param {(size: number) => Buffer} png makes the picture of a size
 */
export function icns(png) {
  const entries = TYPES.map(([type, size]) => entry(type, png(size)));
  return entry('icns', Buffer.concat(entries));
}

/**
 * @param {string} type
 * @param {Buffer} data
 */
function entry(type, data) {
  const head = Buffer.alloc(8, type);
  head.writeUInt32BE(data.length + head.length, 4);
  return Buffer.concat([head, data]);
}
