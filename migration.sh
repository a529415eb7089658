#!/usr/bin/env bash
# Makes a migration for both databases: ./migration.sh NameOfTheChange
# While Initial is the only one, ./migration.sh Initial makes it anew.
set -euo pipefail
cd "$(dirname "$0")"
name=${1:?say what the change is called, for example: ./migration.sh BookingsGainAttendance}
export WithMigrationTools=true
dotnet tool restore >/dev/null
if [ "$name" = Initial ]; then rm -f Migrations/*/*.cs; fi
dotnet build Portal -v q --nologo
for database in Sqlite Postgres; do
  dotnet ef migrations add "$name" --no-build --project Portal --context "${database}PortalDb" \
    --output-dir "../Migrations/$database" --namespace "Portal.Migrations.$database"
  find Portal -name "${database}PortalDbModelSnapshot.cs" -exec mv {} "Migrations/$database/" \;
done
unset WithMigrationTools
dotnet restore Portal -v q
