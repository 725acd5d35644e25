#!/usr/bin/env bash
# Writes the C# parser anew from the grammar files beside this script:
#
#   bash grammar/regenerate.sh
#
# Needs Java 11 or later and npm; building the project needs neither, because what this writes is checked in.
# With two arguments it reads grammars from the first folder and writes to the second, to try something out.
set -euo pipefail
export LC_ALL=C

# Neither visitors nor listeners: the compiler builds a tree of its own. Whoever needs one changes the flags here.
flags=(-Dlanguage=CSharp -package DelegationLang.Parsing.Generated -no-visitor -no-listener -encoding UTF-8 -Werror)

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
grammars="$(cd "${1:-$here}" && pwd)"
mkdir -p "${2:-$here/../src/DelegationLang/Parsing/Generated}"
output="$(cd "${2:-$here/../src/DelegationLang/Parsing/Generated}" && pwd)"

cd "$grammars"
shopt -s nullglob
sources=(*.g4)
if [ "${#sources[@]}" -eq 0 ]; then
  echo "regenerate: there is no grammar (*.g4) in $grammars" >&2
  exit 1
fi
for tool in java npm; do
  if ! command -v "$tool" >/dev/null; then
    echo "regenerate: $tool is needed and was not found" >&2
    exit 1
  fi
done

# package-lock.json pins the tool by its hash.
(cd "$here" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null)
jars=("$here"/node_modules/antlr4ng-cli/antlr4-*-complete.jar)

fresh="$(mktemp -d)"
trap 'rm -rf "$fresh"' EXIT

# Called from the grammar's own folder, the tool names the grammar in its header without a path.
java -jar "${jars[0]}" "${flags[@]}" -Xexact-output-dir -o "$fresh" "${sources[@]}"

# The parser is nobody's business outside the compiler: its types become internal, and the attribute that
# only public types may bear goes with that. Line endings and trailing blanks are made alike on every system.
#
# Every choice of the grammar is decided by the next token, so the machinery that predicts choices is never used. Setting it up
# would still cost a fifth of the time that a first small file takes: it is left out, and the network of states that it works on
# is made only for who asks (the test of ambiguity does).
rm -f "$output"/*.cs
for file in "$fresh"/*.cs; do
  if grep -q AdaptivePredict "$file"; then
    echo "regenerate: a choice of the grammar is not decided by the next token; see the remark at its top" >&2
    exit 1
  fi
  sed -E \
    -e 's/\r$//' \
    -e 's/[[:blank:]]+$//' \
    -e '/^\[System\.CLSCompliant\(false\)\]$/d' \
    -e 's/^public ((partial )?(class|interface) )/internal \1/' \
    -e '/^\tprotected static DFA\[\] decisionToDFA;$/d' \
    -e '/^\tprotected static PredictionContextCache sharedContextCache /d' \
    -e '/^\tstatic [A-Za-z]+\(\) \{$/,/^\t\}$/d' \
    -e '/^\t\tInterpreter = new ParserATNSimulator\(/d' \
    -e 's/^(\tpublic static) readonly ATN _ATN =$/\1 ATN _ATN =>/' \
    "$file" > "$output/$(basename "$file")"
done

echo "regenerate: $(ls "$output"/*.cs | wc -l | tr -d ' ') file(s) written"
