#!/usr/bin/env bash
# Publishes the portal for one kind of machine: ./publish.sh /srv/portal [linux-x64]
# All is compiled ahead, and EF's model, which each start would build otherwise, becomes code first.
set -euo pipefail
folder=$(realpath -m "${1:?say where to, for example: ./publish.sh /srv/portal}")
kind=${2:-linux-x64}
cd "$(dirname "$0")"
made=$PWD/Portal/obj/Model

# As in migration.sh: the design tools are in the build only for this.
trap 'WithMigrationTools= dotnet restore Portal -v quiet' EXIT
export WithMigrationTools=true
dotnet tool restore >/dev/null
dotnet build Portal -v quiet --nologo -p:RunAnalyzers=false
rm -rf "$made"
for database in Sqlite Postgres; do
  dotnet ef dbcontext optimize --no-build --project Portal --context "${database}PortalDb" \
    --output-dir "$made/$database" --namespace "Portal.Data.Model.$database"
done

unset WithMigrationTools
dotnet publish Portal -c Release -r "$kind" -o "$folder" -v quiet -p:WithCompiledModel=true
