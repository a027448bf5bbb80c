#!/bin/sh
# Makes the icons from source/*.svg with ImageMagick. Run it after changing one, and commit what it wrote.
set -eu
cd "$(dirname "$0")"
picture() { convert -background none -density "$(($2 * 12))" "source/$1.svg" -resize "$2x$2" -strip "PNG32:$3"; }
mkdir -p tray/linux tray/macos tray/windows
for verdict in ok warning fault unknown; do
  picture "$verdict" 48 "tray/linux/$verdict.png"
  picture "$verdict" 18 "tray/macos/$verdict.png"
  picture "$verdict" 36 "tray/macos/$verdict@2x.png"
  convert -background none -density 1024 "source/$verdict.svg" -define icon:auto-resize=48,32,24,20,16 -strip "tray/windows/$verdict.ico"
done
