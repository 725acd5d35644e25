#!/usr/bin/env bash
# Asks Ajv, a validator in general use, whether our schemas are any, whether built schemes and what coverage prints fit theirs,
# and whether the logs of check --format sarif fit the schema of SARIF:
#
#   bash tests/schemas/check.sh [TOOL]
#
# Needs npm, and the native tool, or the one that dotnet build or dotnet test -c Release built.
set -euo pipefail
export LC_ALL=C DOTNET_NOLOGO=1

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
tool=(dotnet src/DelegationLang.Cli/bin/Release/net10.0/delegation.dll)
[ ! -x "${1:-}" ] || tool=("$(realpath "$1")")
cd "$here/../.."
for needed in node npm; do
  if ! command -v "$needed" >/dev/null; then
    echo "schemas: $needed is needed and was not found" >&2
    exit 1
  fi
done

# package-lock.json pins the validator by its hash.
(cd "$here" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null)

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
for scheme in tests/samples/mistakes tests/samples/exemptions $(dirname examples/*/main.delegation); do
  # A scheme with errors exits with 1, as it should.
  "${tool[@]}" check "$scheme" --as-of 2026-05-01 --format sarif \
    >"$work/$(basename "$scheme").sarif" || [ "$?" -eq 1 ]
  "${tool[@]}" coverage "$scheme" --as-of 2026-05-01 --json \
    >"$work/$(basename "$scheme").coverage.json" 2>/dev/null || [ "$?" -eq 1 ]
done

for scheme in $(dirname examples/*/main.delegation); do
  "${tool[@]}" build "$scheme" --emit json,decisions --out "$work/$(basename "$scheme")" >/dev/null
done

"${tool[@]}" compare $(dirname examples/*/main.delegation) --as-of 2026-05-01 --json >"$work/examples.compare.json"

node "$here/check.mjs" "$work"/*.compare.json "$work"/*.sarif "$work"/*.coverage.json "$work"/*/scheme.json "$work"/*/decisions.json
