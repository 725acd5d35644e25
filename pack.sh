#!/usr/bin/env bash
# Packs every package into a folder:   bash pack.sh [FOLDER]
#
# FOLDER is artifacts/packages of this repository where none is given. NATIVE=1 puts the native tool of this platform into the packages that hold the tool.
# Beside the packages for .NET, the one for npm is packed where npm is there.
set -euo pipefail
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
folder="${1:-$here/artifacts/packages}"
mkdir -p "$folder"
folder="$(cd "$folder" && pwd)"

for project in DelegationLang.Policy DelegationLang.AspNetCore DelegationLang DelegationLang.Emit DelegationLang.Office DelegationLang.Build DelegationLang.Cli DelegationLang.Service; do
  native=()
  case "$project" in DelegationLang.Build | DelegationLang.Cli) [ "${NATIVE:-}" != 1 ] || native=(-p:ForEachPlatform=true) ;; esac
  dotnet pack "$here/src/$project" -c Release -o "$folder" -v quiet "${native[@]}"
done
if command -v npm >/dev/null; then
  npm pack "$here/src/DelegationLang.Js" --pack-destination "$folder" --loglevel=error >/dev/null
fi
ls "$folder"
