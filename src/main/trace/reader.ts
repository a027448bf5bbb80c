import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { parseReading, type Reading } from '../../shared/metrics/reading.js';

/** Why a trace can't be played. `line` counts from 1. */
export class TraceError extends Error {
  constructor(
    readonly code: 'unreadable' | 'malformed',
    readonly path: string,
    readonly detail: string,
    readonly line?: number,
  ) {
    super(line === undefined ? `${path}: ${detail}` : `${path}:${line}: ${detail}`);
    this.name = 'TraceError';
  }
}

const CHUNK_BYTES = 256 * 1024;
/** Longest line, characters: far above any reading, so that a wrong file is refused before it fills the memory. */
const LINE_LIMIT = 64 * 1024;

/**
 * Reads a trace in file order, a chunk of readings at a time. Empty lines are skipped.
 * @throws TraceError when the file can't be read or a line is no reading
 */
export function* traceChunks(path: string): Generator<readonly Reading[]> {
  const file = open(path);
  try {
    yield* parseLines(chunks(file, path), path);
  } finally {
    closeSync(file);
  }
}

/** Reads a trace one reading at a time, leaving the event loop free between chunks. @throws TraceError */
export async function* readTrace(path: string): AsyncGenerator<Reading> {
  for (const readings of traceChunks(path)) {
    yield* readings;
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}

function open(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw new TraceError('unreadable', path, systemMessage(error));
  }
}

function* chunks(file: number, path: string): Generator<string> {
  const decoder = new StringDecoder('utf8');
  const buffer = Buffer.alloc(CHUNK_BYTES);
  for (;;) {
    let bytes: number;
    try {
      bytes = readSync(file, buffer, 0, CHUNK_BYTES, null);
    } catch (error) {
      throw new TraceError('unreadable', path, systemMessage(error));
    }
    if (bytes === 0) break;
    yield decoder.write(buffer.subarray(0, bytes));
  }
  yield decoder.end();
}

function* parseLines(texts: Iterable<string>, path: string): Generator<readonly Reading[]> {
  let rest = '';
  let line = 0;
  for (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    const first = line + 1;
    line += lines.length;
    yield lines.flatMap((content, i) => parseLine(content, path, first + i));
    if (rest.length > LINE_LIMIT) throw new TraceError('malformed', path, 'line is too long', line + 1);
  }
  yield parseLine(rest, path, line + 1);
}

function parseLine(content: string, path: string, line: number): readonly Reading[] {
  const text = line === 1 && content.startsWith('\uFEFF') ? content.slice(1) : content;
  if (text.trim() === '') return [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new TraceError('malformed', path, 'not a JSON object', line);
  }
  const reading = parseReading(value);
  if (typeof reading === 'string') throw new TraceError('malformed', path, reading, line);
  return [reading];
}

function systemMessage(error: unknown): string {
  return error instanceof Error ? error.message.replace(/, (open|read).*$/, '') : String(error);
}
