/** Scheme of our pages; registered as standard and secure. */
export const SCHEME = 'app';
/** Host of our pages. */
export const HOST = 'onair-sentry';
/** Address of the main page. */
export const PAGE_URL = `${SCHEME}://${HOST}/index.html`;
/** Address of the popup's page. */
export const POPUP_URL = `${SCHEME}://${HOST}/popup.html`;
/** Address of the page that becomes the report of an incident. */
export const REPORT_URL = `${SCHEME}://${HOST}/report.html`;

/** Whether an address is one of our pages. It is parsed: a text comparison would let `app://onair-sentry.evil` pass. */
export function isOwnUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === `${SCHEME}:` && host === HOST && username === '' && password === '';
}
