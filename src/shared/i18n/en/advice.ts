/** What IT can do about a reading that can't be had; keys follow `ADVICE_CODES`. */
export const advice = {
  'advice.nothing': 'Nothing needs doing',
  'advice.code.no-sensor':
    'This machine shows no such sensor. On a real machine ask IT for the driver of its board; a virtual machine has none, IT can accept it as not monitored',
  'advice.code.start-lhm':
    'Windows itself does not tell. Ask IT to install LibreHardwareMonitor, let it start with Windows, and switch on Options → Remote Web Server',
  'advice.code.no-tool-on-macos':
    'macOS shows this sensor to no ordinary program. IT can accept it as not monitored',
  'advice.code.no-record-on-macos': 'macOS keeps no record of this. IT can accept it as not monitored',
  'advice.code.no-ecc':
    'The memory of this computer does not check itself (no ECC), or its driver is missing. Nothing needs doing',
  'advice.code.paused':
    'Not asked for while on air or on battery, so as not to disturb; it comes by itself afterwards',
  'advice.code.name-ingest-host': 'Ask IT to name the host that the stream is sent to in the settings',
  'advice.code.target-never-answered':
    'The probe target has never answered. Ask IT to name a target that answers in the settings, or to let this one answer',
  'advice.code.no-gateway':
    'There is no default gateway to probe. Check the network connection, or ask IT to name a target in the settings',
  'advice.code.admin-account-on-macos':
    'Only administrators may read the diagnostic reports and the log of macOS. Ask IT to run this program under an administrator account, or to accept it as not monitored',
  'advice.code.no-camera-state-on-macos':
    'macOS tells only of the built-in camera whether it is in use. Look at the picture in the streaming program, or IT can accept it as not monitored',
  'advice.code.no-input-level':
    "This microphone has no level that macOS sets, so that muting can't be read. Look at the switch on the microphone or its interface",
  'advice.code.check-for-updates':
    'This computer has never looked for updates. Look once under System Settings → General → Software Update',
  'advice.code.allow-powershell':
    'This computer does not let the monitoring scripts run, or has no Windows PowerShell 5.1. Ask IT to allow the scripts of this program in application control (WDAC, AppLocker)',
  'advice.code.allow-location':
    'Windows 11 counts the Wi-Fi signal as your location. Switch on Settings → Privacy & security → Location, and let desktop apps use it',
  'advice.code.start-windows-update':
    'Windows Update does not run, or has never searched. Ask IT to start the service and to search once by hand',
  'advice.code.no-security-centre':
    'Windows Server has no security centre that would tell of an antivirus program. IT can accept it as not monitored',
  'advice.code.ask-antivirus': 'This antivirus program does not tell Windows a date. Look at its own window',
  'advice.code.hidden-programs':
    'The driver is in use, but the program belongs to another user of this computer and is hidden. Look at the picture in the streaming program',
  'advice.code.join-journal-group':
    'Reading the system log takes a right. Ask IT to add this user to the group systemd-journal (or adm) and to log in again',
  'advice.code.keep-journal':
    'This computer keeps no system log over restarts. Ask IT to create the folder /var/log/journal and to restart systemd-journald',
  'advice.code.no-journal': 'This system has no systemd journal to read. IT can accept it as not monitored',
  'advice.code.disk-health-source':
    'Nobody tells the health of the disks. Ask IT to install udisks2 and let it run; disks behind many USB adapters and virtual ones tell nothing',
  'advice.code.refresh-packages':
    'This computer has never fetched its lists of packages. Ask IT to refresh them once (apt update, dnf makecache, pacman -Sy)',
  'advice.code.unknown-packages':
    'The package manager of this system is not known here (known: apt, dnf, pacman). IT can accept it as not monitored',
  'advice.code.no-restart-record':
    'Neither a wish to restart nor an installed kernel is recorded here. IT can accept it as not monitored',
  'advice.code.install-antivirus':
    'No known antivirus program is installed. Ask IT to install one (ClamAV with its daemon, for instance), or to accept it as not monitored',
  'advice.code.definitions-unknown':
    'Only ClamAV shows the age of its definitions here. Look at the window of the antivirus program that is installed',
  'advice.code.record-scans':
    'No record of a scan is to be found. Ask IT to let clamscan write a log to /var/log/clamav that this user may read',
  'advice.code.no-sound-server':
    'No sound server answers (PipeWire or PulseAudio with pactl, or wpctl). Ask IT to install pulseaudio-utils, or look at the switch on the microphone',
  'advice.code.no-ups':
    'No UPS is known to the system. If there is one, ask IT to connect it by USB and to let UPower run',
  'advice.code.no-boot-records':
    'This computer keeps no record of its starts that this user may read. Ask IT to add the user to the group systemd-journal and to create the folder /var/log/journal',
};
