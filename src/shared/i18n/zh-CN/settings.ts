/** 设置页和首次设置的文字。 */
export const settings = {
  'ui.nav.settings': '设置',
} as const;
