/** 命令行的文字。 */
export const cli = {
  'cli.help': `用法：npm run -s check -- [选项]
不开窗口，按操作规程检查这台电脑一次。

  --json                     输出 JSON
  --samples N                取 N 次读数，判断最后一次（速率和丢包按全部计算）
  --profile 文件             改用这份操作规程
  --probe-target=主机[:端口] 网络探测目标，默认是网关；带端口时用 UDP 回显
  --record 文件              把读数另存为可回放的记录
  --replay 文件              不读硬件，回放一份记录
  --user-data-dir=文件夹     改用这个文件夹里的设置
  --lang zh-CN|en            输出语言
  --version, --help          版本，本说明

退出码：0 正常  1 警告  2 故障  3 无法判断  64 用法不对  65 文件内容不对  66 文件读不了`,
  'cli.usageError': 'check：{{problem}}。用法见 npm run -s check -- --help',
  'cli.settingsIgnored': 'check：设置文件 {{path}} 读不懂（{{problem}}），这次用默认设置',
  'cli.policyIgnored': 'check：本机策略文件 {{path}} 读不懂（{{problem}}），这次不用它',
  'cli.overridesIgnored': 'check：保存的规程改动用不了（{{problem}}），这次按原规程判断',
  'cli.verdict': '本机状态：{{verdict}}',
  'cli.replay.empty': '记录里没有读数',
  'cli.replay.span': '回放 {{from}} → {{to}}（{{duration}}）：{{incidents}} 次故障或警告，{{popups}} 次弹窗',
  'cli.replay.open': '未结束',
  'cli.replay.verdicts': '状态变化：',
} as const;
