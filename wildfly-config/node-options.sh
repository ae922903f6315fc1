# shellcheck shell=bash disable=SC2034,SC2031
# What add-node and remove-node share: their options and what makes a name.

# shellcheck source=wildfly-config/cli.sh
source "$(dirname "${BASH_SOURCE[0]}")/cli.sh"
wildfly=${JBOSS_HOME:-}
base=
controller=127.0.0.1:9990
link=
tls=
out=
words=()

read_arguments() {
  while (($#)); do
    case $1 in
      --wildfly) wildfly=${2:?$1 needs a folder}; shift 2 ;;
      --offline) base=${2:?$1 needs the base folder of a stopped server}; shift 2 ;;
      --controller) controller=${2:?$1 needs host:port}; shift 2 ;;
      --link) link=${2:?$1 needs host:port}; shift 2 ;;
      --tls) tls=$(cd "${2:?$1 needs the folder of make-certificates}" && pwd) || exit 1; shift 2 ;;
      --out) out=${2:?$1 needs a file}; shift 2 ;;
      -*) fail "unknown option $1; see docs/operations.md" ;;
      *) words+=("$1"); shift ;;
    esac
  done
  [[ -x $wildfly/bin/jboss-cli.sh ]] || fail "no WildFly at '$wildfly': set JBOSS_HOME or give --wildfly <folder>"
  [[ -z $base ]] || base=$(cd "$base" && pwd) || exit 1
}

# A name becomes part of addresses and roles: no dot, no wildcard; and the identifier of its transactions: 23 characters.
check_name() {
  [[ $1 =~ ^[a-z][a-z0-9-]{0,22}$ ]] || fail "'$1' is no name for a node: a lower-case letter, then at most 22 letters, digits or hyphens"
}
