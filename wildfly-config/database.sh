# shellcheck shell=bash disable=SC2154
# Included by ./peek. Which database the instances of ./peek use, and with which credentials. $home/postgresql is there when it is PostgreSQL: the three
# properties of its connection. With H2 the passwords are in the server's node.properties, made once and kept when it is set up anew.

random_hex() { od -An -v -tx1 -N"$1" /dev/urandom | tr -d ' \n'; }

property() { [[ ! -f $1 ]] || sed -n "s/^$2=//p" "$1"; }

h2_jar() { echo "$wildfly"/modules/system/layers/base/com/h2database/h2/main/h2-*.jar; }

# The passwords of a database that other processes reach; of one that was made without, its owner gets his now.
h2_properties() {
  local properties=$1 owner worker database
  owner=$(property "$properties" peek.db.password)
  worker=$(property "$properties" peek.h2.worker-password)
  if [[ -z $owner ]]; then
    owner=$(random_hex 24)
    worker=$(random_hex 24)
    database=$(base_of server)/data/peek/db/peek
    [[ ! -f $database.mv.db ]] || h2_owner_password "$database" "$owner"
  fi
  printf 'peek.db.password=%s\npeek.h2.worker-password=%s\npeek.h2.port=%s\n' "$owner" "$worker" "$((9092 + offset))"
}

# By a file, since command lines are public.
h2_owner_password() {
  local script said
  script=$(mktemp)
  echo "alter user peek set password '$2';" >"$script"
  said=$(java -cp "$(h2_jar)" org.h2.tools.RunScript -url "jdbc:h2:file:$1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;IFEXISTS=TRUE" -user peek -script "$script" 2>&1) ||
    { rm -f "$script"; fail "the owner of $1 was not given a password:"$'\n'"$said"; }
  rm -f "$script"
}

# Prints the properties by which an instance reaches the database; nothing for one that does not.
database_properties() {
  local server
  server=$(base_of server)/node.properties
  if [[ -f $home/postgresql ]]; then
    [[ $1 == client || $1 == agent ]] || cat "$home/postgresql"
  elif [[ $1 == server ]]; then
    h2_properties "$(base_of server)/node.properties.kept"
  elif [[ $1 == worker ]]; then
    printf 'peek.db.url=jdbc:h2:tcp://127.0.0.1:%s/peek\npeek.db.user=peek_worker\npeek.db.password=%s\n' \
      "$(property "$server" peek.h2.port)" "$(property "$server" peek.h2.worker-password)"
  fi
}

# Writes them anew into the instance's properties.
give_database() {
  local properties fresh
  properties=$(base_of "$1")/node.properties
  fresh=$(sed '/^peek\.db\./d; /^peek\.h2\./d' "$properties"; database_properties "$1")
  echo "$fresh" >"$properties"
}

# The driver becomes a module of WildFly; once for each WildFly.
install_postgresql_driver() {
  local version jar said
  [[ ! -d $wildfly/modules/org/postgresql/main ]] || return 0
  version=$(sed -n 's:.*<postgresql.version>\(.*\)</postgresql.version>.*:\1:p' "$root/pom.xml")
  mvn -q -B -N -f "$root/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    "-Dartifact=org.postgresql:postgresql:$version" "-DoutputDirectory=$root/.run/drivers"
  jar=$root/.run/drivers/postgresql-$version.jar
  said=$(JBOSS_HOME=$wildfly "$wildfly/bin/jboss-cli.sh" \
    --command="module add --name=org.postgresql --resources=$jar --dependencies=java.se,jakarta.transaction.api" 2>&1) ||
    fail "the driver of PostgreSQL was not added to $wildfly:"$'\n'"$said"
}

# A stopped instance that was configured for H2 without a password.
configure_database() {
  local said base script=
  base=$(base_of "$1")
  [[ $1 != server ]] || script=h2-password
  [[ ! -f $home/postgresql || $1 == client || $1 == agent ]] || script=postgresql
  [[ -z $script ]] || said=$(run_cli_file "$scripts/$script.cli") || fail "configuring the database of $1 failed:"$'\n'"$said"
}

# Nothing is copied: docs/operations.md says how to move data.
postgresql() {
  local instance password
  ((${#words[@]} == 2)) || fail "give URL and user: ./peek postgresql jdbc:postgresql://db.example.org:5432/peek peek"
  [[ ${words[0]} == jdbc:postgresql://* ]] || fail "'${words[0]}' is no URL of PostgreSQL: jdbc:postgresql://host:port/name"
  [[ ! -f $home/setup ]] || recall
  for instance in $(instances); do ! pid_of "$instance" >/dev/null || fail "$instance runs; ./peek stop first"; done
  [[ ! -t 0 ]] || printf 'Password of %s: ' "${words[1]}"
  IFS= read -rs password || [[ -n $password ]] || fail "no password was given"
  mkdir -p "$home"
  unpack_wildfly
  install_postgresql_driver
  printf 'peek.db.url=%s\npeek.db.user=%s\npeek.db.password=%s\n' "${words[@]}" "$password" >"$home/postgresql"
  echo "PostgreSQL from the next ./peek up on; what is in H2 stays in its file"
}
