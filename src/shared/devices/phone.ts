/** What is asked of a device on USB to tell a phone. */
export interface UsbTraits {
  /** USB vendor and product id, four hexadecimal digits in small letters. */
  readonly vendor: string;
  readonly product: string;
  /** Class, subclass and protocol of each function, six hexadecimal digits. */
  readonly functions: readonly string[];
}

const APPLE = '05ac';
/** Apple gives 1290 to 12af to phones, tablets and players; usbmuxd goes by the same span. */
const APPLE_MOBILE = /^12[9a][0-9a-f]$/;
/** Function that only phones and tablets have: Android's debugging. */
const ADB = 'ff4201';
/** Files over PTP and MTP; photo cameras have them as well, so that the maker decides. */
const FILES = new Set(['060101', 'ffff00']);

/**
 * Makers of phones by their USB ids (linux-usb.org): Google, Samsung, Huawei and Honor, Xiaomi, Oppo and realme, vivo,
 * OnePlus, ZTE, Motorola, Sony, LG, HTC, Nokia (HMD), MediaTek (whose id small makers use).
 */
const MAKERS = new Set([
  '18d1',
  '04e8',
  '12d1',
  '339b',
  '2717',
  '22d9',
  '2d95',
  '2a70',
  '19d2',
  '22b8',
  '0fce',
  '1004',
  '0bb4',
  '2e04',
  '0e8d',
]);

/**
 * Whether a device on USB is a phone or tablet. One whose maker is unknown, or that offers neither debugging nor files, is
 * not told from other devices.
 */
export function isPhone({ vendor, product, functions }: UsbTraits): boolean {
  if (vendor === APPLE) return APPLE_MOBILE.test(product);
  if (functions.includes(ADB)) return true;
  return MAKERS.has(vendor) && functions.some((code) => FILES.has(code));
}
