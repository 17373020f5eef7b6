#!/usr/bin/env bash
# A second domain controller of the same domain with a database of its own, at another loopback address. It replicates
# only when it is told to, so that a test decides how far it is behind.
# usage: replica.sh up|pull|down [DIR]     (address: AD_LAB_REPLICA_ADDR, default 127.0.0.5)
#   up    joins it to the domain and starts it (some 15 seconds the first time); prints its address
#   pull  fetches what the first one has changed; what changes on this one stays here
#   down  stops it; its data stay until the lab is purged
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/env.sh"
lab_existing "${2:-$AD_LAB_DIR}"
addr=${AD_LAB_REPLICA_ADDR:-127.0.0.5}
first=$LAB_DIR
name=dc9
fqdn=$name.${AD_LAB_REALM,,}
place=$first/replica
export KRB5_CONFIG=$first/krb5.conf

samba_tool() { # samba_tool LOG ARGUMENT...: as administrator; shows the end of the log when it fails
  local log=$place/log/$1
  shift
  samba-tool "$@" -U"Administrator%$AD_LAB_ADMIN_PASSWORD" </dev/null >"$log" 2>&1 || {
    tail -n 20 "$log" >&2
    lab_fail "samba-tool $1 $2 failed; its words are above, all of them in $log"
  }
}

write_conf() {
  awk -v d="$place" -v a="$addr" -v n="${name^^}" -F ' = ' '
    /^  interfaces = / {print "  interfaces = " a "/8"; next}
    /^  netbios name = / {print "  netbios name = " n; next}
    /^  server services = / {print "  server services = ldap, cldap, kdc"; next}
    /^  private dir = / {print "  private dir = " d "/samba/private"; next}
    /^  state directory = / {print "  state directory = " d "/samba/state"; next}
    /^  tls keyfile = / {print "  tls keyfile = " d "/tls/key.pem"; next}
    /^  tls certfile = / {print "  tls certfile = " d "/tls/cert.pem"; next}
    /^  (cache directory|lock directory|pid directory|ncalrpc dir|log file) = / {
      n2 = split($2, p, "/")
      print $1 " = " d "/" ($1 ~ /pid/ ? "run" : $1 ~ /ncalrpc/ ? "run/ncalrpc" : $1 ~ /log/ ? "log/samba.log" : p[n2]); next}
    {print}' "$first/smb.conf" >"$place/smb.conf"
}

write_tls() { # a certificate of its own, from the lab's authority
  local t=$place/tls ca=$first/tls/ca
  mkdir -p "$t"
  openssl req -newkey rsa:2048 -nodes -sha256 -subj "/CN=$fqdn" -keyout "$t/key.pem" -out "$t/req.pem" 2>/dev/null
  printf '%s\n' "subjectAltName=DNS:$fqdn,IP:$addr" basicConstraints=CA:FALSE \
    keyUsage=digitalSignature,keyEncipherment extendedKeyUsage=serverAuth >"$t/ext"
  openssl x509 -req -sha256 -days 3650 -in "$t/req.pem" -CA "$ca.pem" -CAkey "$ca.key" -CAcreateserial \
    -extfile "$t/ext" -out "$t/cert.pem" 2>/dev/null
  chmod 600 "$t/key.pem"
}

join() {
  rm -rf "$place/samba" # what an interrupted join left
  samba_tool join.log domain join "${AD_LAB_REALM,,}" DC --configfile=/dev/null --server="$AD_LAB_ADDR" \
    --dns-backend=NONE --targetdir="$place/samba" --backend-store="$AD_LAB_BACKEND" \
    --option="interfaces=$addr/8" --option='bind interfaces only=yes' --option="netbios name=${name^^}" \
    --option="workgroup=$AD_LAB_DOMAIN" --option="realm=$AD_LAB_REALM" \
    --option='acl_xattr:security_acl_name=user.NTACL' --option='ldb:nosync=yes'
  write_tls
  : >"$place/ready"
}

start() {
  setsid samba --configfile="$LAB_CONF" --daemon --model="$AD_LAB_MODEL" </dev/null >>"$place/log/start.log" 2>&1
  local up= i
  for ((i = 0; i < 300; i++)); do
    ldapsearch -x -o nettimeout=2 -H "ldap://$addr" -s base -b '' 1.1 >/dev/null 2>&1 && { up=1; break; }
    sleep 0.1
  done
  lab_note || true
  [[ -n "$up" ]] || lab_fail "the replica does not answer at $addr within 30 seconds; its logs are in $place/log"
}

lab_place "$place"
case ${1-} in
  down) lab_stop ;;
  up)
    lab_pid >/dev/null && { echo "$addr is up already"; exit 0; }
    lab_ports_free "$addr" AD_LAB_REPLICA_ADDR
    mkdir -p "$place"/{run,cache,lock,log}
    [[ -e "$place/ready" ]] || join
    write_conf
    start
    printf '%s\n' "AD_REPLICA_HOST=$addr" "AD_REPLICA_PULL='AD_LAB_REPLICA_ADDR=$addr $here/replica.sh pull $first'" >"$first/replica.env"
    echo "$addr, pid $(lab_pid); how to reach it is also in $first/replica.env"
    ;;
  pull)
    [[ -e "$place/ready" ]] || lab_fail "there is no replica in $place; make one with $here/replica.sh up $first"
    samba_tool pull.log drs replicate "$fqdn" "$AD_LAB_ADDR" "$LAB_BASE" --local --configfile="$LAB_CONF"
    ;;
  *) sed -n '2,8s/^# //p' "$0"; exit 2 ;;
esac
