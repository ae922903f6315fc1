# shellcheck shell=bash disable=SC2154
# The port with TLS of a platform that ./peek sets up; it gives home, scripts and base.

# The door for agents, with certificates of this platform's own.
open_tls() {
  [[ -f $home/tls/server.properties ]] || "$scripts/make-certificates" "$home/tls" --host 127.0.0.1 >/dev/null
  said=$(run_cli_file "$scripts/tls.cli") || fail "opening the port with TLS failed:"$'\n'"$said"
  cat "$home/tls/server.properties" >>"$base/node.properties"
}
