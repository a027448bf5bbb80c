/** Bytes of one raw reading: offset in its row as 16-bit ms, value as 32-bit float. */
const SAMPLE_BYTES = 6;

/** One reading; NaN: it came without a value. */
export interface Sample {
  readonly at: number;
  readonly value: number;
}

/** Writes the readings of one row behind those that are there already. */
export function appendSamples(
  before: Buffer | undefined,
  rowStart: number,
  samples: readonly Sample[],
): Buffer {
  const data = Buffer.alloc(samples.length * SAMPLE_BYTES);
  samples.forEach(({ at, value }, index) => {
    data.writeUInt16LE(Math.floor(at - rowStart), index * SAMPLE_BYTES);
    data.writeFloatLE(value, index * SAMPLE_BYTES + 2);
  });
  return before ? Buffer.concat([before, data]) : data;
}

/** Reads the readings of one row, in the order of time: a clock that was set back may have mixed them up. */
export function readSamples(data: Buffer, rowStart: number): Sample[] {
  const samples: Sample[] = [];
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let isMixed = false;
  let last = 0;
  for (let offset = 0; offset + SAMPLE_BYTES <= data.length; offset += SAMPLE_BYTES) {
    const at = rowStart + view.getUint16(offset, true);
    isMixed ||= at < last;
    last = at;
    samples.push({ at, value: view.getFloat32(offset + 2, true) });
  }
  return isMixed ? samples.sort((a, b) => a.at - b.at) : samples;
}

/** Number of readings in a row. */
export function sampleCount(data: Buffer): number {
  return Math.floor(data.length / SAMPLE_BYTES);
}
