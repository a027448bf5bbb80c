import type { Collector, Sample } from '../../collector.js';
import { partOf } from './part.js';
import type { HostAnswer, PowerShellHost } from './powershell/host.js';
import { type AntivirusProduct, type DefenderStatus, parseDefender, parseProducts } from './product-state.js';
import { createReader } from './reader.js';

const METRICS = ['antivirus.enabled', 'antivirus.definitionAge', 'antivirus.scanAge'] as const;
const CENTRE = 'SecurityCenter2';
const DEFENDER = 'MSFT_MpComputerStatus';

/** `antivirus.enabled`, `antivirus.definitionAge`, `antivirus.scanAge`: the product that protects is in the note. */
export function createAntivirus(host: PowerShellHost): Collector {
  const head = {
    id: 'windows.antivirus',
    metrics: METRICS,
    tier: 'rare',
    timeoutMs: 45_000,
    request: 'security',
  } as const;
  return createReader(host, head, antivirusSamples);
}

/** Readings of the request `security`. Servers have no security centre: there Defender speaks for itself. */
export function antivirusSamples(answer: HostAnswer): Sample[] {
  const centre = partOf(answer, 'products');
  const own = partOf(answer, 'defender');
  const products = centre.kind === 'value' ? parseProducts(centre.value) : null;
  const defender = own.kind === 'value' ? parseDefender(own.value) : null;
  const active = products?.find(({ isOn }) => isOn);
  // Ages are Defender's only while it is the one that protects.
  const defenderCounts = active === undefined ? defender?.isOn === true : active.isMicrosoft;
  return [
    enabledSample(answer, products, defender),
    ...(defenderCounts && defender !== null ? defenderAges(defender) : foreignAges(active)),
  ];
}

function enabledSample(
  answer: HostAnswer,
  products: readonly AntivirusProduct[] | null,
  defender: DefenderStatus | null,
): Sample {
  const metric = 'antivirus.enabled';
  const active = products?.find(({ isOn }) => isOn);
  if (active !== undefined) return { metric, source: CENTRE, value: 1, note: active.name };
  if (products !== null && products.length > 0)
    return { metric, source: CENTRE, value: 0, note: products.map(({ name }) => name).join(', ') };
  if (defender !== null && defender.isOn !== null)
    return { metric, source: DEFENDER, value: defender.isOn ? 1 : 0, note: 'Microsoft Defender' };
  // The security centre answered, and lists nobody.
  if (products !== null) return { metric, source: CENTRE, value: 0, note: 'no product' };
  const centre = partOf(answer, 'products');
  const missing = centre.kind === 'fault' ? centre.missing : 'failed';
  return missing === 'unsupported'
    ? { metric, source: CENTRE, missing, advice: 'no-security-centre' }
    : { metric, source: CENTRE, missing };
}

function defenderAges({ definitionAge, scanAge }: DefenderStatus): Sample[] {
  const head = { source: DEFENDER } as const;
  return [
    definitionAge === null
      ? { ...head, metric: 'antivirus.definitionAge', missing: 'unsupported' }
      : { ...head, metric: 'antivirus.definitionAge', value: definitionAge, note: 'Microsoft Defender' },
    scanAge === null
      ? { ...head, metric: 'antivirus.scanAge', missing: 'not-present', note: 'never scanned' }
      : { ...head, metric: 'antivirus.scanAge', value: scanAge, note: 'Microsoft Defender' },
  ];
}

/** Other products tell the security centre only whether they are up to date, not by how many days. */
function foreignAges(active: AntivirusProduct | undefined): Sample[] {
  const reason = { source: CENTRE, missing: 'unsupported', advice: 'ask-antivirus' } as const;
  const definitions: Sample = { ...reason, metric: 'antivirus.definitionAge' };
  if (active === undefined) return [definitions, { ...reason, metric: 'antivirus.scanAge' }];
  return [
    { ...definitions, note: `${active.name}: ${active.isUpToDate ? 'up to date' : 'out of date'}` },
    { ...reason, metric: 'antivirus.scanAge', note: active.name },
  ];
}
