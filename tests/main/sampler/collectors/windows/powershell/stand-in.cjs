// Stand-in for powershell.exe: plays the scenario whose file is named after -File, line by line like the real host.
const { appendFileSync, readFileSync } = require('node:fs');
const { createInterface } = require('node:readline');

const path = process.argv[process.argv.indexOf('-File') + 1] ?? '';
const scenario = JSON.parse(readFileSync(path, 'utf8'));
appendFileSync(`${path}.starts`, `${process.pid}\n`);
const starts = readFileSync(`${path}.starts`, 'utf8').trim().split('\n');
const start = starts.length;
/** Whoever was started before and still runs: there must never be two. */
for (const pid of starts.slice(0, -1)) {
  try {
    process.kill(Number(pid), 0);
    appendFileSync(`${path}.overlaps`, `${pid} ${process.pid}\n`);
  } catch {
    // It has ended, as it should have.
  }
}
/** Plays differ from start to start; the last one goes on. */
const plays = scenario.plays;
const play = plays[Math.min(start, plays.length) - 1];
/** @param {unknown} line */
const write = (line) =>
  process.stdout.write(typeof line === 'string' ? `${line}\n` : `${JSON.stringify(line)}\n`);

if (play.stderr) process.stderr.write(play.stderr);
if (play.gbk) process.stdout.write(Buffer.from([0xd5, 0xfd, 0xd4, 0xda, 0x0a]));
for (const line of play.before ?? []) write(line);
if (play.exit !== undefined) process.exit(play.exit);
if (play.ready !== false) write({ ready: 1 });

const input = createInterface({ input: process.stdin });
input.on('line', (line) => {
  appendFileSync(`${path}.asked`, `${line}\n`);
  const { id, ask } = JSON.parse(line);
  const answer = play.answers?.[ask] ?? play.answer;
  if (answer === 'hang') return;
  if (answer === 'die') process.exit(1);
  if (answer?.text !== undefined) {
    const bytes = Buffer.from(answer.text.replace('$ID', id), answer.latin1 ? 'latin1' : 'utf8');
    return void process.stdout.write(bytes, () => answer.die && process.exit(1));
  }
  setTimeout(() => write({ id, ok: true, data: answer }), play.delayMs ?? 0);
});
// The real script ends with its input; one that ignores it has to be killed.
input.on('close', () => {
  if (!play.stays) process.exit(0);
});
if (play.stays) setInterval(() => undefined, 1_000);
