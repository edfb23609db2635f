#!/usr/bin/env bash
# The forge's jobs as plain commands, for any forge and any machine. After npm ci:
#
#   scripts/forge.sh check           records with annotations, tests, types, lint, build, gate
#   scripts/forge.sh preview BASE    builds BASE (a commit or branch) and what is here, and compares their pages: .cache/preview/
#   scripts/forge.sh links           asks external addresses: .cache/external-links.md; never fails because of them
set -euo pipefail
cd "$(dirname "$0")/.."

check() {
  npm run --silent check -- --github
  bash .ci/run
  npm run build
  npm run --silent gate -- dist
}

preview() {
  local base=${1:?"Name the commit or branch to compare with, such as main"}
  local work=.cache/preview
  git rev-parse --verify --quiet "$base^{commit}" >/dev/null || { echo "There is no commit $base here. In a shallow clone: git fetch --unshallow"; exit 1; }
  rm -rf "$work"
  git worktree prune
  mkdir -p "$work"
  git worktree add --quiet --detach "$work/source" "$base"
  trap 'git worktree remove --force .cache/preview/source' EXIT
  if cmp -s package-lock.json "$work/source/package-lock.json"; then
    ln -s "$PWD/node_modules" "$work/source/node_modules"
  else
    (cd "$work/source" && npm ci --no-audit --no-fund)
  fi
  # Volumes are compared by no one here, and cost most of the time.
  (cd "$work/source" && COMITY_SKIP=search,pdf COMITY_OUT="$OLDPWD/$work/before" npm run build)
  COMITY_SKIP=pdf COMITY_OUT="$work/after" npm run build
  npm run --silent page-diff -- "$work/before" "$work/after" "$work/report"
}

links() {
  mkdir -p .cache
  npm run --silent external-links -- --out=.cache/external-links.md
}

case "${1:-}" in
  check | preview | links) "$@" ;;
  *)
    sed -n '2,6p' "$0"
    exit 2
    ;;
esac
