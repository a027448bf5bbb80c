/** 界面、托盘、命令行的文字。 */
export const app = {
  'app.name': '开播卫士',
  'verdict.ok': '一切正常，可以开播',
  'verdict.warning': '有警告，先看一眼：{{cause}}',
  'verdict.fault': '先处理再开播：{{cause}}',
  'verdict.unknown': '还不能判断：读不到{{missing}}',
  'verdict.starting': '正在读取本机状态',
} as const;
