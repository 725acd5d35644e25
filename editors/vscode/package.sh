#!/usr/bin/env bash
# Packages the extension with the tool of a platform in it, so that nothing else has to be installed:
#
#   bash editors/vscode/package.sh [linux-x64|win-x64|osx-arm64] [TOOL]
#
# TOOL is that platform's native tool; where it is not named it is published first, which a machine can do for its own platform alone.
# Makes delegation-language-PLATFORM.vsix. Needs Node with npm (npm ci in this folder), and the .NET SDK where there is no TOOL.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
platform="${1:-linux-x64}"
tool="${2:-}"
case "$platform" in
  linux-x64) target=linux-x64 program=delegation ;;
  win-x64) target=win32-x64 program=delegation.exe ;;
  osx-arm64) target=darwin-arm64 program=delegation ;;
  *) echo "package.sh: there is no tool for $platform" >&2; exit 2 ;;
esac
stage="$(mktemp -d)"
trap 'rm -rf "$stage"' EXIT

if [ -z "$tool" ]; then
  dotnet publish ../../src/DelegationLang.Cli -c Release -r "$platform" -o "$stage/published" -v quiet
  tool="$stage/published/$program"
fi

package="$stage/package"
mkdir -p "$package/tool" "$package/schemas"
cp -r images media language-configuration.json syntaxes walkthrough "$package/"
cp ../../schemas/delegation.schema.json "$package/schemas/"
cp ../../LICENSE "$package/LICENSE.txt"
cat ../../THIRD-PARTY-NOTICES.txt node_modules/vscode-languageclient/License.txt > "$package/THIRD-PARTY-NOTICES.txt"
sed 's/Needs the `delegation` tool: put it on the path, or say in the setting/It carries the `delegation` tool; another can be named in the setting/; s/^`delegation.server.path` where it is\.$/`delegation.server.path`./; /^## Building it/,$d' README.md > "$package/README.md"
cp "$tool" "$package/tool/$program"
chmod 755 "$package/tool/$program"
npx esbuild src/extension.js --bundle --platform=node --target=node18 --external:vscode --minify --outfile="$package/dist/extension.js" --log-level=warning
node -e '
  const fs = require("fs");
  const made = JSON.parse(fs.readFileSync("package.json", "utf8"));
  made.main = "./dist/extension.js";
  for (const part of ["dependencies", "devDependencies", "scripts"]) { delete made[part]; }
  fs.writeFileSync(process.argv[1], JSON.stringify(made, null, 2));
' "$package/package.json"
out="$PWD/delegation-language-$platform.vsix"
(cd "$package" && "$OLDPWD/node_modules/.bin/vsce" package --target "$target" --no-dependencies --no-git-tag-version --no-update-package-json --allow-missing-repository --out "$out" >/dev/null)
echo "$out"
