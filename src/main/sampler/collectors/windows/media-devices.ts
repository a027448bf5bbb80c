import { isPhone } from '../../../../shared/devices/phone.js';
import type { PresentDevice } from '../presence.js';
import { countOf, type Fields, listOf, textOf } from './part.js';

/** A device of the device manager. */
export interface MediaDevice extends PresentDevice {
  /** Error code of the device manager; 0 works, null: not told. */
  readonly error: number | null;
}

/** Error code of a device that is known but not plugged in: as good as not there. */
const NOT_CONNECTED = 45;
/** Cameras made by software (virtual ones of streaming programs and of Windows itself) hang on these roots. */
const SOFTWARE = /^(ROOT|SWD|SW|UMB)\\/i;
/** The class Image holds scanners and printers as well; these are their drivers. */
const SCANNERS = /^(usbscan|scsiscan|serscan|wsdscan|usbprint|wsdprint)/i;
/** Sound endpoints that record begin with this, ones that play with {0.0.0. (MMDevice API). */
const CAPTURE_ENDPOINT = /\\(\{0\.0\.1\.[0-9a-f]{8}\}\.\{[0-9a-f-]{36}\})$/i;

/** Cameras among Win32_PnPEntity rows; null: this is no list. Names stay as Windows has them. */
export function parseCameras(value: Fields): MediaDevice[] | null {
  const rows = listOf(value.list);
  if (rows === null) return null;
  return rows.flatMap((row) => {
    const id = textOf(row.id);
    const kind = textOf(row.class).toLowerCase();
    const isCamera = kind === 'camera' || (kind === 'image' && !SCANNERS.test(textOf(row.service)));
    if (!isCamera || id === '' || SOFTWARE.test(id)) return [];
    return isThere(row) ? [{ id, name: textOf(row.name) || id, error: countOf(row.error) }] : [];
  });
}

/** A function of a device on USB: vendor and product. Volumes hang on other roots. */
const ON_USB = /^USB\\VID_([0-9a-f]{4})&PID_([0-9a-f]{4})/i;
/** What makes Windows list a device as portable: files over MTP. */
const PORTABLE = 'ffff00';

/** Phones among Win32_PnPEntity rows: portable devices on USB by makers of phones; null: this is no list. */
export function parsePhones(value: Fields): MediaDevice[] | null {
  const rows = listOf(value.list);
  if (rows === null) return null;
  return rows.flatMap((row) => {
    const id = textOf(row.id);
    const [, vendor = '', product = ''] = ON_USB.exec(id) ?? [];
    const traits = { vendor: vendor.toLowerCase(), product: product.toLowerCase(), functions: [PORTABLE] };
    if (textOf(row.class).toLowerCase() !== 'wpd' || !isPhone(traits) || !isThere(row)) return [];
    return [{ id, name: textOf(row.name) || id, error: countOf(row.error) }];
  });
}

/** Microphones among Win32_PnPEntity rows, by the id of their sound endpoint; null: this is no list. */
export function parseEndpoints(value: Fields): MediaDevice[] | null {
  const rows = listOf(value.list);
  if (rows === null) return null;
  return rows.flatMap((row) => {
    const id = CAPTURE_ENDPOINT.exec(textOf(row.id))?.[1]?.toLowerCase();
    if (id === undefined || !isThere(row)) return [];
    return [{ id, name: textOf(row.name) || id, error: countOf(row.error) }];
  });
}

const isThere = (row: Fields): boolean => row.present !== false && countOf(row.error) !== NOT_CONNECTED;

/** An active microphone, as the sound system tells. */
export interface ActiveMicrophone {
  readonly id: string;
  readonly leading: boolean;
  /** null: it has no switch, or does not tell. */
  readonly muted: boolean | null;
}

/** Active microphones of the part `audio`; null: this is no list. */
export function parseMicrophones(value: Fields): ActiveMicrophone[] | null {
  const rows = listOf(value.list);
  if (rows === null) return null;
  return rows.flatMap((row) => {
    const id = textOf(row.id).toLowerCase();
    if (!id.startsWith('{')) return [];
    return [
      {
        id,
        leading: row.leading === '1',
        muted: row.muted === '1' ? true : row.muted === '0' ? false : null,
      },
    ];
  });
}
