import { open } from 'node:fs/promises';
import { LOG_LEVELS, type LogEntry, type LogLevel } from '../../shared/diagnostics/view.js';

/** Entries that are shown, and how much of the file is read for them. */
const ENTRIES = 200;
const BYTES = 96_000;

const HEAD = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) (\w+) (.*)$/;

/** The last entries of a log, newest last; none when there is no file. A fresh file is filled up from the one before. */
export async function readLogTail(file: string): Promise<LogEntry[]> {
  const entries = parseLog(await readEnd(file));
  if (entries.length >= ENTRIES) return entries.slice(-ENTRIES);
  const before = parseLog(await readEnd(file.replace(/(\.\w+)$/, '.old$1')));
  return [...before, ...entries].slice(-ENTRIES);
}

/** Reads entries from what may begin in the middle of one. */
export function parseLog(text: string): LogEntry[] {
  const entries: { at: number | null; level: LogLevel; text: string }[] = [];
  for (const line of text.split('\n')) {
    const [, time, word, rest] = HEAD.exec(line) ?? [];
    const level = LOG_LEVELS.find((one) => one === word);
    const last = entries.at(-1);
    if (time !== undefined && rest !== undefined && level)
      entries.push({ at: Date.parse(time), level, text: rest });
    else if (last) last.text += `\n${line}`;
    else if (line.trim() !== '') entries.push({ at: null, level: 'info', text: line });
  }
  return entries.map((entry) => ({ ...entry, text: entry.text.trimEnd() }));
}

async function readEnd(file: string): Promise<string> {
  const handle = await open(file, 'r').catch(() => null);
  if (!handle) return '';
  try {
    const { size } = await handle.stat();
    const length = Math.min(size, BYTES);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, size - length);
    const text = buffer.toString('utf8', 0, bytesRead);
    // What was cut at its front is no line any more.
    return length < size ? text.slice(text.indexOf('\n') + 1) : text;
  } catch {
    return '';
  } finally {
    await handle.close();
  }
}
