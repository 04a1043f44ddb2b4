# What saving and working share: starting and stopping, loading and measuring. They source it from the project's folder.
rounds=${ROUNDS:-5} seconds=${SECONDS_EACH:-8} clients=${CLIENTS:-16}
read -ra options <<<"${JAVA_OPTIONS:--Xmx128m -Xmn24m -XX:+UseSerialGC}"
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
pids=()
names=()
declare -A url pid store script
trap 'kill "${pids[@]}" 2>/dev/null || true; wait 2>/dev/null || true; stop_postgres; rm -rf "$work"' EXIT

need() { # tools
  for tool in "$@"; do command -v "$tool" >/dev/null || { echo "$tool is missing" >&2; exit 2; }; done
}

up() { # address seconds process
  for _ in $(seq $(($2 * 4))); do
    curl -s -o /dev/null "$1" && return
    kill -0 "$3" 2>/dev/null || break
    sleep 0.25
  done
  echo "no answer from $1" >&2
  cat "$work"/*.log >&2
  exit 1
}

run() { # name port jar options...: starts a program; its process is pid[name]
  local name=$1 port=$2
  "$java" "${options[@]}" -jar "$3" --server.address=127.0.0.1 --server.port="$port" "${@:4}" >"$work/$name.log" 2>&1 &
  pids+=($!)
  pid[$name]=$!
  url[$name]=http://127.0.0.1:$port
  up "${url[$name]}/" 120 "${pid[$name]}"
}

# Not initdb's "trust" over the network: only over 127.0.0.1, on a cluster that is thrown away. It forces commits to the
# disk, as it comes; max_wal_size is that of src/deploy/compose.yaml, and min_wal_size keeps the log's files for the next use.
start_postgres() { # port; refuses to run as root, so as root it runs as the user postgres
  as=(env --chdir=/)
  [ "$(id -u)" != 0 ] || as+=(runuser -u postgres --)
  chmod 755 "$work"
  postgres=$work/postgres
  mkdir "$postgres"
  [ "$(id -u)" != 0 ] || chown postgres "$postgres"
  bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
  [ -n "$bin" ] || bin=$(dirname "$(command -v initdb)")
  "${as[@]}" "$bin/initdb" -D "$postgres/data" -U ajar -A trust -E UTF8 --no-locale >"$work/initdb.log"
  "${as[@]}" "$bin/pg_ctl" -D "$postgres/data" -w -l "$postgres/log" \
    -o "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_wal_size=4GB -c min_wal_size=2GB -p $1" start >/dev/null
  sql="$bin/psql -qAt -h 127.0.0.1 -p $1 -U ajar"
  # A store that has run for a while writes its log into files that are there already; a new one is filled with zeros first,
  # and every commit waits for that.
  $sql -d postgres -c "do \$\$ begin for file in 1..96 loop
    perform pg_logical_emit_message(false, 'next', 'file'), pg_switch_wal(); end loop; end \$\$" -c checkpoint
}
stop_postgres() {
  [ -z "${postgres:-}" ] || "${as[@]}" "$bin/pg_ctl" -D "$postgres/data" -w -m immediate stop >/dev/null || true
}

family() { echo "$1" $(pgrep -P "$1" || true); }
ticks() { # processor time of a process, its children, and what has ended of them, in 1/100 s
  for p in $(family "$1"); do sed 's/.*) //' "/proc/$p/stat" || true; done 2>/dev/null | # a worker may have ended since
    awk 'NR == 1 { t = $14 + $15 } { t += $12 + $13 } END { print t + 0 }'
}
rss() { grep VmRSS "/proc/$1/status" | awk '{ print $2 / 1024 }'; }

load() { # name seconds clients: one line of figures; nothing but 200 and 303 may come back
  local of=${store[$1]:-} before store_before=0 after store_after=0
  before=$(ticks "${pid[$1]}")
  [ -z "$of" ] || store_before=$(ticks "$of")
  wrk -t"$(($3 < 2 ? 1 : 2))" -c"$3" -d"$2"s --timeout 20s --latency -s src/bench/forms.lua "${url[$1]}" -- ${script[$1]} >"$work/out"
  after=$(ticks "${pid[$1]}")
  [ -z "$of" ] || store_after=$(ticks "$of")
  if grep -E 'Non-2xx|Socket errors|wrong answers: [1-9]' "$work/out" >&2; then
    echo "$1 gave wrong answers" >&2
    exit 1
  fi
  awk -v name="$1" -v ticks=$((after - before)) -v store=$((store_after - store_before)) -v rss="$(rss "${pid[$1]}")" '
    function ms(text) { return text ~ /us$/ ? text / 1000 : text ~ /ms$/ ? text + 0 : text * 1000 }
    $1 == "50%" { p50 = ms($2) } $1 == "99%" { p99 = ms($2) }
    / requests in / { all = $1 } /^Requests\/sec/ { rate = $2 }
    END { printf "%s %.1f %.3f %.3f %.1f %.1f %.0f %d\n", name, rate, p50, p99, ticks * 10000 / all, store * 10000 / all, rss, all }
  ' "$work/out"
}

take_turns() { # clients: warms up, then one after the other, round by round
  for name in "${names[@]}"; do load "$name" "${WARM_UP:-10}" "$1" >>"$work/warm"; done
  warmed
  for _ in $(seq "$rounds"); do
    for name in "${names[@]}"; do load "$name" "$seconds" "$1" >>"$work/rounds"; done
  done
}

warmed() { :; } # what else is done between warming up and measuring

median() { awk -v name="$1" -v field="$2" '$1 == name { print $field }' "$work/rounds" | sort -n |
  awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

machine() { echo "$(nproc) processors; Java $("$java" -XshowSettings:properties -version 2>&1 |
  sed -n 's/ *java.version = *//p'); $(date -u +%F)"; }

# A reader's way to an open notebook. Writes its cookies, its token and its six words to a file, parted by tabs.
open_notebook() { # address file
  rm -f "$work/jar"
  local page token words cookies
  form() { grep -om1 'name="_csrf"[^>]*value="[^"]*"' <<<"$1" | sed 's/.*value="//; s/"$//'; }
  browse() { curl -sf -b "$work/jar" -c "$work/jar" "$@"; }
  page=$(browse "$1/notebook/start")
  page=$(browse --data-urlencode "_csrf=$(form "$page")" "$1/notebook/start")
  words=$(tr '\n' ' ' <<<"$page" | grep -o 'data-key-words.*' | sed 's/[^>]*>//; s/<\/[ou]l>.*//; s/<[^>]*>/ /g' | xargs)
  page=$(browse "$1/notebook/notes/new")
  token=$(form "$page")
  cookies=$(awk 'NF == 7 { printf "%s%s=%s", sep, $6, $7; sep = "; " }' "$work/jar")
  [ -n "$token" ] && [ "$(wc -w <<<"$words")" = 6 ] && [[ $cookies == *pass=* ]] ||
    { echo "no notebook at $1" >&2; exit 1; }
  printf '%s\t%s\t%s\n' "$cookies" "$token" "$words" >>"$2"
}
