import { countOf, type Fields, listOf, textOf } from './part.js';

/** An antivirus product as the security centre lists it. */
export interface AntivirusProduct {
  readonly name: string;
  /** Protects at this moment: not off, paused or expired. */
  readonly isOn: boolean;
  readonly isUpToDate: boolean;
  readonly isMicrosoft: boolean;
}

/**
 * Bits of productState. Microsoft documents them nowhere; these were found out by many and are the values of
 * WSC_SECURITY_PRODUCT_STATE (0 off, 1 on, 2 snoozed, 3 expired), _SIGNATURE_STATUS and the owner.
 */
const STATE_MASK = 0xf000;
const STATE_ON = 0x1000;
const SIGNATURES_MASK = 0x00f0;
const OWNER_MASK = 0x0f00;
const OWNER_MICROSOFT = 0x0100;

/** Products of root/SecurityCenter2; null: this is no list. One whose state is no number is left out. */
export function parseProducts(value: Fields): AntivirusProduct[] | null {
  const rows = listOf(value.list);
  if (rows === null) return null;
  return rows.flatMap((row) => {
    const state = countOf(row.state);
    if (state === null || state > 0xffffffff) return [];
    return [
      {
        name: textOf(row.name) || 'antivirus',
        isOn: (state & STATE_MASK) === STATE_ON,
        isUpToDate: (state & SIGNATURES_MASK) === 0,
        isMicrosoft: (state & OWNER_MASK) === OWNER_MICROSOFT,
      },
    ];
  });
}

/** What Defender says of itself; null fields: it does not tell, or it has never happened. */
export interface DefenderStatus {
  readonly isOn: boolean | null;
  /** Days. */
  readonly definitionAge: number | null;
  /** Days since the last scan, quick or full; null: never. */
  readonly scanAge: number | null;
}

/** How MSFT_MpComputerStatus writes an age of something that has never happened. */
const NEVER = 0xffffffff;
/** An age beyond this, days, is a date that was never set (ours). */
const LONGEST_AGE = 36_500;

/** Defender's status; null: it says nothing. */
export function parseDefender(value: Fields): DefenderStatus | null {
  const row = listOf(value.list)?.[0];
  if (row === undefined) return null;
  const { enabled, realTime } = row;
  const isOn = typeof enabled === 'boolean' && typeof realTime === 'boolean' ? enabled && realTime : null;
  const ages = [row.quickScanAge, row.fullScanAge].map(ageOf).filter((age) => age !== null);
  const definitionAge = ageOf(row.signatureAge);
  if (isOn === null && definitionAge === null && ages.length === 0) return null;
  return { isOn, definitionAge, scanAge: ages.length === 0 ? null : Math.min(...ages) };
}

function ageOf(value: unknown): number | null {
  const days = countOf(value);
  return days === null || days === NEVER || days > LONGEST_AGE ? null : days;
}
