#!/usr/bin/env bash
# An OpenLDAP server to test against, on loopback, with TLS and client certificates; no system service is touched.
# usage: openldap.sh up [--reset | --install] [DIR] | openldap.sh down [--purge] [DIR]
#   DIR        where its data lies (default: AD_OPENLDAP_DIR, else openldap-lab under the temporary folder)
#   --reset    stop it, throw its data away, start from scratch
#   --install  install the packages that are missing, and no more
#   --purge    throw its data away as well
# Needs root only to install slapd. up writes DIR/openldap.env, lines of NAME=value, and prints it.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/env.sh"
: "${AD_OPENLDAP_ADDR:=127.0.0.1}" # loopback address it listens on
: "${AD_OPENLDAP_PORT:=0}"         # port for ldap://, the next one for ldaps://; 0: the first pair that is free

usage() { sed -n '2,8s/^# //p' "$0"; }

command=${1-}
[[ $command = up || $command = down ]] || { usage >&2; exit 2; }
shift
action=
dir=${AD_OPENLDAP_DIR:-${TMPDIR:-/tmp}/openldap-lab}
for arg; do
  case $arg in
    --reset | --install | --purge) action=${arg#--} ;;
    -*) usage >&2; exit 2 ;;
    *) dir=$arg ;;
  esac
done

base=DC=plain,DC=example,DC=test
password='Svc-Passw0rd!'
admin_password='Lab-Passw0rd!'

server() { # prints the id of the server that was started for this folder, or fails
  local pid born
  read -r pid born 2>/dev/null <"$dir/started" && [[ -n "$born" && "$(lab_birth "$pid")" = "$born" ]] && echo "$pid"
}

stop() {
  local pid i
  pid=$(server) || { rm -f "$dir/started"; return 0; }
  kill -TERM "$pid"
  for ((i = 0; i < 100; i++)); do
    [[ "$(server)" = "$pid" ]] || break
    sleep 0.1
  done
  [[ "$(server)" != "$pid" ]] || kill -KILL "$pid"
  rm -f "$dir/started"
}

purge() { rm -rf "$dir"/{db,tls,log,schema,slapd.conf,slapd.pid,slapd.args,started,ports,openldap.env,ready,seed.ldif}; }

packages() {
  local missing=()
  [[ -x /usr/sbin/slapd ]] || missing+=(slapd)
  command -v ldapsearch >/dev/null || missing+=(ldap-utils)
  command -v openssl >/dev/null || missing+=(openssl)
  ((${#missing[@]} == 0)) || {
    echo "installing: ${missing[*]}" >&2
    lab_place "$dir"
    lab_install "${missing[@]}"
  }
}

taken() { (exec 3<>"/dev/tcp/$AD_OPENLDAP_ADDR/$1") 2>/dev/null; }

choose_ports() { # the ports of an earlier start where they are still free, so that a restart is found again
  local port kept=
  read -r kept 2>/dev/null <"$dir/ports" || true
  for port in ${kept:-} $([[ $AD_OPENLDAP_PORT = 0 ]] && seq 13389 10 13989 || echo "$AD_OPENLDAP_PORT"); do
    if ! taken "$port" && ! taken "$((port + 1))"; then
      echo "$port" >"$dir/ports"
      return
    fi
  done
  lab_fail "no pair of ports is free on $AD_OPENLDAP_ADDR; name one with AD_OPENLDAP_PORT"
}

authority() { # authority NAME SUBJECT: a certificate authority of the lab's own
  openssl req -x509 -newkey rsa:2048 -nodes -sha256 -days 3650 -subj "$2" -keyout "$dir/tls/$1.key" \
    -out "$dir/tls/$1.pem" -addext basicConstraints=critical,CA:TRUE \
    -addext keyUsage=critical,keyCertSign,cRLSign 2>/dev/null
}

certificate() { # certificate NAME SUBJECT AUTHORITY EXTENSION...: NAME.key, NAME.pem and, for Java, NAME.p12
  local name=$1 subject=$2 signer=$3 t=$dir/tls
  shift 3
  openssl req -newkey rsa:2048 -nodes -sha256 -subj "$subject" -keyout "$t/$name.key" -out "$t/$name.req" 2>/dev/null
  printf '%s\n' basicConstraints=CA:FALSE keyUsage=digitalSignature,keyEncipherment "$@" >"$t/$name.ext"
  openssl x509 -req -sha256 -days 3650 -in "$t/$name.req" -CA "$t/$signer.pem" -CAkey "$t/$signer.key" \
    -CAcreateserial -extfile "$t/$name.ext" -out "$t/$name.pem" 2>/dev/null
  openssl pkcs12 -export -inkey "$t/$name.key" -in "$t/$name.pem" -certfile "$t/$signer.pem" -name "$name" \
    -passout "pass:$password" -out "$t/$name.p12"
  rm -f "$t/$name.req" "$t/$name.ext"
}

write_tls() {
  mkdir -p "$dir/tls"
  authority ca '/CN=OpenLDAP lab test CA'
  authority other-ca '/CN=OpenLDAP lab CA that the server does not trust'
  certificate server /CN=ldap.plain.example.test ca extendedKeyUsage=serverAuth \
    "subjectAltName=DNS:ldap.plain.example.test,DNS:localhost,IP:127.0.0.1,IP:$AD_OPENLDAP_ADDR"
  certificate svc-writeback '/O=Lab/OU=Clients/CN=svc-writeback' ca extendedKeyUsage=clientAuth
  certificate nobody '/O=Lab/OU=Clients/CN=nobody' ca extendedKeyUsage=clientAuth # trusted, but no entry is behind it
  certificate stranger '/O=Lab/OU=Clients/CN=svc-writeback' other-ca extendedKeyUsage=clientAuth
  chmod 600 "$dir"/tls/*.key "$dir"/tls/*.p12
}

write_schema() { # the schema of the plain LDIF in slapd's own form, in which no line is longer than 2047 characters
  mkdir -p "$dir/schema"
  sed -n -e 's/^attributeTypes: /attributetype /p' -e '/^objectClasses: /{s//objectclass /;s/ \$ /\n  $ /g;p}' \
    "$here/schema/standalone.ldif" >"$dir/schema/exchange.schema"
}

write_conf() {
  cat >"$dir/slapd.conf" <<CONF
include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
include $dir/schema/exchange.schema
pidfile $dir/slapd.pid
argsfile $dir/slapd.args
modulepath /usr/lib/ldap
moduleload back_mdb
sizelimit 1000
threads 4
TLSCACertificateFile $dir/tls/ca.pem
TLSCertificateFile $dir/tls/server.pem
TLSCertificateKeyFile $dir/tls/server.key
TLSVerifyClient ${AD_OPENLDAP_VERIFY_CLIENT:-try}
authz-regexp "cn=([^,]+),ou=clients,o=lab" "cn=\$1,ou=Service,$base"
database mdb
suffix "$base"
rootdn "cn=admin,$base"
rootpw "$admin_password"
directory $dir/db
maxsize 1073741824
dbnosync
index objectClass,entryUUID,uid,cn,sAMAccountName,objectGUID,objectSid,mail,proxyAddresses,targetAddress eq
index mailNickname,userPrincipalName,mS-DS-ConsistencyGuid,msDS-ExternalDirectoryObjectId eq
access to attrs=userPassword by anonymous auth by * none
access to dn.subtree="ou=Hidden,$base" by * none
access to dn.subtree="ou=People,$base"
  by dn.exact="cn=svc-writeback,ou=Service,$base" write
  by users read
access to * by users read
CONF
}

account() { # account NAME: an entry that may sign in with the password of the service accounts
  cat <<LDIF

dn: cn=$1,ou=Service,$base
objectClass: inetOrgPerson
cn: $1
sn: $1
userPassword: $password
LDIF
}

write_seed() {
  cat <<LDIF
dn: $base
objectClass: top
objectClass: domain
dc: plain
LDIF
  local part
  for part in Service People Groups Outside Hidden; do
    printf '\ndn: ou=%s,%s\nobjectClass: organizationalUnit\nou: %s\n' "$part" "$base" "$part"
  done
  account svc-writeback
  account svc-reader
}

make() {
  mkdir -p "$dir/db"
  write_tls
  write_schema
  write_conf
  write_seed >"$dir/seed.ldif"
  /usr/sbin/slapadd -q -f "$dir/slapd.conf" -l "$dir/seed.ldif" >"$dir/log/load.log" 2>&1 ||
    { tail -n 5 "$dir/log/load.log" >&2; lab_fail "slapd does not take its configuration or first entries; see $dir/log"; }
  : >"$dir/ready"
}

start() {
  local port i pid
  choose_ports
  read -r port <"$dir/ports"
  write_conf
  setsid /usr/sbin/slapd -f "$dir/slapd.conf" -n "$dir" \
    -h "ldap://$AD_OPENLDAP_ADDR:$port ldaps://$AD_OPENLDAP_ADDR:$((port + 1))" \
    </dev/null >>"$dir/log/slapd.log" 2>&1 9>&-
  for ((i = 0; i < 100; i++)); do
    if ldapwhoami -x -o nettimeout=2 -H "ldap://$AD_OPENLDAP_ADDR:$port" >/dev/null 2>&1; then
      pid=$(cat "$dir/slapd.pid")
      echo "$pid $(lab_birth "$pid")" >"$dir/started"
      return
    fi
    sleep 0.1
  done
  tail -n 20 "$dir/log/slapd.log" >&2
  lab_fail "the server does not answer on port $port within 10 seconds; its log is in $dir/log"
}

write_env() {
  local port
  read -r port <"$dir/ports"
  cat >"$dir/openldap.env" <<ENV
OPENLDAP_HOST=$AD_OPENLDAP_ADDR
OPENLDAP_PORT=$port
OPENLDAP_TLS_PORT=$((port + 1))
OPENLDAP_BASE_DN=$base
OPENLDAP_PEOPLE_DN=ou=People,$base
OPENLDAP_ADMIN_DN=cn=admin,$base
OPENLDAP_ADMIN_PASSWORD='$admin_password'
OPENLDAP_SVC_DN=cn=svc-writeback,ou=Service,$base
OPENLDAP_READER_DN=cn=svc-reader,ou=Service,$base
OPENLDAP_SVC_PASSWORD='$password'
OPENLDAP_TLS_DIR=$dir/tls
OPENLDAP_CA_FILE=$dir/tls/ca.pem
ENV
}

[[ $command = up || -d "$dir" ]] || { echo "no server in $dir"; exit 0; }
mkdir -p "$dir/log"
dir=$(cd "$dir" && pwd)
exec 9>"$dir/up.lock" # a second call on the same folder waits for the first
flock -w 120 9 || lab_fail "another call of this script has been at work on $dir for two minutes"
if [[ $command = down ]]; then
  stop
  [[ $action != purge ]] || { purge; rm -f "$dir/up.lock"; rmdir --ignore-fail-on-non-empty "$dir"; }
  echo "stopped${action:+ and purged}: $dir"
  exit 0
fi
if [[ $action = reset ]]; then
  stop
  purge
  mkdir -p "$dir/log"
fi
packages
[[ $action != install ]] || exit 0
if [[ ! -e "$dir/ready" ]]; then
  rm -rf "$dir/db" # what an interrupted run left
  make
fi
server >/dev/null || start
write_env
cat "$dir/openldap.env"
