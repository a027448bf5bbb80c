#!/bin/sh
# What the tests and the first start of the packed program need on a build machine of Ubuntu.
set -eu
sudo apt-get update
sudo apt-get install --no-install-recommends -y \
  xvfb dbus dbus-x11 openbox xfce4-panel dunst imagemagick xdotool x11-utils fonts-noto-cjk
# Ubuntu withholds the user namespaces that Chromium's sandbox is made of.
sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0
