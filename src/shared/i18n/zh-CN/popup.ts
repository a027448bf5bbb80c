/** 故障弹窗、托盘菜单和通知的文字。 */
export const popup = {
  'popup.title': '故障提醒',
} as const;
