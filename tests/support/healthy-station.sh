#!/bin/bash
# healthy-station.sh DIR PROGRAM [ARG...] - runs a program in a private mount namespace (made by fake-sysfs.sh) in which
# packages are up to date and an antivirus program runs. Nothing outside of it changes.
#
#   DIR/updates       how many packages wait for an update (read whenever the package manager is asked)
#   DIR/no-antivirus  if it is there: installed, but not running
#   DIR/net           if it is there: `no-link` (the network adapter has no link), `untold-signal` (it is a Wi-Fi adapter
#                     that does not tell its signal)
set -euo pipefail
d=$1; shift
mkdir -p "$d/over"
mount -t tmpfs tmpfs "$d/over"
for folder in var/lib var/log usr/sbin; do
  mkdir -p "$d/over/$folder/upper" "$d/over/$folder/work"
  mount -t overlay overlay -o "lowerdir=/$folder,upperdir=$d/over/$folder/upper,workdir=$d/over/$folder/work" "/$folder"
done

mkdir -p /var/lib/clamav /var/log/clamav /var/lib/apt/lists
printf 'ClamAV-VDB:%s:27086:2061000:90:x:x:x:0' "$(LC_ALL=C date -u '+%d %b %Y %H-%M +0000')" > /var/lib/clamav/daily.cvd
printf 'End Date:   %s\n' "$(date -d yesterday '+%Y:%m:%d %H:%M:%S')" > /var/log/clamav/scan.log
: > /var/lib/apt/lists/mirror_dists_stable_InRelease
: > /usr/sbin/clamd

# The package manager's answer is what is faked, not who asks it.
cat > "$d/over/apt-get" <<SH
#!/bin/bash
count=\$(cat "$d/updates" 2>/dev/null || echo 0)
for ((i = 0; i < count; i++)); do echo "Inst package\$i [1.0] (1.1 stable [amd64])"; done
echo "\$count upgraded, 0 newly installed, 0 to remove and 0 not upgraded."
SH
chmod +x "$d/over/apt-get"
[ -e /usr/bin/apt-get ] && mount --bind "$d/over/apt-get" /usr/bin/apt-get

if [ -e "$d/net" ]; then
  # A copy of what the adapter of the default route tells, in its place.
  adapter=$(readlink -f "/sys/class/net/$(awk '$2 == "00000000" { print $1; exit }' /proc/net/route)")
  mkdir -p "$d/over/adapter/statistics"
  for file in carrier operstate speed statistics/rx_bytes statistics/tx_bytes; do
    cat "$adapter/$file" > "$d/over/adapter/$file" 2>/dev/null || true
  done
  case "$(cat "$d/net")" in
    no-link) echo down > "$d/over/adapter/operstate"; echo 0 > "$d/over/adapter/carrier" ;;
    untold-signal) mkdir "$d/over/adapter/wireless"; echo -1 > "$d/over/adapter/speed" ;;
  esac
  mount --bind "$d/over/adapter" "$adapter"
fi

if [ ! -e "$d/no-antivirus" ]; then
  # A script is known by its own name; it ends with the program.
  printf '#!/bin/bash\nwhile kill -0 "$1" 2>/dev/null; do sleep 0.5; done\n' > "$d/over/clamd"
  chmod +x "$d/over/clamd"
  "$d/over/clamd" $$ < /dev/null > /dev/null 2>&1 &
fi
exec "$@"
