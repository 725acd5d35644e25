#!/usr/bin/env bash
# Compares the native tool with the portable one: what they write, print and end with, byte for byte.
#
#   dotnet publish src/DelegationLang.Cli -c Release -r linux-x64 -o tool
#   bash tests/native/check.sh tool/delegation
#
# Needs the portable tool as built by dotnet build or dotnet test -c Release.
set -euo pipefail
export LC_ALL=C DOTNET_NOLOGO=1 SOURCE_DATE_EPOCH=1777593600

native="$(realpath "$1")"
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
portable=(dotnet "$PWD/src/DelegationLang.Cli/bin/Release/net10.0/delegation.dll")
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
compared=0

# compare NAME INPUT ARGUMENT…: @out stands for a folder to write to.
compare() {
  local name="$1" input="$2" kind run
  shift 2
  for kind in native portable; do
    run=("${portable[@]}")
    [ "$kind" = portable ] || run=("$native")
    mkdir -p "$work/$kind/$name"
    (
      cd "$work/$kind/$name"
      status=0
      "${run[@]}" "${@//@out/out}" <"$input" >printed 2>remarks || status=$?
      echo "$status" >status
      # Of what a server sends, what it sends of its own accord comes when it comes: its answers alone are compared.
      [ -z "${answers_only:-}" ] || { sed 's/Content-Length: [0-9]*\r*/\n/g' printed | grep '"id":' >answers; mv answers printed; }
    )
  done
  diff -r "$work/portable/$name" "$work/native/$name" >&2 || { echo "native: $name differs" >&2; exit 1; }
  [ "$(cat "$work/native/$name/status")" -lt 2 ] || { cat "$work/native/$name/remarks" >&2; echo "native: $name failed" >&2; exit 1; }
  compared=$((compared + $(find "$work/native/$name" -type f | wc -l)))
}

message() { printf 'Content-Length: %d\r\n\r\n%s' "${#1}" "$1"; }

for folder in $(dirname examples/*/main.delegation); do
  scheme="$PWD/$folder"
  name="$(basename "$folder")"
  compare "$name-build" /dev/null build "$scheme" --out @out --as-of 2026-05-01
  compare "$name-check" /dev/null check "$scheme" --format json
  compare "$name-sarif" /dev/null check "$scheme" --format sarif
  if [ -f "$scheme/questions.txt" ]; then
    compare "$name-ask" /dev/null ask "$scheme" --questions "$scheme/questions.txt" --json
    compare "$name-answers" "$scheme/questions.txt" ask "$scheme" --questions -
  fi
  compare "$name-test" /dev/null test "$scheme" --json
  compare "$name-coverage" /dev/null coverage "$scheme" --json
  compare "$name-office" /dev/null build "$scheme" --out @out --emit office,csv --as-of 2026-05-01
  compare "$name-fmt" "$scheme/main.delegation" fmt --stdin
done
for folder in tests/samples/mistakes tests/samples/exemptions; do
  compare "$(basename "$folder")-check" /dev/null check "$PWD/$folder" --format json
  compare "$(basename "$folder")-text" /dev/null check "$PWD/$folder"
done
compare new /dev/null new @out
compare templates /dev/null templates @out
compare explain /dev/null explain DL2001
compare bodies /dev/null compare $(for folder in $(dirname examples/*/main.delegation); do echo "$PWD/$folder"; done) --json --as-of 2026-05-01
compare schema /dev/null schema
compare help /dev/null --help
compare version /dev/null --version
# One request a session: two are answered at the same time.
for request in hover completion; do
  {
    message '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}'
    message '{"jsonrpc":"2.0","method":"initialized","params":{}}'
    message '{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:a","languageId":"delegation","version":1,"text":"Trust is an NHS trust.\nBoard is the board of Trst.\n"}}}'
    message '{"jsonrpc":"2.0","id":2,"method":"textDocument/'$request'","params":{"textDocument":{"uri":"untitled:a"},"position":{"line":1,"character":2}}}'
    message '{"jsonrpc":"2.0","id":3,"method":"shutdown"}'
    message '{"jsonrpc":"2.0","method":"exit"}'
  } >"$work/session"
  answers_only=1 compare "lsp-$request" "$work/session" lsp --as-of 2026-05-01
done

echo "native: $compared files are alike; the tool is $(($(stat -c %s "$native") / 1000000)) MB"
