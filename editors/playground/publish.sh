#!/usr/bin/env bash
# Puts the page with the compiler in it, and the schemes to begin with, into one folder for any web server:
#
#   bash editors/playground/publish.sh [FOLDER]        editors/playground/bin/site where no folder is named
#
# The pages of the examples lie in it too, under examples/NAME, so that one folder shows what is written and what becomes of it.
# Needs the .NET SDK and Node with npm. The folder is made anew.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
site="${1:-bin/site}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
rm -rf wwwroot
mkdir -p wwwroot/examples
cp page/index.html page/playground.css wwwroot/
npm run --silent bundle
for package in node_modules/@codemirror/* node_modules/@lezer/* node_modules/*; do
  [ ! -f "$package/LICENSE" ] || { echo "${package#node_modules/}"; echo; cat "$package/LICENSE"; echo; }
done | cat ../../THIRD-PARTY-NOTICES.txt - > wwwroot/licences.txt
node examples.mjs ../../src/DelegationLang.Cli/Starter wwwroot/examples
dotnet publish -c Release -v quiet -o "$work/published"
rm -rf "$site"
mkdir -p "$(dirname "$site")"
cp -r "$work/published/wwwroot" "$site"
for example in west-yorkshire-icb foundation-trust borough-council; do
  dotnet run --project ../../src/DelegationLang.Cli -c Release -v quiet -- build "../../examples/$example" --emit html,json,csv --out "$site/examples/$example" > /dev/null
  rm -f "$site/examples/$example/.delegation-build"
done
echo "The page is in $site."
