/** 诊断页的文字。 */
export const diagnostics = {
  'ui.nav.diagnostics': '诊断',
} as const;
