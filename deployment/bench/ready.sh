#!/usr/bin/env bash
# How long `mvn -Pdemo` takes until READY: from a new state, then from one it finds. Exits with 1 beyond the limits
# (seconds): 180 and 45. To be run when nothing else runs; downloads and the first build are over before.
set -euo pipefail
cd "$(dirname "$0")/../.."
offset=${1:-4000}
state=$(mktemp -d)
trap 'rm -rf "$state"' EXIT
failed=0

until_ready() { # name, limit
  local begun=$SECONDS taken
  coproc demo { exec mvn -q -Pdemo -Ddemo.offset="$offset" -Ddemo.state="$state/node" 2>&1; }
  local pid=$demo_PID out=${demo[0]} line
  while IFS= read -r line <&"$out"; do
    case $line in READY*) break ;; esac
  done
  taken=$((SECONDS - begun))
  kill -TERM "$pid"
  wait "$pid" 2>/dev/null || true
  case ${line:-} in READY*) ;; *) echo "$1: never READY" >&2; exit 2 ;; esac
  echo "$1: READY after $taken s (limit $2)"
  [ "$taken" -le "$2" ] || failed=1
}

mvn -q -DskipTests package
until_ready "new state" 180
until_ready "found state" 45
exit $failed
