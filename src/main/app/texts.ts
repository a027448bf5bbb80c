import type { Speech } from '../../shared/health/messages.js';
import { pickLanguage } from '../../shared/i18n/index.js';
import type { Settings } from '../../shared/settings/schema.js';
import { createTranslator } from '../i18n.js';

/** The program's language, which the user can change while it runs. */
export class Texts {
  private current: Speech;

  /** @param locale what to follow where the setting says `system` */
  constructor(
    setting: Settings['language'],
    private readonly locale: string | undefined,
  ) {
    this.current = this.speak(setting);
  }

  /** The present one; ask again for every text. */
  get speech(): Speech {
    return this.current;
  }

  /** Takes over a setting. @returns whether the language changed */
  use(setting: Settings['language']): boolean {
    const before = this.current.language;
    this.current = this.speak(setting);
    return this.current.language !== before;
  }

  private speak(setting: Settings['language']): Speech {
    const language = pickLanguage(setting, this.locale);
    return { t: createTranslator(language), language };
  }
}
