#!/usr/bin/env bash
# Drive the real program in a real window through the main journey, as a person does: keys and mouse by xdotool, in a
# screen of its own. A picture after each step lands in build/window/<name>; what was typed must be in the file afterwards.
#   tools/walk_window.sh [light|dark|contrast|beamer] [WIDTHxHEIGHT] [PERCENT] [FOLDER]     without a theme: once per theme
set -euo pipefail
cd "$(dirname "$0")/.."

if [ $# = 0 ]; then
  for theme in light dark contrast beamer; do "$0" "$theme"; done
  exit
fi
theme=$1 size=${2:-1280x720} percent=${3:-100}
out=$(realpath -m "${4:-build/window/$theme-$size-$percent}")

for tool in Xvfb:xvfb xdotool:xdotool openbox:openbox import:imagemagick; do
  command -v "${tool%:*}" >/dev/null || { echo "Missing: apt-get install --no-install-recommends ${tool#*:}" >&2; exit 1; }
done
rm -rf "$out" && mkdir -p "$out"
room=$(mktemp -d)
export WERKBOEK_HOME=$room/home LANG=C.UTF-8
unset WAYLAND_DISPLAY QT_QPA_PLATFORM
trap 'kill $(jobs -p) 2>/dev/null || true; wait; rm -rf "$room"' EXIT

exec 3<>"$room/display"
Xvfb -displayfd 3 -screen 0 "${size}x24" -noreset >"$room/xvfb.log" 2>&1 &
until [ -s "$room/display" ]; do sleep 0.1; done
DISPLAY=:$(head -1 "$room/display")
export DISPLAY
cat >"$room/openbox.xml" <<'XML'
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
  <applications><application class="*"><decor>no</decor><maximized>true</maximized></application></applications>
</openbox_config>
XML
openbox --config-file "$room/openbox.xml" >"$room/openbox.log" 2>&1 &

picture=0
see() { # see NAME: what the screen shows once it stands still
  local before='' now
  for _ in $(seq 40); do
    sleep 0.25
    import -window root "$room/now.ppm"
    now=$(md5sum <"$room/now.ppm")
    [ "$now" = "$before" ] && break
    before=$now
  done
  picture=$((picture + 1))
  convert "$room/now.ppm" "$out/$(printf %02d $picture)-$1.png"
  kill -0 "$program" 2>/dev/null || { echo "The program ended before: $1" >&2; cat "$room/program.log" >&2; exit 1; }
}
press() { for keys in "$@"; do xdotool key --clearmodifiers "$keys"; sleep 0.08; done; }
write() { xdotool type --clearmodifiers --delay 12 -- "$1"; sleep 0.1; }
click() { xdotool mousemove "$1" "$2" click "${3:-1}"; sleep 0.1; }
go() { press ctrl+k; sleep 0.5; write "$1"; sleep 0.6; press Return; sleep 0.4; } # go WORDS: what Ctrl+K finds first
start() { # start ARGUMENTS: the program, until its window has painted
  .venv/bin/python -m werkboek_desktop --theme "$theme" --scale "$percent" "$@" >>"$room/program.log" 2>&1 &
  program=$!
  xdotool search --sync --onlyvisible --pid "$program" >/dev/null
  rest
}
rest() { # what the program does at its start is done: a key that comes before is not heard
  local before=-9 now
  for _ in $(seq 60); do
    sleep 1
    now=$(awk '{ print $14 + $15 }' "/proc/$program/stat")
    [ $((now - before)) -le 2 ] && return
    before=$now
  done
}
finish() { # Alt+F4 is the window manager's, and the program ends by itself
  press alt+F4
  for _ in $(seq 100); do kill -0 "$program" 2>/dev/null || return 0; sleep 0.1; done
  echo "The program did not end when its window closed." >&2
  exit 1
}

must_have() { # must_have WORDS: what was typed is in the file that was closed
  .venv/bin/werkboek search "$file" "$1" | grep -q . || { echo "Not in the file: $1" >&2; exit 1; }
}

# An editor's morning: Vandaag, what has two versions, later
file=$room/demo.werkboek
.venv/bin/python -c 'import sys; from pathlib import Path; from werkboek_desktop.settings import App
from werkboek_desktop.workspace import create_demo; create_demo(Path(sys.argv[1]), App.of_this_computer())' "$file"
start "$file"; see start
press ctrl+1; see vandaag
press Return; see twee-versies
press alt+1; see twee-versies-genomen
press ctrl+End; write ' De school belt terug.'; see twee-versies-geschreven
press Escape; see later

# To a case, and writing in three parts of it
press ctrl+k; sleep 0.5; write duin; see zoeken
press Return; see praktijkvoorbeeld
press ctrl+End; write ' Eerste toevoeging: caf'; press dead_acute e; write ' aan zee.'; see schrijven-een
press Tab ctrl+End; write 'Tweede toevoeging over wandelaars.'; see schrijven-twee
press Tab ctrl+End; write ' Derde toevoeging over lantaarns.'; see schrijven-drie
press alt+Next; see volgende
press alt+Prior; see vorige
press ctrl+s; see alles-is-al-bewaard

# Its tabs; in the first table a row is added, moved, thrown away and brought back
press ctrl+Next; see tab-2
press ctrl+Next; see maatregelen
press Return; see maatregel-open
press Escape ctrl+End Home Return; write 'Lantaarns langs het pad'; see maatregel-nieuw
press Tab; write p; see maatregel-soort
press Escape alt+Up; see maatregel-omhoog
press alt+Up Delete; see maatregel-weg
press ctrl+z; see maatregel-terug
press ctrl+Return; see maatregel-meer
press Escape
for tab in 4 5 6 7 8; do press ctrl+Next; see "tab-$tab"; done

# The list: several at once, filters, a search
press ctrl+shift+l; see lijst
press shift+Up shift+Up; see gekozen
press Return; see samen
press Escape; see samen-niet
press ctrl+shift+f; see filters
press Escape ctrl+f; write kolen; see zoeken-in-de-lijst
press Return; see gevonden
press ctrl+f Escape; see zoeken-gewist

# All cases side by side, bundles, settings
press ctrl+7; see overzicht-balans
press Tab; see overzicht-tab
press ctrl+k; sleep 0.5; write keuzetabel; see zoeken-zonder
press Escape
go Pakketten; see pakketten
press ctrl+e; see pakket-versturen
go Instellingen; see instellingen
press ctrl+plus; see tekst-groter
press ctrl+minus; see tekst-terug
press F1; see toetsen
press Escape; see toetsen-weg

# A case from nothing, its municipality by a name that people use
press ctrl+2; see lijst-weer
press ctrl+n; see nieuw
write 'Samen de wijk in'; press Tab; write 'den ha'; see suggesties
press Down Return; see suggestie-genomen
press Tab; write 'Ouders en school trekken samen op.'; see nieuw-geschreven

# A second window beside it, and everything closes
press ctrl+shift+n; see tweede-venster
press ctrl+2; see tweede-venster-lijst
press alt+F4; see tweede-venster-dicht
finish

# The same file again: everything is there
for words in 'café aan zee' wandelaars lantaarns 'Lantaarns langs het pad' 'Ouders en school trekken'; do must_have "$words"; done
start "$file"; see opnieuw
go duin; see opnieuw-praktijkvoorbeeld
press ctrl+Next ctrl+Next; see opnieuw-maatregelen
press ctrl+1; see opnieuw-vandaag
press Return; see opnieuw-twee-versies
finish
[ ! -s "$room/program.log" ] || { echo "The program said:" >&2; cat "$room/program.log" >&2; exit 1; }
echo "$theme, $size, $percent %: walked to the end, $picture pictures in $out"
