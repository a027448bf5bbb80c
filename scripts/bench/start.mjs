import { startOurs, startReference } from './apps.mjs';
import { alternately, row } from './compare.mjs';

const RUNS = 5;
const TICK_MS = 2_000;
const GREETING_MS = 5_000;
const LISTENING = /DevTools listening on (ws:\S+)/;

/** In the page: when every part of the procedure has a judgement, or the reason why it can have none. */
const JUDGED = `(() => {
  const cards = [...document.querySelectorAll('[data-part^="R1."]')];
  const judged = cards.length >= 7 && cards.every((card) => card.dataset.tone !== 'starting');
  return judged && Date.now();
})()`;
/** In the page of the reference: when its first frame was drawn. */
const DRAWN = 'window.shownAt';

/**
 * From the start of the process to every fast required metric judged on screen, beside the same runtime opening
 * a page that stands still.
 * @param {import('./apps.mjs').Bench} bench
 */
export async function benchStart(bench) {
  bench.tell(`start: ${RUNS} runs`);
  const port = ['--remote-debugging-port=0'];
  /** @param {import('./apps.mjs').Program} program @param {string} expression */
  const shown = async (program, expression) => {
    const at = await whenInPage(program, expression);
    await program.end();
    return at - program.startedAt;
  };
  const jobs = {
    ours: () => shown(startOurs(bench, port), JUDGED),
    reference: () => shown(startReference(bench, 'static', port), DRAWN),
  };
  // The first start of all fills caches on disk that every later one finds.
  await alternately(1, jobs);
  const { ours, reference } = await alternately(RUNS, jobs);
  return [
    row(
      { id: 'start.judged', what: 'start → all parts judged on screen', unit: 'ms' },
      ours,
      reference,
      (page) => 1.5 * page + TICK_MS,
    ),
  ];
}

/**
 * Asks a page again and again until an expression gives a time.
 * @param {import('./apps.mjs').Program} program
 * @param {string} expression
 * @returns {Promise<number>}
 */
async function whenInPage(program, expression) {
  const { chromium } = await import('playwright-core');
  const [, address = ''] = await program.until('debugging port', () => LISTENING.exec(program.output()));
  // On a busy machine the greeting is lost now and then, when a page comes up in the middle of it.
  const browser = await program.until('greeting', () =>
    chromium.connectOverCDP(address, { timeout: GREETING_MS }).catch(() => undefined),
  );
  try {
    const page = await program.until('page', () => browser.contexts()[0]?.pages()[0]);
    // A page that is still being opened can't be asked.
    return await program.until('sight', () => page.evaluate(expression).catch(() => undefined));
  } finally {
    await browser.close();
  }
}
