# shellcheck shell=bash disable=SC2154,SC2031
# One run of jboss-cli: on a running WildFly through its management interface, or on a stopped one. Commands go by a file that only
# the owner can read, so that no secret is seen in the list of processes.

umask 077
scripts=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

fail() { echo "${0##*/}: $*" >&2; exit 1; }

# run_cli: commands from stdin; uses $wildfly, and $base (a stopped one) or, when that is empty, $controller (host:port).
# Prints what jboss-cli said and fails when a command failed.
run_cli() {
  local commands status=0
  commands=$(mktemp)
  { [[ -z $base ]] || echo "embed-server --server-config=standalone.xml --std-out=discard"; cat; } >"$commands"
  run_cli_file "$commands" || status=$?
  rm -f "$commands"
  return "$status"
}

run_cli_file() (
  cd "$scripts" || exit 1
  unset JAVA_OPTS
  export JBOSS_HOME=$wildfly
  if [[ -n $base ]]; then
    JAVA_OPTS="-Djboss.server.base.dir=$base" "$wildfly/bin/jboss-cli.sh" --file="$1" 2>&1
  else
    "$wildfly/bin/jboss-cli.sh" --connect --controller="remote+http://$controller" --file="$1" 2>&1
  fi
)
