#!/usr/bin/env bash
# Everything a change must pass, the cheapest failure first:
#   ./test.sh            format, build, tests on SQLite, the same on PostgreSQL, browser, every page
#   ./test.sh sqlite     or postgres, browser or pages: format and build, then only that part
#   ./test.sh pictures   takes the pictures in README anew
# Installs what is missing, needs no terminal, and ends with one line: "N passed, N failed".
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# What tests run they run a few times. Measuring it for a second compilation costs a fifth of all their processor time, keeping pages of
# code from being written and run at once an eighth, and collecting garbage each few megabytes a little more.
export DOTNET_TieredPGO=0 DOTNET_EnableWriteXorExecute=0 DOTNET_GCgen0size=0x4000000

part="${1:-all}"
[[ "$part" =~ ^(all|sqlite|postgres|browser|pages|pictures)$ ]] || { echo "Usage: ./test.sh [sqlite|postgres|browser|pages|pictures]" >&2; exit 2; }
wanted() { [[ "$part" == all || "$part" == "$1" ]]; }

step() { printf '\n== %s (%ss)\n' "$1" "$SECONDS"; }

# --- What the tests need -------------------------------------------------------------------------

as_root() {
    if [[ $EUID -eq 0 ]]; then "$@"
    elif command -v sudo >/dev/null; then sudo -n "$@"
    else echo "Install $* yourself: this needs root." >&2; return 1; fi
}

install_package() {
    step "Installing $1"
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1" >/dev/null
}

# The newest PostgreSQL on the machine; Debian keeps its programs off the path.
postgres_programs() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1; }

command -v dotnet >/dev/null || { echo "The .NET SDK is missing: https://dotnet.microsoft.com/download" >&2; exit 1; }
command -v node >/dev/null || { echo "Node is missing: https://nodejs.org" >&2; exit 1; }
if { wanted browser || wanted pages || [[ "$part" == pictures ]]; } && [[ ! -x "${PORTAL_TEST_CHROMIUM:-/usr/bin/chromium}" ]]; then install_package chromium; fi
if wanted postgres && [[ -z "$(postgres_programs)" ]]; then install_package postgresql; fi
if [[ package-lock.json -nt node_modules/.package-lock.json ]]; then
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
    touch node_modules/.package-lock.json
fi

# --- Format and build ----------------------------------------------------------------------------

step "Format"
dotnet format whitespace . --folder --verify-no-changes --exclude '**/obj' '**/bin' node_modules Migrations

# Debug, because it is the build that "dotnet run" and the editor share: nothing is compiled twice.
# Packages are those of packages.lock.json and no others.
step "Build"
dotnet build TrainingPortal.sln -c Debug -v quiet --nologo -warnaserror -clp:NoSummary -p:RestoreLockedMode=true

if [[ "$(uname -sm)" == "Linux x86_64" ]]; then
    step "Libraries compiled ahead"
    dotnet msbuild Portal.Tests/CompileAhead/CompileAhead.proj -restore -t:PutInPlace -v:quiet -nologo \
        || echo "The tests go on with the libraries as they are, and take longer."
fi

# --- Tests ---------------------------------------------------------------------------------------

passed=0 failed=0 skipped=0
results="TestResults"
mkdir -p "$results"

# Runs the tests that the given filters choose, and adds their summary to the totals.
run_tests() {
    local log="$results/$1.log" code=0; shift
    ( cd Portal.Tests && exec bin/Debug/net10.0/Portal.Tests -noLogo -noColor "$@" </dev/null ) 2>&1 | tee "$log" || code=$?
    local summary
    summary="$(grep -oE 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+' "$log" | tail -1 || true)"
    if [[ -z "$summary" ]]; then
        echo "The run ended without a summary (exit code $code)."
        failed=$((failed + 1))
        return
    fi
    local total errors failures skips
    read -r total errors failures skips <<<"$(grep -oE '[0-9]+' <<<"$summary" | xargs)"
    passed=$((passed + total - failures - skips))
    failed=$((failed + failures + errors))
    skipped=$((skipped + skips))
}

# Databases and mail of tests are made and thrown away by the thousand: in memory, where there is enough of it.
if [[ -d /dev/shm && -w /dev/shm && "$(df -m --output=avail /dev/shm | tail -1)" -ge 4000
    && "$(awk '/MemAvailable/ { print int($2 / 1024) }' /proc/meminfo)" -ge 8000 ]]; then
    memory="$(mktemp -d /dev/shm/portal-tests.XXXXXX)"
    chmod 755 "$memory"
    export TMPDIR="$memory"
fi

postgres_directory=""
stop_postgres() {
    [[ -n "$postgres_directory" ]] || return 0
    local pid
    if pid="$(head -1 "$postgres_directory/data/postmaster.pid" 2>/dev/null)"; then
        kill -INT "$pid" 2>/dev/null || true # to PostgreSQL: disconnect everyone and end
        for _ in $(seq 100); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
        kill -KILL "$pid" 2>/dev/null || true
    fi
    rm -rf "$postgres_directory"
    postgres_directory=""
}
clean_up() {
    stop_postgres
    [[ -z "${memory:-}" ]] || rm -rf "$memory"
}
trap clean_up EXIT

# PostgreSQL refuses to run as root, so root borrows another account.
as_database_owner() {
    if [[ $EUID -ne 0 ]]; then "$@"
    elif id postgres >/dev/null 2>&1; then setpriv --reuid=postgres --regid=postgres --clear-groups "$@"
    else setpriv --reuid=nobody --regid=nogroup --clear-groups "$@"; fi
}

port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

start_postgres() {
    local programs port
    programs="$(postgres_programs)"
    postgres_directory="$(mktemp -d "${TMPDIR:-/tmp}/portal-postgres.XXXXXX")"
    chmod 755 "$postgres_directory"
    mkdir "$postgres_directory/data"
    if [[ $EUID -eq 0 ]]; then
        chown -R "$(id postgres >/dev/null 2>&1 && echo postgres || echo nobody)" "$postgres_directory"
    fi
    cd "$postgres_directory" # the database's account cannot enter every checkout
    as_database_owner "$programs/initdb" -D data -U portal -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
    port=$((20000 + RANDOM % 10000))
    until port_is_free "$port"; do port=$((port + 1)); done
    # Nothing here has to survive a power cut.
    as_database_owner "$programs/postgres" -D data -p "$port" -k "$postgres_directory" \
        -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
        -c max_connections=200 -c shared_buffers=128MB -c wal_level=minimal -c max_wal_senders=0 -c max_wal_size=512MB \
        -c autovacuum=off </dev/null >server.log 2>&1 &
    local started=$!
    cd "$OLDPWD"
    for _ in $(seq 100); do
        if "$programs/pg_isready" -q -h "$postgres_directory" -p "$port"; then
            export PORTAL_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=portal;Database=postgres"
            return
        fi
        kill -0 "$started" 2>/dev/null || break
        sleep 0.1
    done
    cat "$postgres_directory/server.log" >&2
    return 1
}

if wanted sqlite; then
    step "Tests on SQLite"
    run_tests sqlite -namespace- 'Portal.Tests.Browser*'
fi

if wanted postgres; then
    step "The same on PostgreSQL"
    start_postgres
    run_tests postgres -namespace- 'Portal.Tests.Browser*' -namespace- 'Portal.Tests.Domain*' \
        -namespace- 'Portal.Tests.Components*' -namespace- 'Portal.Tests.Support*' -class- 'Portal.Tests.Architecture'
    stop_postgres
    unset PORTAL_TEST_POSTGRES
fi

if wanted browser; then
    step "Browser"
    run_tests browser -namespace 'Portal.Tests.Browser*' -class- 'Portal.Tests.Browser.EveryPage'
fi

if wanted pages; then
    step "Every page at two widths"
    run_tests pages -class 'Portal.Tests.Browser.EveryPage'
fi

if [[ "$part" == pictures ]]; then
    step "Pictures"
    PORTAL_TEST_PICTURES=docs/pictures run_tests pictures -class 'Portal.Tests.Browser.TakingPictures'
fi

printf '\n%s passed, %s failed' "$passed" "$failed"
[[ $skipped -eq 0 ]] || printf ', %s skipped' "$skipped"
printf '\n'
[[ $failed -eq 0 ]]
