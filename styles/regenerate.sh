#!/usr/bin/env bash
# Compiles the parts of nhsuk-frontend that the pages use into one style sheet:
#
#   bash styles/regenerate.sh
#
# Needs npm; building the project does not, because what this writes is checked in.
# With an argument it writes into that folder instead.
set -euo pipefail
export LC_ALL=C

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
mkdir -p "${1:-$here/../src/DelegationLang.Emit/Html/Assets}"
output="$(cd "${1:-$here/../src/DelegationLang.Emit/Html/Assets}" && pwd)"
command -v npm >/dev/null || { echo "regenerate: npm is needed and was not found" >&2; exit 1; }

cd "$here"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
version="$(sed -nE 's/^ +"nhsuk-frontend": "([0-9.]+)".*/\1/p' package.json)"
{
  echo "/* Parts of nhsuk-frontend $version, compiled by styles/regenerate.sh. MIT Licence: see nhsuk-frontend-licence.txt. */"
  ./node_modules/.bin/sass --no-source-map --style=compressed --no-charset --load-path=node_modules nhsuk.scss \
    | sed -E 's#(background|mask):url\("/assets/images/[^"]*"\)#\1:none#g'
} > "$output/nhsuk.css"

if grep -q 'url(' "$output/nhsuk.css"; then
  echo "regenerate: the style sheet would fetch something" >&2
  exit 1
fi
echo "regenerate: nhsuk.css written, $(wc -c < "$output/nhsuk.css" | tr -d ' ') bytes"
