#!/usr/bin/env bash
# Compiles the parts of nhsuk-frontend and govuk-frontend that the pages use into a style sheet each:
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
compile() { # $1: the source; $2: the package; $3: the licence beside it
  local version
  version="$(sed -nE "s/^ +\"$2\": \"([0-9.]+)\".*/\1/p" package.json)"
  echo "/* Parts of $2 $version, compiled by styles/regenerate.sh. MIT Licence: see $3. */"
  ./node_modules/.bin/sass --no-source-map --style=compressed --no-charset --load-path=node_modules "$1" \
    | sed -E 's#(background|mask):url\("/assets/images/[^"]*"\)#\1:none#g'
}

compile nhsuk.scss nhsuk-frontend nhsuk-frontend-licence.txt > "$output/nhsuk.css"

# The templates of the pages are written in the class names of nhsuk-frontend.
compile govuk.scss govuk-frontend govuk-frontend-licence.txt | sed -E '2,$s#govuk-breadcrumbs#nhsuk-breadcrumb#g; 2,$s#govuk-#nhsuk-#g' > "$output/govuk.css"

if grep -q 'url(' "$output/nhsuk.css" "$output/govuk.css"; then
  echo "regenerate: a style sheet would fetch something" >&2
  exit 1
fi
echo "regenerate: nhsuk.css and govuk.css written, $(cat "$output/nhsuk.css" "$output/govuk.css" | wc -c | tr -d ' ') bytes"
