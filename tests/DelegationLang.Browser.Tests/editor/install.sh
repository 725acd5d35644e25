#!/usr/bin/env bash
# Installs Visual Studio Code as it runs in a browser (code-server, pinned in package.json), in which TypingTests types: bash install.sh
#
# It goes into a folder of its own, which is kept and found again: DELEGATION_CODE_SERVER, or a folder in the cache of whoever runs this. Nothing is
# downloaded but packages of npm: what these would download beside is left out (--ignore-scripts), and the one native module that the server cannot
# start without is compiled here, which needs Python, make and a C++ compiler.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
target="${DELEGATION_CODE_SERVER:-${XDG_CACHE_HOME:-$HOME/.cache}/delegation/code-server-4.100.3}"
if cmp -s "$here/package-lock.json" "$target/installed.json"; then
  exit 0
fi

rm -rf "$target"
mkdir -p "$target"
cp "$here/package.json" "$here/package-lock.json" "$target"
cd "$target"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
# As its own installer does; its list of versions is pinned in the package.
(cd node_modules/code-server/lib/vscode && npm install --ignore-scripts --omit=dev --no-audit --no-fund --loglevel=error)
ln -sfn node_modules node_modules/code-server/lib/vscode/node_modules.asar

# The headers of Node, where it brought them along.
prefix="$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")"
headers=()
[ -d "$prefix/include/node" ] && headers=(--nodedir="$prefix")
(cd node_modules/argon2 && node ../@mapbox/node-pre-gyp/bin/node-pre-gyp rebuild --build-from-source "${headers[@]}" >/dev/null 2>"$target/argon2.log") \
  || { cat "$target/argon2.log" >&2; exit 1; }
cp "$here/package-lock.json" installed.json
