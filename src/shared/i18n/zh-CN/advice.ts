/** 读不到数值时 IT 能做什么；键与 `ADVICE_CODES` 一致。 */
export const advice = {
  'advice.nothing': '无需处理',
  'advice.code.no-sensor':
    '这台电脑没有这种传感器。物理机请 IT 安装主板传感器驱动；虚拟机本来就没有，可由 IT 标为不监测',
  'advice.code.start-lhm':
    'Windows 本身不提供这个读数。请 IT 安装 LibreHardwareMonitor，设为开机启动，并打开“Options → Remote Web Server”',
  'advice.code.no-tool-on-macos': 'macOS 不向普通程序提供这个读数，可由 IT 标为不监测',
  'advice.code.no-record-on-macos': 'macOS 不保留这类记录，可由 IT 标为不监测',
  'advice.code.no-ecc': '这台电脑的内存不带自检（非 ECC），或缺少驱动，无需处理',
  'advice.code.paused': '直播中或使用电池时暂不查询，以免影响直播，之后会自动恢复',
  'advice.code.name-ingest-host': '请 IT 在设置里填写推流服务器的地址',
  'advice.code.target-never-answered':
    '探测目标一直没有回应。请 IT 在设置里填一个会回应的目标，或让现在的目标允许回应',
  'advice.code.no-gateway': '没有默认网关可供探测。请检查网络连接，或请 IT 在设置里填一个探测目标',
  'advice.code.admin-account-on-macos':
    'macOS 的系统诊断报告和日志只有管理员账户能读取。请 IT 用管理员账户运行本程序，或标为不监测',
  'advice.code.no-camera-state-on-macos':
    'macOS 只公布内置摄像头是否在用，不公布外接摄像头的。请在直播软件里确认画面，或由 IT 标为不监测',
  'advice.code.no-input-level':
    '当前麦克风没有可由 macOS 调节的输入音量，是否静音无法读取。请检查麦克风或声卡上的静音开关',
  'advice.code.check-for-updates': '这台电脑还没有检查过更新。请在“系统设置 → 通用 → 软件更新”里检查一次',
  'advice.code.allow-powershell':
    '这台电脑不允许运行监测脚本，或没有 Windows PowerShell 5.1。请 IT 在应用控制策略（WDAC、AppLocker）里放行本程序自带的脚本',
  'advice.code.allow-location':
    'Windows 11 把 Wi-Fi 信号归入位置信息。请打开“设置 → 隐私和安全性 → 位置”，并允许桌面应用访问位置',
  'advice.code.start-windows-update':
    'Windows 更新没有运行，或从未检查过更新。请 IT 启动该服务，并手动检查一次更新',
  'advice.code.no-security-centre': 'Windows Server 没有安全中心，读不到杀毒软件的状态，可由 IT 标为不监测',
  'advice.code.ask-antivirus': '这款杀毒软件不向 Windows 报告具体日期，请在它自己的界面里查看',
  'advice.code.hidden-programs':
    '摄像头驱动正在使用，但占用它的程序属于这台电脑的其他用户，看不到名称。请在直播软件里确认画面',
  'advice.code.join-journal-group':
    '读取系统日志需要权限。请 IT 把当前用户加入 systemd-journal（或 adm）组，然后重新登录',
  'advice.code.keep-journal':
    '这台电脑重启后不保留系统日志。请 IT 新建文件夹 /var/log/journal，并重启 systemd-journald',
  'advice.code.no-journal': '这个系统没有 systemd 日志，可由 IT 标为不监测',
  'advice.code.disk-health-source':
    '系统里没有程序提供硬盘健康状态。请 IT 安装并启动 udisks2；虚拟磁盘和许多 USB 硬盘盒本来就不提供',
  'advice.code.refresh-packages':
    '这台电脑从未下载过软件包列表。请 IT 更新一次（apt update、dnf makecache 或 pacman -Sy）',
  'advice.code.unknown-packages':
    '本程序不认识这个系统的软件包管理器（支持 apt、dnf、pacman），可由 IT 标为不监测',
  'advice.code.no-restart-record': '系统既没有记录是否需要重启，也看不到已安装的内核，可由 IT 标为不监测',
  'advice.code.install-antivirus':
    '没有找到已知的杀毒软件。请 IT 安装一款（例如 ClamAV 及其守护进程），或标为不监测',
  'advice.code.definitions-unknown':
    '在 Linux 上只能读到 ClamAV 的病毒库日期。其他杀毒软件请在它自己的界面里查看',
  'advice.code.record-scans':
    '没有找到扫描记录。请 IT 让 clamscan 把日志写到 /var/log/clamav，并允许当前用户读取',
  'advice.code.no-sound-server':
    '没有声音服务应答（PipeWire 或 PulseAudio 的 pactl，或 wpctl）。请 IT 安装 pulseaudio-utils，或检查麦克风上的静音开关',
  'advice.code.no-ups': '系统没有发现 UPS。如果有，请 IT 用 USB 线连接，并启动 UPower',
  'advice.code.no-boot-records':
    '这台电脑没有当前用户可读的开机记录。请 IT 把用户加入 systemd-journal 组，并新建文件夹 /var/log/journal',
} as const;
