import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** A size of a page in CSS pixels, and how many dots of the screen make one. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** Lets the page believe in a window and a screen of this size, whatever the desktop has. */
export async function resize(page: Page, { width, height, scale }: PageSize): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor: scale,
    mobile: false,
  });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** What is wrong with the layout of a page as it is now: texts that are cut, stick out or cover each other. */
export function layoutProblems(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const problems: string[] = [];
    const isSeen = (element: Element): boolean => {
      const { visibility, clipPath, position, width } = getComputedStyle(element);
      return visibility === 'visible' && !(position === 'absolute' && clipPath !== 'none') && width !== '1px';
    };
    const top = document.querySelector('dialog[open]') ?? document.body;
    const name = (node: Node) => `“${node.textContent?.trim().slice(0, 40)}”`;
    const texts: { node: Node; box: DOMRect }[] = [];
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.textContent?.trim() || !parent?.checkVisibility() || parent.closest('option')) continue;
      let seen = true;
      for (let one: Element | null = parent; one && seen; one = one.parentElement) seen = isSeen(one);
      if (!seen) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width === 0 || box.height === 0) continue;
        // A line's box holds room above and below that no letter fills.
        texts.push({
          node,
          box: new DOMRect(box.x, box.y + box.height * 0.2, box.width, box.height * 0.6),
        });
        if (box.left < -1 || box.right > innerWidth + 1) problems.push(`sticks out: ${name(node)}`);
      }
      const whole = range.getBoundingClientRect();
      // What can be scrolled to is not cut, neither by what scrolls nor by what is around it.
      let [across, down] = [true, true];
      for (let one: Element | null = parent; one; one = one.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(one);
        const bounds = one.getBoundingClientRect();
        across &&= !/auto|scroll/.test(overflowX);
        down &&= !/auto|scroll/.test(overflowY);
        if (across && overflowX !== 'visible' && whole.right > bounds.right + 1)
          problems.push(`cut at the side: ${name(node)}`);
        if (down && overflowY !== 'visible' && whole.bottom > bounds.bottom + 2)
          problems.push(`cut below: ${name(node)}`);
      }
    }
    // Bars that stay while the page scrolls may cover it: that is what they are for.
    const isStuck = (node: Node) => {
      for (let one = node.parentElement; one; one = one.parentElement)
        if (/sticky|fixed/.test(getComputedStyle(one).position) && one !== top) return true;
      return false;
    };
    const flowing = texts.filter(({ node }) => !isStuck(node));
    flowing.forEach(({ node, box }, index) => {
      for (const other of flowing.slice(index + 1)) {
        if (other.node === node) continue;
        const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (wide > 2 && high > 2) problems.push(`${name(node)} and ${name(other.node)} overlap`);
      }
    });
    if (document.documentElement.scrollWidth > innerWidth + 1) problems.push('the page scrolls sideways');
    return [...new Set(problems)];
  });
}

/** Characters on the page for which no font of the system has a glyph. */
export function missingGlyphs(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const canvas = new OffscreenCanvas(32, 32);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no canvas');
    context.font = `24px ${getComputedStyle(document.body).fontFamily}`;
    context.textBaseline = 'top';
    const picture = (character: string) => {
      context.clearRect(0, 0, 32, 32);
      context.fillText(character, 2, 2);
      return context.getImageData(0, 0, 32, 32).data.join();
    };
    // A place of the private use area that no font fills: what is drawn for it is the sign for "missing".
    const missing = picture('\u{f5ca1}');
    const characters = new Set([...document.body.innerText.replace(/\s/g, '')]);
    return [...characters].filter((character) => picture(character) === missing);
  });
}

/** Violations of WCAG 2 A and AA on the page, contrast included. */
export async function axeProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}
