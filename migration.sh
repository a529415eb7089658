#!/usr/bin/env bash
# Makes a migration for both databases: ./migration.sh NameOfTheChange
# While Initial is the only one nothing has shipped, and ./migration.sh Initial makes it anew.
set -euo pipefail
cd "$(dirname "$0")"
name=${1:?say what the change is called, for example: ./migration.sh BookingsGainAttendance}

if [[ "$name" == Initial ]]; then
  later=$(find Migrations -name '*.cs' ! -name '*_Initial*.cs' ! -name '*ModelSnapshot.cs' 2>/dev/null || true)
  if [[ -n "$later" ]]; then
    echo "Initial has shipped: give this change a name of its own." >&2
    exit 1
  fi
  rm -f Migrations/*/*.cs
fi

# The design tools are in the build only for this; the ordinary restore follows, whatever happens.
trap 'WithMigrationTools= dotnet restore Portal -v quiet' EXIT
export WithMigrationTools=true
dotnet tool restore >/dev/null
dotnet build Portal -v quiet --nologo
for database in Sqlite Postgres; do
  dotnet ef migrations add "$name" --no-build --project Portal --context "${database}PortalDb" \
    --output-dir "../Migrations/$database" --namespace "Portal.Migrations.$database"
  # The tool writes the snapshot beside the project instead of beside the migrations.
  find Portal -name "${database}PortalDbModelSnapshot.cs" -exec mv {} "Migrations/$database/" \;
done
