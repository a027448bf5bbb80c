/** Whose machine it is: what must not be told to others literally. */
export interface Person {
  /** Home folder; '' where there is none. */
  readonly home: string;
  /** Log-in name; '' when it could not be had. */
  readonly user: string;
  /** The computer's name in the network, which often is a person's; '' when it could not be had. */
  readonly host: string;
}

/** Longest text that is looked at; what comes after is cut off, so that a runaway message costs nothing. */
const TEXT_LIMIT = 60_000;

/** Names that tell nothing about a person, and stand in many a sentence. */
const COMMON_NAMES = new Set([
  'localhost',
  'root',
  'user',
  'users',
  'admin',
  'administrator',
  'home',
  'guest',
  'nobody',
]);

type Rule = readonly [RegExp, string];

/**
 * What is never told literally, whoever's machine it is. The marks contain characters that no rule matches, so that
 * what was redacted stays as it is.
 */
const RULES: readonly Rule[] = [
  // Credentials in addresses and headers, and words that say themselves that a secret follows.
  [/(\b[a-z][a-z\d+.-]{1,20}:\/\/)[^\s/@‹›]{1,200}@/gi, '$1‹secret›@'],
  [/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, '$1 ‹secret›'],
  [
    /\b([\w-]{0,40}(?:token|secret|password|passwd|pwd|passphrase|api[-_]?key|authorization|stream[-_ ]?key))(["']?\s{0,3}[:=]\s{0,3})(?!["']?‹|bearer\b|basic\b)(?:"[^"\n]{1,200}"|'[^'\n]{1,200}'|[^\s,;&"'‹›]{1,200})/gi,
    '$1$2‹secret›',
  ],
  [/\beyJ[\w-]{6,}\.[\w-]{4,}(?:\.[\w-]*)?/g, '‹secret›'],
  [/\b(?:gh[opsu]_|github_pat_|glpat-|xox[abprs]-|sk-|AKIA)[\w-]{10,}/g, '‹secret›'],
  // People and devices.
  [/[\w.+%-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,8}/gi, '‹e-mail›'],
  [/\b[\da-f]{2}(?:[:-][\da-f]{2}){5,7}\b/gi, '‹mac›'],
  [/\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/gi, '‹id›'],
  [/\b[\da-f]{32,128}\b/gi, '‹id›'],
  [
    /\b(e?ssid|wi-?fi(?: name| network)?|access point)(["']?\s{0,3}[:=]\s{0,3})(?!["']?‹)(?:"[^"\n]{1,64}"|'[^'\n]{1,64}'|[^\s,;"'‹›][^,;"'‹›\n]{0,63})/gi,
    '$1$2‹wifi›',
  ],
  [
    /\b(\w{0,40}?serial(?:[ _-]?(?:number|num|no\.?)(?:string)?)?|s\/n)(["']?\s{0,3}[:=#]\s{0,3})(?!["']?‹)["']?[\w./-]{3,64}["']?/gi,
    '$1$2‹serial›',
  ],
  // Homes of other people, in paths of every system.
  [/([\\/](?:home|Users)[\\/]{1,2})[^\s\\/:*?"'<>|‹›,;)\]]{1,64}/gi, '$1‹user›'],
];

/**
 * Makes the function that takes out of a text what must not leave this machine: names and homes of people, e-mail
 * addresses, secrets, Wi-Fi names, hardware addresses, serial numbers. It never throws; twice is the same as once.
 */
export function redactor({ home, user, host }: Person): (text: string) => string {
  const own: Rule[] = [];
  const folder = home.replace(/[\\/]+$/, '');
  if (folder.length > 1) {
    // In JSON and in source texts backslashes stand twice.
    const forms = new Set([folder, folder.replaceAll('\\', '\\\\'), folder.replaceAll('\\', '/')]);
    for (const form of forms) own.push([new RegExp(`(?<![\\w.~-])${literal(form)}(?![\\w.-])`, 'gi'), '~']);
  }
  // After the rules: a name inside an address or a path is part of what they take out.
  const names: Rule[] = [];
  // macOS tells a name with its domain, which differs from network to network.
  const computer = host.replace(/\..*$/, '');
  if (isTelling(computer))
    names.push([
      new RegExp(`(?<![\\p{L}\\p{N}_.‹-])${literal(computer)}(?![\\p{L}\\p{N}_›-])`, 'giu'),
      '‹computer›',
    ]);
  if (isTelling(user))
    names.push([new RegExp(`(?<![\\p{L}\\p{N}_‹])${literal(user)}(?![\\p{L}\\p{N}_›])`, 'giu'), '‹user›']);
  const rules = [...own, ...RULES, ...names];
  return (text) =>
    settle(cut(text), (one) => rules.reduce((left, [what, mark]) => left.replace(what, mark), one));
}

/** What one rule takes out can complete what another one looks for; three rounds are more than any text needs. */
function settle(text: string, round: (text: string) => string): string {
  let left = text;
  for (let i = 0; i < 3; i++) {
    const next = round(left);
    if (next === left) break;
    left = next;
  }
  return left;
}

const isTelling = (name: string): boolean => name.length > 2 && !COMMON_NAMES.has(name.toLowerCase());

const cut = (text: string): string => (text.length > TEXT_LIMIT ? `${text.slice(0, TEXT_LIMIT)}…` : text);

const literal = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
